import { useCallback, useMemo } from 'react'
import type { NearestFeatures } from '../../../server/domain/nearest.ts'
import { askNearest, type DrawnPlace } from '../../compute/coverage-client.ts'
import { measureGeoJson } from '../../compute/measure.ts'
import { toGrid } from '../../compute/vn2000.ts'
import { formatKilometers, formatNumber } from '../../format/numbers.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import type { Drawing } from '../../state/drawing-document.ts'
import { kindOfCollection } from '../../state/kinds.ts'
import { useSelect } from '../use-select.ts'
import { Computed } from '../Value.tsx'
import { useLiveAnswer } from './use-live-answer.ts'

/** Of a line its length, of a point its coordinates, and of both what lies nearest. */
export function PlaceView({ drawing }: { drawing: Drawing }) {
  const { geometry } = drawing
  return (
    <>
      {geometry.type === 'LineString' ? <Length geometry={geometry} /> : null}
      {geometry.type === 'Point' ? <Readings position={geometry.coordinates} /> : null}
      <Nearest drawing={drawing} />
    </>
  )
}

function Length({ geometry }: { geometry: GeoJSON.LineString }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { length } = useMemo(() => measureGeoJson([geometry]), [geometry])
  if (!length) return null
  return (
    <dl className="draw-facts">
      <dt>{t('draw.length')}</dt>
      <dd>
        <Computed>{formatNumber(length.lengthKilometers, state.language, 3)} km</Computed>
        <span className="row-note">{state.language === 'vi' ? length.method.text_vi : length.method.text_en}</span>
      </dd>
    </dl>
  )
}

function Readings({ position: [longitude = 0, latitude = 0] }: { position: GeoJSON.Position }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const meters = (value: number) => formatNumber(value, state.language, 2)
  return (
    <dl className="draw-facts">
      <dt>WGS 84</dt>
      <dd>
        {latitude.toFixed(6)}, {longitude.toFixed(6)}
      </dd>
      {(['EPSG:5897', 'EPSG:3405'] as const).map((system) => {
        const [east, north] = toGrid(system, [longitude, latitude])
        return (
          <div key={system}>
            <dt>{t(`draw.grid.${system.slice(5)}`)}</dt>
            <dd>
              E {meters(east)} · N {meters(north)} <span className="row-note">{t('draw.gridNote')}</span>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function Nearest({ drawing }: { drawing: Drawing }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const select = useSelect()
  const { geometry, id, name, uncertaintyMeters } = drawing
  const question = useMemo(
    (): DrawnPlace | null => (geometry.type === 'Polygon' ? null : { id: name, geometry, uncertaintyMeters }),
    [geometry, name, uncertaintyMeters],
  )
  const ask = useCallback((place: DrawnPlace) => askNearest(place, `nearest ${id}`), [id])
  const { data, problem } = useLiveAnswer(question, ask, state.language)
  const named = (one: { name_vi: string; name_en: string }) => (state.language === 'vi' ? one.name_vi : one.name_en)
  const away = (meters: number) => formatKilometers(meters / 1000, state.language)
  if (problem) {
    return (
      <p className="problem" role="alert">
        {problem}
      </p>
    )
  }
  if (!data) return <p className="quiet">{t('app.loading')}</p>
  const { commune, district, kinds }: NearestFeatures = data
  return (
    <section>
      {commune && district ? (
        <p className="quiet">{t('draw.liesIn', { commune: named(commune), district: named(district) })}</p>
      ) : null}
      <h3>{t('draw.nearest')}</h3>
      <ul className="near-list">
        {kinds
          .toSorted((one, other) => one.distanceMeters.value - other.distanceMeters.value)
          .map((near) => {
            const kind = kindOfCollection(near.collection)
            const { low, value, high } = near.distanceMeters
            return (
              <li key={near.collection}>
                <button
                  type="button"
                  className="link-button"
                  onClick={() => kind && select({ kind, id: near.featureId })}
                >
                  {named(near)}
                </button>
                <span className="row-note">
                  {kind ? t(`kind.${kind}`) : ''} · <Computed>{away(value)}</Computed> ({away(low)}–{away(high)})
                </span>
              </li>
            )
          })}
      </ul>
    </section>
  )
}
