import type { i18n } from 'i18next'
import type { Language } from '../state/atlas-state.ts'

/**
 * A feature's name in the reader's language.
 *
 * The data have it in Vietnamese and English. Elsewhere a place's name stays Vietnamese, with the exonym where there is
 * one, and what it is the name of is translated: `name` in the words has whole names (`Nghi Sơn Seaport`) and endings
 * (`… Port`). What it has not is shown in English.
 */
export function formatName(
  { name_vi, name_en }: { name_vi: string | null; name_en: string | null },
  language: Language,
  t: i18n['t'],
): string {
  if (language === 'vi') return name_vi ?? name_en ?? ''
  const english = name_en ?? name_vi ?? ''
  if (language === 'en') return english
  const number = /^Industrial Park No\. (\d+)/.exec(english)?.[1]
  if (number) return t('name.numberedPark', { number })
  const words = english.split(' ')
  const [known] = words.flatMap((_, from) => {
    const place = words.slice(0, from)
    // “Infrastructure of Nghi Sơn town” is not a town.
    if (place.some((word) => /^[a-z]/.test(word))) return []
    const key = [...(from > 0 ? ['…'] : []), ...words.slice(from)].join(' ')
    return t(`name.${key}`, { place: place.join(' '), defaultValue: '' }) || []
  })
  return known ?? english
}
