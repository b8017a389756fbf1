import type { ReactNode } from 'react'
import type { Coverage, CoverageGap, CoverageGaps, Range, ReachedGround } from '../../../server/domain/coverage.ts'
import { useCollection } from '../../api/queries.ts'
import {
  formatHectares,
  formatKilometers,
  formatNumber,
  formatPercent,
  formatRangePercent,
} from '../../format/numbers.ts'
import { roundToSum } from '../../format/round-to-sum.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { kindOfCollection } from '../../state/kinds.ts'
import { findReplacement, useReplacements } from '../../state/replacements.ts'
import { nameOf } from '../card/any-feature.ts'
import { useSelect } from '../use-select.ts'
import { ExplainedValue } from './Explanation.tsx'

/** Land and people within reach, district by district; the last row is the whole, to which they add up. */
export function DistrictTable({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const select = useSelect()
  const rows = coverage.districts.toSorted((a, b) => b.reached.people.value - a.reached.people.value)
  // As shown, too: rounded parts add up to the rounded whole.
  const hectares = roundToSum(rows.map(({ reached }) => reached.areaHectares.value))
  const people = roundToSum(rows.map(({ reached }) => reached.people.value))
  return (
    <section>
      <h3>{t('coverage.districts')}</h3>
      <table className="figures coverage-table">
        <thead>
          <tr>
            <th scope="col">{t('coverage.district')}</th>
            <th scope="col">{t('coverage.landShare')}</th>
            <th scope="col">{t('coverage.peopleShare')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => {
            const name = state.language === 'vi' ? row.name_vi : row.name_en
            return (
              <tr key={row.featureId}>
                <th scope="row">
                  <button
                    type="button"
                    className="link-button"
                    onClick={() => select({ kind: 'district', id: row.featureId })}
                  >
                    {name}
                  </button>
                </th>
                <ReachedCells name={name} reached={row.reached} hectares={hectares[i] ?? 0} people={people[i] ?? 0} />
              </tr>
            )
          })}
          <tr className="total-row">
            <th scope="row">{t('coverage.sum')}</th>
            <ReachedCells
              name={t('coverage.sum')}
              reached={coverage.whole}
              hectares={Math.round(coverage.whole.areaHectares.value)}
              people={Math.round(coverage.whole.people.value)}
            />
          </tr>
        </tbody>
      </table>
      <p className="fine-print">{t('coverage.sumNote')}</p>
    </section>
  )
}

interface ReachedCellsProps {
  name: string
  reached: ReachedGround
  /** Rounded, so that the column adds up. */
  hectares: number
  people: number
}

function ReachedCells({ name, reached, hectares, people }: ReachedCellsProps) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { language } = state
  return (
    <>
      <td>
        <ExplainedValue title={`${name} · ${t('coverage.landShare')}`} from="ground">
          {`${formatNumber(hectares, language, 0)} ha`}
        </ExplainedValue>
        <span className="row-note">{formatRangePercent(reached.areaShare, language)}</span>
      </td>
      <td>
        <ExplainedValue title={`${name} · ${t('coverage.peopleShare')}`} from="ground">
          {formatNumber(people, language, 0)}
        </ExplainedValue>
        {reached.peopleShare ? (
          <span className="row-note">{formatRangePercent(reached.peopleShare, language)}</span>
        ) : null}
      </td>
    </>
  )
}

/** Communes wholly, partly and not within reach; the shares add up to a hundred. */
export function CommuneSplit({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { total, full, part, none } = coverage.communes
  const counts = [
    { key: 'full', count: full.value },
    { key: 'part', count: part },
    { key: 'none', count: none.value },
  ] as const
  const percent = roundToSum(
    counts.map(({ count }) => (100 * count) / total),
    1,
  )
  return (
    <ul className="commune-split" aria-label={t('coverage.split.title')}>
      {counts.map(({ key, count }, i) => (
        <li key={key} className={`commune-${key}`} style={{ flexGrow: count }}>
          <ExplainedValue title={`${t('coverage.split.title')} · ${t(`coverage.split.${key}`)}`} from="ground">
            {formatNumber(count, state.language, 0)}
          </ExplainedValue>{' '}
          <span>
            {t(`coverage.split.${key}`)} · {formatPercent((percent[i] ?? 0) / 100, state.language)}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Centres, zones and parks: how much of each lies within reach, whether that is certain, and all of a kind together. */
export function AreaList({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { language } = state
  const { replacements, areCounted } = useReplacements()
  return (
    <section>
      <h3>{t('coverage.areas')}</h3>
      {coverage.areas.map(({ collection, reached, features }) => {
        const hectares = roundToSum(
          features.map((area) => area.reached.areaHectares.value),
          1,
        )
        return (
          <FeatureKind
            key={collection}
            collection={collection}
            open={collection !== 'later-parks'}
            summary={formatRangePercent(reached.areaShare, language)}
            features={features}
            renderDetail={(area, name, i) => (
              <>
                <ExplainedValue title={name} from="area">
                  {`${formatNumber(hectares[i] ?? 0, language, 1)} ha`}
                </ExplainedValue>
                {` · ${formatRangePercent(area.reached.areaShare, language)}`}
                {areCounted && findReplacement(replacements, collection, area.featureId)
                  ? ` · ${t('coverage.ownShape')}`
                  : ''}
                {area.isCertain ? '' : ` · ${t('coverage.uncertain')}`}
                {area.extent === 'none' ? <Beyond meters={area.outsideMeters} /> : null}
              </>
            )}
            total={
              <>
                <ExplainedValue title={t('coverage.kindSum')} from="area">
                  {`${formatNumber(reached.areaHectares.value, language, 1)} ha`}
                </ExplainedValue>
                {` · ${formatRangePercent(reached.areaShare, language)}`}
              </>
            }
          />
        )
      })}
    </section>
  )
}

/** Ports, airport, gates, stations …: inside, outside and by how far, or not to be told. */
export function PointList({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  return (
    <section>
      <h3>{t('coverage.points')}</h3>
      {coverage.points.map((kind) => (
        <FeatureKind
          key={kind.collection}
          collection={kind.collection}
          open={false}
          summary={`${kind.inside} ${t('coverage.inside')} · ${kind.uncertain} ${t('coverage.uncertain')} · ${kind.outside} ${t('coverage.outside')}`}
          features={kind.features}
          renderDetail={(point, name) =>
            point.distanceMeters ? (
              <>
                {t(`coverage.${point.verdict}`)} ·{' '}
                <ExplainedValue title={name} from="point">
                  {t('coverage.fromLine', {
                    distance: formatKilometers(point.distanceMeters.value / 1000, state.language),
                  })}
                </ExplainedValue>
              </>
            ) : (
              t('coverage.unplaced')
            )
          }
        />
      ))}
    </section>
  )
}

interface FeatureKindProps<T> {
  collection: string
  open: boolean
  summary: string
  features: readonly T[]
  renderDetail: (feature: T, name: string, index: number) => ReactNode
  /** Of all of them, in a row of its own. */
  total?: ReactNode
}

/** All features of one kind under a heading that sums them up; a press on a name shows the feature. */
function FeatureKind<T extends { featureId: string; name_vi: string; name_en: string }>(props: FeatureKindProps<T>) {
  const { collection, open, summary, features, renderDetail, total } = props
  const { t } = useTranslation()
  const { state } = useAtlas()
  const select = useSelect()
  const kind = kindOfCollection(collection)
  if (!kind || features.length === 0) return null
  return (
    <details className="coverage-kind" open={open}>
      <summary>
        {t(`kind.${kind}`)} <span className="quiet">{summary}</span>
      </summary>
      <ul>
        {features.map((feature, i) => {
          const name = state.language === 'vi' ? feature.name_vi : feature.name_en
          return (
            <li key={feature.featureId}>
              <button type="button" className="link-button" onClick={() => select({ kind, id: feature.featureId })}>
                {name}
              </button>
              <span className="row-note">{renderDetail(feature, name, i)}</span>
            </li>
          )
        })}
        {total ? (
          <li className="kind-total">
            {t('coverage.kindSum')}
            <span className="row-note">{total}</span>
          </li>
        ) : null}
      </ul>
    </details>
  )
}

function Beyond({ meters }: { meters: Range | null }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  return meters ? (
    <> · {t('coverage.outsideBy', { distance: formatKilometers(meters.value / 1000, state.language) })}</>
  ) : null
}

/** Each corridor by itself, and what no other one reaches. */
export function LineTable({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const name = useCorridorName()
  return (
    <section>
      <h3>{t('coverage.lines')}</h3>
      <table className="figures coverage-table">
        <thead>
          <tr>
            <th scope="col">{t('kind.corridor')}</th>
            <th scope="col">{t('coverage.alone')}</th>
            <th scope="col">{t('coverage.only')}</th>
          </tr>
        </thead>
        <tbody>
          {coverage.lines.map((line) => (
            <tr key={line.lineId}>
              <th scope="row">{name(line.lineId)}</th>
              <td>
                <ExplainedValue title={`${name(line.lineId)} · ${t('coverage.alone')}`} from="ground">
                  {formatRangePercent(line.alone.areaShare, state.language)}
                </ExplainedValue>
              </td>
              <td>
                <ExplainedValue title={`${name(line.lineId)} · ${t('coverage.only')}`} from="ground">
                  {formatHectares(line.only.areaHectares.value, state.language)}
                </ExplainedValue>
                <span className="row-note">
                  {t('coverage.peopleCount', { value: formatNumber(line.only.people.value, state.language, 0) })}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The largest populated stretches that nothing reaches; a press goes there. */
export function GapList({
  gaps,
  onGo,
}: {
  gaps: CoverageGaps
  onGo: (bounds: [number, number, number, number]) => void
}) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const name = useCorridorName()
  const vi = state.language === 'vi'
  const title = (gap: CoverageGap) =>
    gap.communes
      .slice(0, 3)
      .map((one) => (vi ? one.name_vi : one.name_en))
      .join(', ')
  return (
    <section>
      <h3>{t('coverage.gaps')}</h3>
      <ol className="cards">
        {gaps.gaps.map((gap) => (
          <li key={gap.rank}>
            <button type="button" className="card-button" onClick={() => onGo(gap.bbox)}>
              <span className="card-button-title">
                {gap.rank}. {title(gap)}
              </span>
              <span className="quiet">
                {t('coverage.gap', {
                  people: formatNumber(gap.people, state.language, 0),
                  area: formatHectares(gap.areaHectares, state.language),
                  line: name(gap.nearestLineId),
                  distance: formatKilometers(gap.distanceMeters / 1000, state.language),
                })}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

export function useCorridorName(): (id: string) => string {
  const { state } = useAtlas()
  const { data: corridors } = useCollection('corridors')
  return (id) => {
    const corridor = corridors?.features.find((one) => one.id === id)
    return corridor ? nameOf(corridor.properties, state.language) : id
  }
}
