import { useTranslation } from '../../i18n/use-translation.ts'
import { countsInMyriads, formatNumber } from '../../format/numbers.ts'
import { isCategory, presenceIds } from '../../invest/categories.ts'
import { readinessLevels, statusLevels, unitOf, type CriterionId } from '../../invest/criteria.ts'
import type { FieldId, Limit, NumberLimit } from '../../invest/funnel.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import type { Language } from '../../state/atlas-state.ts'
import { ChoiceField } from './ChoiceField.tsx'
import { NumberField } from './NumberField.tsx'
import { useInvest } from './use-invest.ts'
import type { KnownPark } from './use-profiles.ts'

/** Asked for most often; the rest is folded away by what it is about. */
const first: readonly FieldId[] = ['area', 'port', 'airport', 'interchange', 'people', 'readiness', 'sectors']
const sections = {
  place: ['centre', 'district', 'kind', 'city', 'station', 'borderGate', 'haNoi', 'position'],
  minutes: [
    'portMinutes',
    'airportMinutes',
    'interchangeMinutes',
    'stationMinutes',
    'cityMinutes',
    'borderGateMinutes',
    'haNoiMinutes',
  ],
  land: ['leasable', 'leased', 'remaining', 'occupancy', 'rent', 'rentUntil', 'landRight'],
  builder: ['developer', 'status', 'established', 'investment', 'jobs', 'dataAge'],
  supply: [...presenceIds, 'wastewaterCapacity'],
} as const satisfies Record<string, readonly FieldId[]>
const sectionIds = Object.keys(sections) as (keyof typeof sections)[]

/** Everything that can be limited: numbers by a least and a most, the grey ones say what there is; the rest by choice. */
export function LimitFields({ pool }: { pool: readonly KnownPark[] }) {
  const { t } = useTranslation()
  const { invest } = useInvest()
  const countLimited = (ids: readonly FieldId[]) =>
    invest.limits.filter(({ criterion }) => ids.includes(criterion)).length
  return (
    <div className="limit-fields">
      {first.map((id) => (
        <Field key={id} id={id} pool={pool} />
      ))}
      {sectionIds.map((section) => {
        const limited = countLimited(sections[section])
        return (
          <details key={section} open={limited > 0}>
            <summary>
              {t(`invest.limitSection.${section}`)}
              {limited > 0 ? <span className="invest-count">{limited}</span> : null}
            </summary>
            {sections[section].map((id) => (
              <Field key={id} id={id} pool={pool} />
            ))}
          </details>
        )
      })}
    </div>
  )
}

function Field({ id, pool }: { id: FieldId; pool: readonly KnownPark[] }) {
  if (isCategory(id)) return <ChoiceField id={id} pool={pool} />
  if (id === 'readiness') {
    return <LevelField id={id} levels={readinessLevels} wordOf={(level) => `invest.readiness.${level}`} />
  }
  if (id === 'status') return <LevelField id={id} levels={statusLevels} wordOf={(level) => `status.${level}`} />
  return <LimitField id={id} pool={pool} />
}

function LimitField({ id, pool }: { id: CriterionId; pool: readonly KnownPark[] }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { invest, act } = useInvest()
  const limit = limitOf(invest.limits, id)
  const known = pool.flatMap(({ measurements }) => measurements[id]?.value ?? [])
  const scale = scaleOf(id, state.language)
  const label = t(`invest.criterion.${id}`)
  const unit = t(`invest.unit.${unitNames[id] ?? unitOf(id)}`)
  const isYear = unitOf(id) === 'year'
  const hint = (value: number | null) => {
    if (value === null) return ''
    return isYear ? String(value) : formatNumber(value / scale, state.language, value / scale < 10 ? 1 : 0)
  }
  const set = (side: 'min' | 'max', value: number | null) =>
    act({ type: 'limit', limit: { ...limit, [side]: value === null ? null : toLinked(value * scale) } })
  return (
    <div className="limit-field" data-set={limit.min !== null || limit.max !== null}>
      <span className="limit-label">
        {label}
        <small>{t('invest.knownOf', { known: known.length, of: pool.length })}</small>
      </span>
      <NumberField
        label={t('invest.atLeast', { criterion: label, unit })}
        value={limit.min === null ? null : toLinked(limit.min / scale)}
        unit="≥"
        placeholder={hint(known.length > 0 ? Math.min(...known) : null)}
        isYear={isYear}
        onValue={(value) => set('min', value)}
      />
      <NumberField
        label={t('invest.atMost', { criterion: label, unit })}
        value={limit.max === null ? null : toLinked(limit.max / scale)}
        unit="≤"
        placeholder={hint(known.length > 0 ? Math.max(...known) : null)}
        isYear={isYear}
        onValue={(value) => set('max', value)}
      />
      <span className="limit-unit">{unit}</span>
    </div>
  )
}

/** People think of people in thousands, of positions in kilometres, and in East Asia of money in hundred millions. */
function scaleOf(id: CriterionId, language: Language): number {
  if (id === 'people' || id === 'position') return 1000
  return unitOf(id) === 'billionVnd' && countsInMyriads(language) ? 0.1 : 1
}

/** To as many digits as a link carries. */
function toLinked(value: number): number {
  return Number(value.toFixed(3))
}

const unitNames: Partial<Record<CriterionId, string>> = { people: 'thousandPeople', position: 'km' }

interface LevelProps {
  id: 'readiness' | 'status'
  levels: readonly string[]
  wordOf: (level: string) => string
}

/** A least step of something that comes in steps. */
function LevelField({ id, levels, wordOf }: LevelProps) {
  const { t } = useTranslation()
  const { invest, act } = useInvest()
  const limit = limitOf(invest.limits, id)
  return (
    <label className="limit-field limit-choice" data-set={limit.min !== null}>
      <span className="limit-label">{t(`invest.criterion.${id}`)}</span>
      <select
        value={limit.min ?? ''}
        onChange={(event) => {
          const { value } = event.target
          act({ type: 'limit', limit: { ...limit, min: value === '' ? null : Number(value) } })
        }}
      >
        <option value="">{t('invest.anyReadiness')}</option>
        {levels.map((level, index) =>
          index === 0 ? null : (
            <option key={level} value={index}>
              {t('invest.readinessFrom', { level: t(wordOf(level)) })}
            </option>
          ),
        )}
      </select>
    </label>
  )
}

function limitOf(limits: readonly Limit[], criterion: CriterionId): NumberLimit {
  const limit = limits.find((one) => one.criterion === criterion)
  return limit && !('values' in limit) ? limit : { criterion, min: null, max: null }
}
