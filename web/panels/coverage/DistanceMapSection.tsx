import { useEffect, useMemo, useState } from 'react'
import type { DistanceMap } from '../../../server/domain/coverage.ts'
import { formatKilometers, formatPercent, formatRange } from '../../format/numbers.ts'
import { roundToSum } from '../../format/round-to-sum.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { MapExtra } from '../../map/extras/extra.ts'
import type { PointedHexagon } from '../../map/deck/hexagons.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { useDeckDrawing, useMapExtra } from '../../state/workbench.ts'
import { distanceClasses, distanceClassOf, distanceOpacity } from '../../theme/distance-classes.ts'
import { base, composite } from '../../theme/palette.ts'
import { useCorridorName } from './CoverageTables.tsx'

/** Switches the map of distances to the nearest corridor on and off, with its legend and what it is worth. */
export function DistanceMapSection() {
  const { t } = useTranslation()
  const { state, dispatch } = useAtlas()
  const { gaps: isOn } = state.look
  return (
    <section className="distance-map">
      <h3>{t('coverage.distances.title')}</h3>
      <label className="layer-switch">
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => dispatch({ type: 'look', look: { gaps: event.target.checked } })}
        />
        <span>{t('coverage.distances.show')}</span>
      </label>
      {isOn ? <Drawn corridors={state.coverageCorridors} /> : null}
    </section>
  )
}

/** deck.gl draws the hexagons; a printed legend has to say what their colours are. */
const distancesExtra = (title: string): MapExtra => ({
  id: 'distances',
  sources: {},
  layers: [],
  legend: distanceClasses.map(({ color }, i) => ({
    text: { name: `${title}: ${classLabel(i)}` },
    symbol: { symbol: 'area', fill: composite(color, base.province, distanceOpacity), edge: color },
  })),
})

function classLabel(index: number): string {
  const from = distanceClasses[index - 1]?.untilKilometers ?? 0
  const until = distanceClasses[index]?.untilKilometers ?? Infinity
  return until === Infinity ? `> ${from} km` : `${from}–${until} km`
}

function Drawn({ corridors }: { corridors: readonly string[] }) {
  const { t } = useTranslation()
  const distances = useDistances(corridors)
  const [pointed, setPointed] = useState<PointedHexagon | null>(null)
  useDeckDrawing(
    'distance-hexagons',
    useMemo(
      () =>
        distances.map
          ? (
              (map) => () =>
                import('../../map/deck/hexagons.ts').then(({ buildHexagons }) => buildHexagons(map, setPointed))
            )(distances.map)
          : null,
      [distances.map],
    ),
  )
  const hasMap = distances.map !== null
  useMapExtra(useMemo(() => (hasMap ? distancesExtra(t('coverage.distances.distance')) : null), [hasMap, t]))
  if (distances.isImpossible) return <p className="notice">{t('coverage.distances.impossible')}</p>
  if (!distances.map) return <p className="quiet">{t('coverage.working')}</p>
  return (
    <>
      <Legend map={distances.map} />
      <p className="fine-print">{t('coverage.distances.sentence')}</p>
      {pointed ? <Pointed pointed={pointed} /> : null}
    </>
  )
}

function Legend({ map }: { map: DistanceMap }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const counts = distanceClasses.map(() => 0)
  for (const { distanceMeters } of map.hexagons) {
    const index = distanceClassOf(distanceMeters.value)
    counts[index] = (counts[index] ?? 0) + 1
  }
  const percent = roundToSum(
    counts.map((count) => (100 * count) / map.hexagons.length),
    1,
  )
  return (
    <table className="distance-legend">
      <thead>
        <tr>
          <th scope="col">{t('coverage.distances.distance')}</th>
          <th scope="col">{t('coverage.distances.share')}</th>
        </tr>
      </thead>
      <tbody>
        {distanceClasses.map(({ color }, i) => (
          <tr key={color}>
            <th scope="row">
              <span
                className="distance-swatch"
                style={{ background: composite(color, base.province, distanceOpacity) }}
                aria-hidden="true"
              />
              {classLabel(i)}
            </th>
            <td>{formatPercent((percent[i] ?? 0) / 100, state.language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Beside the pointer: how far, how sure, from which corridor. */
function Pointed({ pointed: { hexagon, x, y } }: { pointed: PointedHexagon }) {
  const { state } = useAtlas()
  const name = useCorridorName()
  const inKilometers = (meters: number) => formatKilometers(meters / 1000, state.language)
  return (
    <div className="distance-tip" style={{ left: x + 14, top: y + 14 }}>
      <strong>{formatRange(hexagon.distanceMeters, inKilometers)}</strong>
      <span>{name(hexagon.nearestLineId)}</span>
    </div>
  )
}

interface Distances {
  map: DistanceMap | null
  /** The page has no worker or no WebAssembly. */
  isImpossible: boolean
}

function useDistances(corridors: readonly string[]): Distances {
  const [distances, setDistances] = useState<Distances>({ map: null, isImpossible: false })
  useEffect(() => {
    let isCurrent = true
    void (async () => {
      const { askDistances, startCoverageWorker } = await import('../../compute/coverage-client.ts')
      const works = await startCoverageWorker()
      const map = works ? await askDistances(corridors.length > 0 ? { corridorIds: corridors } : {}) : null
      if (isCurrent && (map || !works)) setDistances({ map, isImpossible: !works })
    })()
    return () => {
      isCurrent = false
    }
  }, [corridors])
  return distances
}
