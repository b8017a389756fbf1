import type { Language } from '../state/atlas-state.ts'

/** Dates that origins give only roughly, as they are written in `seeds/sources.json`; `$1` is the year or years. */
const wordings: readonly { written: RegExp; said: Record<Exclude<Language, 'en'>, string> }[] = [
  {
    written: /^(?:n\.d\., )?about (\d{4}(?:-\d{4})?)$/,
    said: { vi: 'khoảng $1', zh: '约 $1 年', ja: '$1年頃', ko: '$1년경' },
  },
  {
    written: /^(\d{4}) or later$/,
    said: { vi: 'từ $1 trở đi', zh: '$1 年或以后', ja: '$1年以降', ko: '$1년 이후' },
  },
  {
    written: /^first nine months of (\d{4})$/,
    said: { vi: '9 tháng đầu năm $1', zh: '$1 年前 9 个月', ja: '$1年1～9月', ko: '$1년 1~9월' },
  },
  { written: /^n\.d\.$/, said: { vi: 'không ghi ngày', zh: '日期不详', ja: '日付なし', ko: '날짜 없음' } },
]

/** Anything else stays as the origin has it. */
export function sayVagueDate(date: string, language: Language): string {
  if (language === 'en') return date
  const wording = wordings.find(({ written }) => written.test(date))
  return wording ? date.replace(wording.written, wording.said[language]) : date
}
