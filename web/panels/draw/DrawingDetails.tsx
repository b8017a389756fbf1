import { useId, useState } from 'react'
import { parseNumber } from '../../format/parse-number.ts'
import { formatNumber } from '../../format/numbers.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { cornersOf, putDrawing, withCorners, type Drawing } from '../../state/drawing-document.ts'
import { edit } from '../../state/drawing-store.ts'
import { ContentsView } from './ContentsView.tsx'
import { CornerTable, SystemChoice } from './Coordinates.tsx'
import type { CoordinateSystem } from './coordinate-systems.ts'
import { PlaceView } from './PlaceView.tsx'
import { wishDrawings } from './wish-shapes.ts'

const leastCorners: Record<Drawing['geometry']['type'], number> = { Polygon: 3, LineString: 2, Point: 1 }

/** One drawing: its name, how sure it is, its corners, and what the atlas knows about the place. */
export function DrawingDetails({ drawing, others }: { drawing: Drawing; others: readonly Drawing[] }) {
  const { t } = useTranslation()
  const [system, setSystem] = useState<CoordinateSystem>('wgs84')
  const change = (more: Partial<Drawing>) => edit((document) => putDrawing(document, { ...drawing, ...more }))
  const corners = cornersOf(drawing)
  return (
    <section className="draw-details" aria-label={drawing.name}>
      <NameField key={`name ${drawing.id}`} name={drawing.name} onRename={(name) => change({ name })} />
      <UncertaintyField
        key={`uncertainty ${drawing.id}`}
        meters={drawing.uncertaintyMeters}
        hint={t(`draw.uncertainty.hint.${drawing.geometry.type === 'Polygon' ? 'area' : 'place'}`)}
        onChange={(uncertaintyMeters) => change({ uncertaintyMeters })}
      />
      <details className="card-section">
        <summary>{t('draw.corners', { count: corners.length })}</summary>
        <SystemChoice system={system} onChoose={setSystem} />
        <CornerTable
          corners={corners}
          system={system}
          least={leastCorners[drawing.geometry.type]}
          onChange={(next) => {
            const geometry = withCorners(drawing.geometry, next)
            if (geometry) change({ geometry, kind: drawing.kind === 'circle' ? 'polygon' : drawing.kind })
          }}
        />
      </details>
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
  const { state } = useAtlas()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const value = typed === null ? null : parseNumber(typed)
  const isWrong = typed !== null && (value === null || value < 0 || value > mostUncertaintyMeters)
  const commit = () => {
    if (typed === null || isWrong || value === null) return
    if (value !== meters) onChange(value)
    setTyped(null)
  }
  return (
    <div className="draw-field">
      <label htmlFor={id}>{t('draw.uncertainty.label')}</label>
      <input
        id={id}
        className="text-input"
        inputMode="decimal"
        aria-invalid={isWrong}
        aria-describedby={`${id}-hint`}
        value={typed ?? formatNumber(meters, state.language)}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
          if (event.key === 'Escape') setTyped(null)
        }}
      />
      <p id={`${id}-hint`} className={isWrong ? 'field-problem' : 'row-note'} role={isWrong ? 'alert' : undefined}>
        {isWrong ? t('draw.uncertainty.problem') : hint}
      </p>
    </div>
  )
}
