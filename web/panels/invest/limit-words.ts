import type { i18n } from 'i18next'
import { isLimiting, type Limit, type Reason } from '../../invest/funnel.ts'
import type { Language } from '../../state/atlas-state.ts'
import { formatCriterion, formatMeasured, valuesText } from './format-criterion.ts'

type Translate = i18n['t']

/** “95 km by road from Nghi Sơn port, limit 60 km”, “Kind: inside the economic zone; you asked for: industrial park”. */
export function reasonText(reason: Reason, language: Language, t: Translate): string {
  const { criterion } = reason
  if (reason.type === 'missing') return t('invest.reason.missing', { criterion: t(`invest.criterion.${criterion}`) })
  if (reason.type === 'unlike') {
    return t('invest.reason.unlike', {
      criterion: t(`invest.criterion.${reason.criterion}`),
      has: valuesText(reason.criterion, reason.has, t),
      wanted: valuesText(reason.criterion, reason.wanted, t),
    })
  }
  const { low, value, high } = reason
  const provenance = { basis: 'computed', method: { text_vi: '', text_en: '' }, from: null } as const
  const what = formatMeasured(reason.criterion, { low, value, high, age: 'fresh', provenance }, language, t)
  return t(`invest.reason.${reason.side}`, {
    what: t(`invest.reason.${criterion}`, { value: what }),
    limit: formatCriterion(reason.criterion, reason.limit, language, t),
  })
}

/** “Nghi Sơn port ≤ 60 km”, “Kind: industrial park”. */
export function limitText(limit: Limit, language: Language, t: Translate): string {
  const name = t(`invest.criterion.${limit.criterion}`)
  if (!isLimiting(limit)) return t('invest.noLimit', { criterion: name })
  if ('values' in limit) return `${name}: ${valuesText(limit.criterion, limit.values, t)}`
  const { criterion, min, max } = limit
  const [least, most] = [min, max].map((end) => (end === null ? null : formatCriterion(criterion, end, language, t)))
  if (least !== null && most !== null) return `${name} ${least}–${most}`
  return least === null ? `${name} ≤ ${most}` : `${name} ≥ ${least}`
}
