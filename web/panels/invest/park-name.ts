import type { i18n } from 'i18next'
import type { Language } from '../../state/atlas-state.ts'

type Translate = i18n['t']

/**
 * A park's name in the reader's language. Place names stay Vietnamese; what they are the name of is translated.
 */
export function parkName(
  { name_vi, name_en }: { name_vi: string; name_en: string },
  language: Language,
  t: Translate,
): string {
  if (language === 'vi') return name_vi
  if (language === 'en') return name_en
  const number = /^KCN số (\d+)/.exec(name_vi)?.[1]
  if (number) return t('invest.parkName.numbered', { number })
  const match = /^KCN (đô thị dịch vụ |dịch vụ )?(.*)$/.exec(name_vi)
  if (!match) return name_en
  const [, service, name = name_vi] = match
  if (name.startsWith('phía Tây')) return t('invest.parkName.west')
  const kind = service?.startsWith('đô thị') ? 'urbanService' : service ? 'service' : 'industrial'
  return t(`invest.parkName.${kind}`, { name })
}
