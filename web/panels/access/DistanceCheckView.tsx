import type { CSSProperties } from 'react'
import type { DistanceCheck, DistanceRow } from '../../../server/domain/access.ts'
import { useDistanceCheck } from '../../api/queries.ts'
import { formatIn, formatPercent, formatSigned } from '../../format/numbers.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import '../../theme/access.css'
import { PanelQuery } from '../PanelQuery.tsx'
import { Provenance } from '../Provenance.tsx'
import { Said } from '../Said.tsx'
import { Computed, Stated } from '../Value.tsx'
import { formatRange } from './format-access.ts'

/** “How good are these distances?”: every published one beside ours, the worst first, and what cannot be compared. */
export function DistanceCheckView() {
  const query = useDistanceCheck()
  return (
    <PanelQuery query={query}>
      {(check) => (
        <div className="distance-check">
          <Summary check={check} />
          <Rows rows={check.rows.filter(({ counts }) => counts).toSorted((a, b) => sizeOf(b) - sizeOf(a))} />
          <Others rows={check.rows.filter(({ counts }) => !counts)} />
        </div>
      )}
    </PanelQuery>
  )
}

/** What lies outside our range first, then by the size of the error. */
function sizeOf({ relativeError, isInside }: DistanceRow): number {
  return Math.min(1, Math.abs(relativeError ?? 0)) + (isInside === false ? 1 : 0)
}

function Summary({ check: { summary, method } }: { check: DistanceCheck }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { language } = state
  const percent = (share: number | null) => (share === null ? '–' : formatPercent(share, language))
  return (
    <>
      <p>
        {t('access.check.summary', {
          counted: summary.counted,
          published: summary.published,
          median: percent(summary.medianError),
          nineTenths: percent(summary.p90Error),
          inside: summary.inside,
        })}
      </p>
      <p className="row-note">
        <Said sentence={method} />
      </p>
    </>
  )
}

function Rows({ rows }: { rows: readonly DistanceRow[] }) {
  const { t } = useTranslation()
  return (
    <>
      <p className="row-note" aria-hidden="true">
        {t('access.check.chart')}
      </p>
      <ul className="check-rows">
        {rows.map((row) => (
          <li key={row.id}>
            <CheckRow row={row} />
          </li>
        ))}
      </ul>
    </>
  )
}

function CheckRow({ row }: { row: DistanceRow }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { language } = state
  return (
    <>
      <span lang="vi">{`${row.from_vi} → ${row.to_vi}`}</span>
      <RangeBar row={row} />
      <span>
        {t('access.check.published')} <Stated>{formatIn('kilometer', row.publishedKilometers, language)}</Stated>
        {row.computedKilometers ? (
          <>
            {` · ${t('access.check.computed')} `}
            <Computed>{t('unit.km', { value: formatRange(row.computedKilometers, language) })}</Computed>
          </>
        ) : null}
        {row.relativeError === null ? null : ` · ${formatSigned(row.relativeError * 100, language, 0)} %`}
        {row.counts ? (
          <strong className={row.isInside ? undefined : 'caution'}>
            {` · ${row.isInside ? t('access.check.inside') : t('access.check.outside')}`}
          </strong>
        ) : null}
      </span>
      <Provenance originId={row.originId} confidence={row.confidence} />
    </>
  )
}

/** From half to one and a half times the published distance. */
const barSpan = { from: 0.5, to: 1.5 }

/** Ours as a bar with a mark, the published one as the line in the middle. */
function RangeBar({
  row: { computedKilometers: range, publishedKilometers: published, isInside },
}: {
  row: DistanceRow
}) {
  if (!range) return null
  const at = (kilometers: number) =>
    Math.max(0, Math.min(1, (kilometers / published - barSpan.from) / (barSpan.to - barSpan.from)))
  const style = { '--low': at(range.low), '--value': at(range.value), '--high': at(range.high) } as CSSProperties
  return <span className="range-bar" data-inside={isInside} style={style} aria-hidden="true" />
}

function Others({ rows }: { rows: readonly DistanceRow[] }) {
  const { t } = useTranslation()
  return (
    <details className="access-how">
      <summary>{t('access.check.others', { count: rows.length })}</summary>
      <ul className="check-rows">
        {rows.map((row) => (
          <li key={row.id}>
            <CheckRow row={row} />
            <span className="row-note">{row.reason ? <Said sentence={row.reason} /> : null}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
