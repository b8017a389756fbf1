import type { ReactNode } from 'react'
import type { Coverage, CoverageGap, CoverageGaps, Range, ReachedGround } from '../../../server/domain/coverage.ts'
import { useCollection } from '../../api/queries.ts'
import { formatHectares, formatKilometers, formatNumber, formatRangePercent } from '../../format/numbers.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { kindOfCollection } from '../../state/kinds.ts'
import { nameOf } from '../card/any-feature.ts'
import { useSelect } from '../use-select.ts'
import { Computed } from '../Value.tsx'

/** Land and people within reach, district by district; the last row is the whole, to which they add up. */
export function DistrictTable({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const select = useSelect()
  const vi = state.language === 'vi'
  const rows = coverage.districts.toSorted((a, b) => b.reached.people.value - a.reached.people.value)
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
          {rows.map((row) => (
            <tr key={row.featureId}>
              <th scope="row">
                <button
                  type="button"
                  className="link-button"
                  onClick={() => select({ kind: 'district', id: row.featureId })}
                >
                  {vi ? row.name_vi : row.name_en}
                </button>
              </th>
              <ReachedCells reached={row.reached} />
            </tr>
          ))}
          <tr className="total-row">
            <th scope="row">{t('coverage.sum')}</th>
            <ReachedCells reached={coverage.whole} />
          </tr>
        </tbody>
      </table>
    </section>
  )
}

function ReachedCells({ reached }: { reached: ReachedGround }) {
  const { state } = useAtlas()
  const { language } = state
  return (
    <>
      <td>
        <Computed>{formatHectares(reached.areaHectares.value, language)}</Computed>
        <span className="row-note">{formatRangePercent(reached.areaShare, language)}</span>
      </td>
      <td>
        <Computed>{formatNumber(reached.people.value, language, 0)}</Computed>
        {reached.peopleShare ? (
          <span className="row-note">{formatRangePercent(reached.peopleShare, language)}</span>
        ) : null}
      </td>
    </>
  )
}

/** Centres, zones and parks: how much of each lies within reach, and whether that is certain. */
export function AreaList({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { language } = state
  return (
    <section>
      <h3>{t('coverage.areas')}</h3>
      {coverage.areas.map((kind) => (
        <FeatureKind
          key={kind.collection}
          collection={kind.collection}
          open={kind.collection !== 'later-parks'}
          summary={formatRangePercent(kind.reached.areaShare, language)}
          features={kind.features}
          describe={(area) => (
            <>
              <Computed>{formatRangePercent(area.reached.areaShare, language)}</Computed>
              {area.isCertain ? '' : ` · ${t('coverage.uncertain')}`}
              {area.extent === 'none' ? <Beyond meters={area.outsideMeters} /> : null}
            </>
          )}
        />
      ))}
    </section>
  )
}

/** Ports, airport, gates, stations …: inside, outside and by how far, or not to be told. */
export function PointList({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation()
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
          describe={(point) => (
            <>
              {t(`coverage.${point.verdict}`)}
              {point.verdict === 'outside' ? <Beyond meters={point.outsideMeters} /> : null}
            </>
          )}
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
  describe: (feature: T) => ReactNode
}

/** All features of one kind under a heading that sums them up; a press on a name shows the feature. */
function FeatureKind<T extends { featureId: string; name_vi: string; name_en: string }>(props: FeatureKindProps<T>) {
  const { collection, open, summary, features, describe } = props
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
        {features.map((feature) => (
          <li key={feature.featureId}>
            <button type="button" className="link-button" onClick={() => select({ kind, id: feature.featureId })}>
              {state.language === 'vi' ? feature.name_vi : feature.name_en}
            </button>
            <span className="row-note">{describe(feature)}</span>
          </li>
        ))}
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
                <Computed>{formatRangePercent(line.alone.areaShare, state.language)}</Computed>
              </td>
              <td>
                <Computed>{formatHectares(line.only.areaHectares.value, state.language)}</Computed>
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

function useCorridorName(): (id: string) => string {
  const { state } = useAtlas()
  const { data: corridors } = useCollection('corridors')
  return (id) => {
    const corridor = corridors?.features.find((one) => one.id === id)
    return corridor ? nameOf(corridor.properties, state.language) : id
  }
}
