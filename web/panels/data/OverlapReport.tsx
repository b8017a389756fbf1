import { useEffect, useState } from 'react'
import type { CollectionId } from '../../../server/domain/collections.ts'
import type { PlanOverlap, OverlapRange, OverlapRow } from '../../compute/layer-messages.ts'
import { fetchCollection } from '../../api/client.ts'
import { askLayer } from '../../compute/layer-client.ts'
import { formatHectares, formatNumber, formatRangePercent } from '../../format/numbers.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import type { ImportedLayer } from '../../state/imported-layers.ts'
import { kindOfCollection } from '../../state/kinds.ts'
import { Computed } from '../Value.tsx'
import { useSelect } from '../use-select.ts'

/** Areas first, then the points that an imported outline may contain. */
const compared = [
  'province',
  'zones',
  'zone-sea',
  'parks',
  'later-parks',
  'centres',
  'projects',
  'districts',
  'ports',
  'airports',
  'stations',
  'interchanges',
  'border-gates',
] as const satisfies readonly CollectionId[]

/** What of a layer lies in the zones, parks and districts of the plan, with the least and the most it can be. */
export function OverlapReport({ layer, isOpenAtFirst }: { layer: ImportedLayer; isOpenAtFirst: boolean }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  return (
    <details className="overlap" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('data.overlap.title')}</summary>
      {isOpen ? <Report layer={layer} /> : null}
    </details>
  )
}

function Report({ layer }: { layer: ImportedLayer }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { overlap, problem, retry } = useOverlap(layer)
  if (problem) {
    return (
      <div className="problem" role="alert">
        <p>{t(problem === 'too-slow' ? 'data.overlap.tooSlow' : 'data.overlap.failed')}</p>
        <button type="button" className="button" onClick={retry}>
          {t('app.retry')}
        </button>
      </div>
    )
  }
  if (!overlap)
    return (
      <p className="quiet" role="status">
        {t('data.overlap.working')}
      </p>
    )
  const { rows, areaHectares, lengthKilometers, pointCount } = overlap
  const number = (value: number, digits = 1) => formatNumber(value, state.language, digits)
  const groups = compared.flatMap((collection) => {
    const inGroup = rows.filter((row) => row.collection === collection)
    return inGroup.length > 0 ? [{ collection, rows: inGroup }] : []
  })
  return (
    <>
      <p>
        {areaHectares === null ? null : (
          <>
            {t('data.overlap.area')} <Computed>{formatHectares(areaHectares, state.language)}</Computed>{' '}
          </>
        )}
        {lengthKilometers === null ? null : (
          <>
            {t('data.overlap.length')} <Computed>{number(lengthKilometers)} km</Computed>{' '}
          </>
        )}
        {pointCount > 0 ? t('data.overlap.points', { count: pointCount, number: number(pointCount, 0) }) : null}
      </p>
      {groups.length === 0 ? <p className="quiet">{t('data.overlap.nothing')}</p> : null}
      {groups.map((group) => (
        <section key={group.collection}>
          <h4>{t(`kind.${kindOfCollection(group.collection)}`)}</h4>
          <ul>
            {group.rows.map((row) => (
              <Row key={row.featureId} row={row} />
            ))}
          </ul>
        </section>
      ))}
      <p className="fine-print">{t('data.overlap.how')}</p>
    </>
  )
}

function Row({ row }: { row: OverlapRow }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { language } = state
  const select = useSelect()
  const kind = kindOfCollection(row.collection)
  const range = ({ value, low, high }: OverlapRange, digits: number, unit: string) => {
    const [middle, least, most] = [value, low, high].map((one) => formatNumber(one, language, digits))
    return middle === least && middle === most ? `${middle} ${unit}` : `${middle} ${unit} (${least}–${most})`
  }
  const parts = [
    row.areaHectares ? range(row.areaHectares, row.areaHectares.value < 10 ? 2 : 0, 'ha') : null,
    row.areaShare ? formatRangePercent(row.areaShare, language) : null,
    row.lengthKilometers && row.lengthKilometers.value > 0 ? range(row.lengthKilometers, 1, 'km') : null,
    row.points && row.points.value > 0 ? range(row.points, 0, t('data.overlap.pointUnit')) : null,
    row.isPoint ? t('data.overlap.inside') : null,
  ].filter((part) => part !== null)
  return (
    <li>
      <button type="button" className="link-button" onClick={() => (kind ? select({ kind, id: row.featureId }) : null)}>
        {language === 'vi' ? row.name_vi : row.name_en}
      </button>
      <span className="row-note">
        <Computed>{parts.join(' · ')}</Computed>
      </span>
    </li>
  )
}

function useOverlap(layer: ImportedLayer) {
  const [overlap, setOverlap] = useState<PlanOverlap | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const { id, data } = layer
  useEffect(() => {
    let isCurrent = true
    const ask = async () => {
      const collections = await Promise.all(compared.map(async (name) => [name, await fetchCollection(name)] as const))
      return askLayer('overlap', { layer: { id, data }, ground: Object.fromEntries(collections) })
    }
    ask().then(
      (found) => isCurrent && setOverlap(found),
      (error: unknown) => isCurrent && setProblem(error instanceof Error ? error.message : String(error)),
    )
    return () => {
      isCurrent = false
    }
  }, [id, data, attempt])
  return {
    overlap,
    problem,
    retry: () => {
      setProblem(null)
      setAttempt((count) => count + 1)
    },
  }
}
