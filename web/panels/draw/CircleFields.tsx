import type { Polygon } from 'geojson'
import { useMemo, useState } from 'react'
import { circleOf, toCirclePolygon } from '../../compute/measure.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { CornerTable, SystemChoice } from './Coordinates.tsx'
import type { CoordinateSystem } from './coordinate-systems.ts'
import { MetersField } from './MetersField.tsx'

/** A circle by its centre and its radius, each to be typed over. */
export function CircleFields({ geometry, onChange }: { geometry: Polygon; onChange: (geometry: Polygon) => void }) {
  const { t } = useTranslation()
  const [system, setSystem] = useState<CoordinateSystem>('wgs84')
  const circle = useMemo(() => circleOf(geometry), [geometry])
  return (
    <details className="card-section">
      <summary>{t('draw.circle.title')}</summary>
      <RadiusField
        meters={circle.radiusMeters}
        onChange={(radiusMeters) => onChange(toCirclePolygon({ ...circle, radiusMeters }))}
      />
      <SystemChoice system={system} onChoose={setSystem} />
      <CornerTable
        corners={[circle.center]}
        system={system}
        least={1}
        name={t('draw.circle.center')}
        onChange={([center]) => center && onChange(toCirclePolygon({ ...circle, center }))}
      />
    </details>
  )
}

const radiusLimits = { least: 1, most: 100_000 }

export function RadiusField({ meters, onChange }: { meters: number; onChange: (meters: number) => void }) {
  const { t } = useTranslation()
  return (
    <MetersField
      label={t('draw.circle.radius')}
      meters={meters}
      {...radiusLimits}
      problem={t('draw.circle.problem')}
      onChange={onChange}
    />
  )
}
