import { useTranslation } from '../../i18n/use-translation.ts'
import { formatDate } from '../../format/numbers.ts'
import type { CategoryId, Trait } from '../../invest/categories.ts'
import type { CriterionId, Measured } from '../../invest/criteria.ts'
import type { Age } from '../../invest/age.ts'
import type { Provenance } from '../../invest/profile.ts'
import type { Language } from '../../state/atlas-state.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { Computed, NoData, Stated } from '../Value.tsx'
import { formatCriterion, formatRange, valuesText } from './format-criterion.ts'

/** A value as the lists show it: stated or computed told apart, and how old it is; or that nobody has published it. */
export function MeasuredValue({ id, measured }: { id: CriterionId; measured: Measured | null }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  if (!measured) return <NoData />
  const value = formatCriterion(id, measured.value, state.language, t)
  const range = formatRange(id, measured, state.language)
  return (
    <span className="measured">
      {measured.provenance.basis === 'computed' ? <Computed>{value}</Computed> : <Stated>{value}</Stated>}
      {range ? <span className="measured-range"> ({range})</span> : null}
    </span>
  )
}

/** The values of a category, told apart in the same way. */
export function TraitValue({ id, trait }: { id: CategoryId; trait: Trait | null }) {
  const { t } = useTranslation()
  if (!trait) return <NoData />
  const text = valuesText(id, trait.values, t)
  return (
    <span className="measured">
      {trait.provenance.basis === 'computed' ? <Computed>{text}</Computed> : <Stated>{text}</Stated>}
    </span>
  )
}

/** Ageing and stale in words and with a mark; fresh ones need none. */
export function AgeMark({ age }: { age: Age }) {
  const { t } = useTranslation()
  if (age !== 'ageing' && age !== 'stale') return null
  return (
    <span className={`age age-${age}`} title={t(`invest.age.${age}Long`)}>
      {t(`invest.age.${age}`)}
    </span>
  )
}

/** “as of 11/2024”, “computed”, with the mark of its age. */
export function AsOf({ provenance }: { provenance: Provenance }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  if (provenance.basis === 'computed' && !provenance.from) return <small>{t('invest.computed')}</small>
  const by = provenance.basis === 'stated' ? provenance : provenance.from
  const date = by?.date ? shortDate(by.date, state.language) : null
  return (
    <small>
      {date ? t('invest.asOf', { date }) : t('provenance.undated')} {by ? <AgeMark age={by.age} /> : null}
    </small>
  )
}

/** `n.d., about 2024-2026` is about 2024-2026; the rest of it stands where the source does. Null: it names no year. */
function shortDate(date: string, language: Language): string | null {
  if (/^\d{4}(-\d{2}){0,2}$/.test(date)) return formatDate(date, language)
  return /(?:19|20)\d{2}(?:[-–](?:19|20)?\d{2,4})?/.exec(date)?.[0] ?? null
}
