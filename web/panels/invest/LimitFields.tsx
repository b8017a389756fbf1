import { useTranslation } from '../../i18n/use-translation.ts'
import { formatNumber } from '../../format/numbers.ts'
import { criterionOf, readinessLevels, statusLevels, type CriterionId } from '../../invest/criteria.ts'
import type { Limit } from '../../invest/funnel.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { NumberField } from './NumberField.tsx'
import { useInvest } from './use-invest.ts'
import type { KnownPark } from './use-profiles.ts'

const first: readonly CriterionId[] = ['area', 'port', 'airport', 'interchange', 'people']
const more: readonly CriterionId[] = ['city', 'station', 'remaining', 'occupancy', 'rent', 'dataAge', 'position']

/** A least and a most for everything that can be limited; the grey numbers say what there is. */
export function LimitFields({ pool }: { pool: readonly KnownPark[] }) {
  const { t } = useTranslation()
  const { invest } = useInvest()
  const isLimited = (id: CriterionId) => invest.limits.some(({ criterion }) => criterion === id)
  return (
    <div className="limit-fields">
      {first.map((id) => (
        <LimitField key={id} id={id} pool={pool} />
      ))}
      <LevelField id="readiness" levels={readinessLevels} wordOf={(level) => `invest.readiness.${level}`} />
      <details open={more.some(isLimited) || isLimited('status')}>
        <summary>{t('invest.moreLimits')}</summary>
        <LevelField id="status" levels={statusLevels} wordOf={(level) => `status.${level}`} />
        {more.map((id) => (
          <LimitField key={id} id={id} pool={pool} />
        ))}
      </details>
    </div>
  )
}

function LimitField({ id, pool }: { id: CriterionId; pool: readonly KnownPark[] }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { invest, act } = useInvest()
  const limit = limitOf(invest.limits, id)
  const known = pool.flatMap(({ measurements }) => measurements[id]?.value ?? [])
  // People think of people in thousands and of positions in kilometres.
  const scale = scales[id] ?? 1
  const label = t(`invest.criterion.${id}`)
  const unit = t(`invest.unit.${unitNames[id] ?? criterionOf(id).unit}`)
  const hint = (value: number | null) =>
    value === null ? '' : formatNumber(value / scale, state.language, value / scale < 10 ? 1 : 0)
  const set = (side: 'min' | 'max', value: number | null) =>
    act({ type: 'limit', limit: { ...limit, [side]: value === null ? null : value * scale } })
  return (
    <div className="limit-field" data-set={limit.min !== null || limit.max !== null}>
      <span className="limit-label">
        {label}
        <small>{t('invest.knownOf', { known: known.length, of: pool.length })}</small>
      </span>
      <NumberField
        label={t('invest.atLeast', { criterion: label, unit })}
        value={limit.min === null ? null : limit.min / scale}
        unit="≥"
        placeholder={hint(known.length > 0 ? Math.min(...known) : null)}
        onValue={(value) => set('min', value)}
      />
      <NumberField
        label={t('invest.atMost', { criterion: label, unit })}
        value={limit.max === null ? null : limit.max / scale}
        unit="≤"
        placeholder={hint(known.length > 0 ? Math.max(...known) : null)}
        onValue={(value) => set('max', value)}
      />
      <span className="limit-unit">{unit}</span>
    </div>
  )
}

const scales: Partial<Record<CriterionId, number>> = { people: 1000, position: 1000 }
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

function limitOf(limits: readonly Limit[], criterion: CriterionId): Limit {
  return limits.find((limit) => limit.criterion === criterion) ?? { criterion, min: null, max: null }
}
