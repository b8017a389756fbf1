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
  {
    written: /^(?:n\.d\., )?after (\d{4}(?:-\d{2})?)$/,
    said: { vi: 'sau $1', zh: '$1 之后', ja: '$1 より後', ko: '$1 이후' },
  },
  {
    written: /^n\.d\., after the plan of (\d{4})$/,
    said: { vi: 'sau quy hoạch năm $1', zh: '$1 年规划之后', ja: '$1年の計画より後', ko: '$1년 계획 이후' },
  },
  {
    written: /^n\.d\., before (\d{4}); related items ([\d-]+\/\d{2})$/,
    said: {
      vi: 'trước $1; tin liên quan $2',
      zh: '$1 年以前；相关报道 $2',
      ja: '$1年より前、関連記事 $2',
      ko: '$1년 이전, 관련 기사 $2',
    },
  },
  {
    written: /^uploaded (\d{4})$/,
    said: { vi: 'tải lên năm $1', zh: '$1 年上传', ja: '$1年に公開', ko: '$1년 게시' },
  },
  {
    written: /^records of (\d{4}-\d{4})$/,
    said: { vi: 'số liệu $1', zh: '$1 年记录', ja: '$1年の記録', ko: '$1년 기록' },
  },
  {
    written: /^project of (\d{4}-\d{4})$/,
    said: { vi: 'dự án $1', zh: '$1 年项目', ja: '$1年の事業', ko: '$1년 사업' },
  },
  {
    written: /^(\d{4}(?:-\d{2}){0,2}) and (\d{4}(?:-\d{2}){0,2})$/,
    said: { vi: '$1 và $2', zh: '$1 和 $2', ja: '$1 と $2', ko: '$1, $2' },
  },
  {
    written: /^(\d{4}-\d{2}) or (\d{4}-\d{2})$/,
    said: { vi: '$1 hoặc $2', zh: '$1 或 $2', ja: '$1 または $2', ko: '$1 또는 $2' },
  },
  {
    written: /^(\d{4}-\d{2}) \(year inferred\)$/,
    said: { vi: '$1 (năm do suy ra)', zh: '$1（年份为推断）', ja: '$1（年は推定）', ko: '$1(연도는 추정)' },
  },
  {
    written: /^19 April of (\d{4}) or (\d{4})$/,
    said: {
      vi: '19/4 năm $1 hoặc $2',
      zh: '$1 或 $2 年 4 月 19 日',
      ja: '$1年または$2年の4月19日',
      ko: '$1년 또는 $2년 4월 19일',
    },
  },
  { written: /^n\.d\.$/, said: { vi: 'không ghi ngày', zh: '日期不详', ja: '日付なし', ko: '날짜 없음' } },
]

/** Anything else stays as the origin has it. */
export function sayVagueDate(date: string, language: Language): string {
  if (language === 'en') return date
  const wording = wordings.find(({ written }) => written.test(date))
  return wording ? date.replace(wording.written, wording.said[language]) : date
}
