import { useId, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { cornersOf, putDrawing, withCorners, type Drawing } from '../../state/drawing-document.ts'
import { edit } from '../../state/drawing-store.ts'
import { CircleFields } from './CircleFields.tsx'
import { ContentsView } from './ContentsView.tsx'
import { CornerTable, SystemChoice } from './Coordinates.tsx'
import type { CoordinateSystem } from './coordinate-systems.ts'
import { MetersField } from './MetersField.tsx'
import { PlaceView } from './PlaceView.tsx'
import { wishDrawings } from './wish-shapes.ts'

const leastCorners: Record<Drawing['geometry']['type'], number> = { Polygon: 3, LineString: 2, Point: 1 }

/** One drawing: its name, how sure it is, its corners, and what the atlas knows about the place. */
export function DrawingDetails({ drawing, others }: { drawing: Drawing; others: readonly Drawing[] }) {
  const { t } = useTranslation()
  const change = (more: Partial<Drawing>) => edit((document) => putDrawing(document, { ...drawing, ...more }))
  return (
    <section className="draw-details" aria-label={drawing.name}>
      <NameField key={`name ${drawing.id}`} name={drawing.name} onRename={(name) => change({ name })} />
      <UncertaintyField
        key={`uncertainty ${drawing.id}`}
        meters={drawing.uncertaintyMeters}
        hint={t(`draw.uncertainty.hint.${drawing.geometry.type === 'Polygon' ? 'area' : 'place'}`)}
        onChange={(uncertaintyMeters) => change({ uncertaintyMeters })}
      />
      {drawing.kind === 'circle' && drawing.geometry.type === 'Polygon' ? (
        <CircleFields geometry={drawing.geometry} onChange={(geometry) => change({ geometry })} />
      ) : (
        <CornerFields drawing={drawing} onChange={(geometry) => change({ geometry })} />
      )}
      <button
        type="button"
        className="button"
        onClick={() => wishDrawings([drawing], { name: drawing.name, about: t('draw.exportAbout') })}
      >
        {t('draw.export')}
      </button>
      {drawing.geometry.type === 'Polygon' ? (
        <ContentsView key={drawing.id} drawing={drawing} others={others} />
      ) : (
        <PlaceView drawing={drawing} />
      )}
    </section>
  )
}

function CornerFields({ drawing, onChange }: { drawing: Drawing; onChange: (geometry: Drawing['geometry']) => void }) {
  const { t } = useTranslation()
  const [system, setSystem] = useState<CoordinateSystem>('wgs84')
  const corners = cornersOf(drawing)
  return (
    <details className="card-section">
      <summary>{t('draw.corners', { count: corners.length })}</summary>
      <SystemChoice system={system} onChoose={setSystem} />
      <CornerTable
        corners={corners}
        system={system}
        least={leastCorners[drawing.geometry.type]}
        onChange={(next) => {
          const geometry = withCorners(drawing.geometry, next)
          if (geometry) onChange(geometry)
        }}
      />
    </details>
  )
}

export function NameField({ name, onRename }: { name: string; onRename: (name: string) => void }) {
  const { t } = useTranslation()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const commit = () => {
    const next = typed?.trim().normalize('NFC').slice(0, 80)
    if (next && next !== name) onRename(next)
    setTyped(null)
  }
  return (
    <div className="draw-field">
      <label htmlFor={id}>{t('draw.name')}</label>
      <input
        id={id}
        className="text-input"
        value={typed ?? name}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
          if (event.key === 'Escape') setTyped(null)
        }}
      />
    </div>
  )
}

const mostUncertaintyMeters = 30_000

/** How far off the drawing may be, in metres; 0 takes it at its word. */
export function UncertaintyField({
  meters,
  hint,
  onChange,
}: {
  meters: number
  hint: string
  onChange: (meters: number) => void
}) {
  const { t } = useTranslation()
  return (
    <MetersField
      label={t('draw.uncertainty.label')}
      meters={meters}
      least={0}
      most={mostUncertaintyMeters}
      hint={hint}
      problem={t('draw.uncertainty.problem')}
      onChange={onChange}
    />
  )
}
