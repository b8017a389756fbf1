import { useTranslation } from '../i18n/use-translation.ts'
import type { PlanDocument } from '../../server/domain/analysis.ts'
import { usePlan } from '../api/queries.ts'
import { formatNumber } from '../format/numbers.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { Provenance } from './Provenance.tsx'
import { Stated } from './Value.tsx'

/** The first answer: what the programme plans, in the numbers it states itself. */
export function PlanSummary() {
  const { t } = useTranslation()
  const { state, dispatch } = useAtlas()
  const { data: plan, error, mutate } = usePlan()
  if (error) {
    return (
      <div className="problem" role="alert">
        <p>{t('problem.offline')}</p>
        <button type="button" className="button" onClick={() => void mutate()}>
          {t('app.retry')}
        </button>
      </div>
    )
  }
  const total = plan ? findFigure(plan, 'zones-and-parks-area') : null
  const parks = plan ? findFigure(plan, 'parks-area') : null
  return (
    <section className="summary" aria-label={t('summary.title')}>
      <p className="summary-total">
        <strong>
          {total ? (
            <Stated>{formatNumber(total.value, state.language)} ha</Stated>
          ) : (
            <span className="skeleton-number" />
          )}
        </strong>
        <span>{t('summary.total')}</span>
      </p>
      <p className="summary-parks">
        {t('summary.ofWhichParks')}: {parks ? <Stated>{formatNumber(parks.value, state.language)} ha</Stated> : '…'}{' '}
        <button type="button" className="link-button" onClick={() => dispatch({ type: 'open-tab', tab: 'ledger' })}>
          {t('summary.whence')}
        </button>
      </p>
      {total ? <Provenance originId={total.originId} locator={total.clause} /> : null}
      <ul className="summary-counts">
        {(['centres', 'pillars', 'corridors', 'zones', 'parks'] as const).map((what) => (
          <li key={what}>
            <strong>{plan ? countOf(plan, what) : '…'}</strong>
            <span>{t(`summary.${what}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const countFigures = {
  centres: ['driver-centres'],
  pillars: ['growth-pillars'],
  corridors: ['economic-corridors'],
  zones: ['coastal-economic-zones', 'border-gate-economic-zones'],
  parks: ['industrial-parks'],
} as const

function countOf(plan: PlanDocument, what: keyof typeof countFigures): string {
  const parts = countFigures[what].map((id) => findFigure(plan, id)?.value)
  return parts.some((part) => part === undefined)
    ? '–'
    : String(parts.reduce<number>((sum, part) => sum + (part ?? 0), 0))
}

/** The newest value of a figure of the plan, by its id. */
export function findFigure(plan: PlanDocument, id: string): { value: number; clause: string; originId: string } | null {
  const figure = plan.figures.find((one) => one.id === id)
  const value = figure?.values.at(-1)
  return figure && value ? { value: value.value, clause: figure.clause, originId: figure.originId } : null
}
