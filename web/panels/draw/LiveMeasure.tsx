import { useMemo } from 'react'
import type { DrawnGeometry } from '../../map/draw/draw-session.ts'
import { geodesicDistanceMeters, measureGeoJson } from '../../compute/measure.ts'
import { formatNumber } from '../../format/numbers.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import type { Language } from '../../state/atlas-state.ts'
import { Computed } from '../Value.tsx'

/** How long and how large what is under the pencil is, on the ellipsoid. */
export function LiveMeasure({ geometry }: { geometry: DrawnGeometry }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const measured = useMemo(() => measureGeoJson([geometry]), [geometry])
  const corners = geometry.type === 'LineString' ? geometry.coordinates : []
  const [before, last] = corners.slice(-2)
  const segment = before && last ? geodesicDistanceMeters(before, last) : null
  const area = measured.ellipsoidArea?.areaHectares
  const kilometers = measured.length?.lengthKilometers ?? measured.perimeter?.lengthKilometers
  return (
    <dl className="live-measure" aria-label={t('draw.measure.live')}>
      {geometry.type === 'LineString' && segment !== null ? (
        <div>
          <dt>{t('draw.measure.segment')}</dt>
          <dd data-measure="segment">
            <Computed>{formatLength(segment, state.language)}</Computed>
          </dd>
        </div>
      ) : null}
      {kilometers !== undefined ? (
        <div>
          <dt>{t(geometry.type === 'Polygon' ? 'draw.row.perimeter' : 'draw.measure.total')}</dt>
          <dd data-measure="length">
            <Computed>{formatLength(kilometers * 1000, state.language)}</Computed>
          </dd>
        </div>
      ) : null}
      {area !== undefined && area > 0 ? (
        <div>
          <dt>{t('draw.measure.area')}</dt>
          <dd data-measure="area">
            <Computed>{formatNumber(area, state.language, area < 100 ? 3 : 1)} ha</Computed>
          </dd>
        </div>
      ) : null}
    </dl>
  )
}

export function formatLength(meters: number, language: Language): string {
  return meters < 1000 ? `${formatNumber(meters, language, 1)} m` : `${formatNumber(meters / 1000, language, 3)} km`
}
