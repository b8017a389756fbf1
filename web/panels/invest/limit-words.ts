import type { i18n } from 'i18next'
import type { Limit, Reason } from '../../invest/funnel.ts'
import type { Language } from '../../state/atlas-state.ts'
import { formatCriterion, formatMeasured } from './format-criterion.ts'

type Translate = i18n['t']

/** “95 km by road from Nghi Sơn port, limit 60 km”. */
export function reasonText(reason: Reason, language: Language, t: Translate): string {
  const { criterion } = reason
  if (reason.type === 'missing') return t('invest.reason.missing', { criterion: t(`invest.criterion.${criterion}`) })
  const { low, value, high } = reason
  const provenance = { basis: 'computed', method: { text_vi: '', text_en: '' }, from: null } as const
  const what = formatMeasured(criterion, { low, value, high, age: 'fresh', provenance }, language, t)
  return t(`invest.reason.${reason.side}`, {
    what: t(`invest.reason.${criterion}`, { value: what }),
    limit: formatCriterion(criterion, reason.limit, language, t),
  })
}

/** “Nghi Sơn port ≤ 60 km”. */
export function limitText({ criterion, min, max }: Limit, language: Language, t: Translate): string {
  const name = t(`invest.criterion.${criterion}`)
  const [least, most] = [min, max].map((end) => (end === null ? null : formatCriterion(criterion, end, language, t)))
  if (least === null && most === null) return t('invest.noLimit', { criterion: name })
  if (least !== null && most !== null) return `${name} ${least}–${most}`
  return least === null ? `${name} ≤ ${most}` : `${name} ≥ ${least}`
}
