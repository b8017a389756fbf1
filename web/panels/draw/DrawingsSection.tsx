import { useCallback, useId, useMemo, useState } from 'react'
import type { DrawListener, DrawnGeometry, EditableShape } from '../../map/draw/draw-session.ts'
import { drawingLayers } from '../../map/extras/drawings.ts'
import { toCirclePolygon } from '../../compute/measure.ts'
import { boundsOf } from '../../format/bounds.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import {
  drawingColors,
  freeColor,
  freeName,
  putDrawing,
  removeDrawing,
  type Drawing,
  type DrawingKind,
  freshId,
} from '../../state/drawing-document.ts'
import { drawnDocument, edit, useDrawings } from '../../state/drawing-store.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { RadiusField } from './CircleFields.tsx'
import { DeletedNotice } from './DeletedNotice.tsx'
import { DrawingDetails } from './DrawingDetails.tsx'
import { LiveMeasure } from './LiveMeasure.tsx'
import { PasteCorners, SystemChoice } from './Coordinates.tsx'
import type { CoordinateSystem } from './coordinate-systems.ts'
import { ToolBar } from './ToolBar.tsx'
import { useDeleteKey, usePencil } from './use-pencil.ts'
import { wishDrawings } from './wish-shapes.ts'

/** Shapes of the reader's own: to draw, to list, to change, and what they hold. */
export function DrawingsSection() {
  const { t } = useTranslation()
  const drawings = useDrawings((store) => store.history.now.drawings)
  const openId = useDrawings((store) => store.openDrawingId)
  const progress = useDrawings((store) => store.progress)
  const open = drawings.find(({ id }) => id === openId) ?? null
  const [deleted, setDeleted] = useState<string | null>(null)

  const addDrawing = useCallback(
    (kind: Drawing['kind'], geometry: DrawnGeometry) => {
      const { drawings: before } = drawnDocument()
      const drawing: Drawing = {
        id: freshId(),
        name: freeName(t(`draw.kind.${kind}`), before.map(({ name }) => name)), // prettier-ignore
        kind,
        color: freeColor(before),
        visible: true,
        uncertaintyMeters: 0,
        geometry,
      }
      edit((document) => putDrawing(document, drawing))
      useDrawings.setState({ tool: 'select', openDrawingId: drawing.id })
    },
    [t],
  )
  const remove = useCallback((drawing: Drawing) => {
    edit((document) => removeDrawing(document, drawing.id))
    useDrawings.setState({ openDrawingId: null })
    setDeleted(drawing.name)
  }, [])
  useDeleteKey(useCallback(() => open && remove(open), [open, remove]))

  const shapes = useMemo(
    (): EditableShape[] => (open?.visible ? [{ id: open.id, kind: open.kind, geometry: open.geometry }] : []),
    [open],
  )
  const listener: DrawListener = {
    drawn: addDrawing,
    moving: (id, geometry) => useDrawings.setState({ progress: geometry ? { id, geometry } : null }),
    moved: (id, geometry) => {
      const drawing = drawnDocument().drawings.find((one) => one.id === id)
      if (drawing) edit((document) => putDrawing(document, { ...drawing, geometry }))
    },
    picked: ({ id }) => useDrawings.setState({ openDrawingId: String(id) }),
    letGo: () => useDrawings.setState({ openDrawingId: null, progress: null }),
  }
  usePencil(shapes, drawingLayers, listener)

  const shown = open && progress?.id === open.id ? { ...open, geometry: progress.geometry } : open
  const others = drawings.filter(({ id, geometry }) => id !== openId && geometry.type === 'Polygon')
  return (
    <>
      <ToolBar tools={['select', 'polygon', 'line', 'point', 'circle']} />
      {progress && progress.id === null ? <LiveMeasure geometry={progress.geometry} /> : null}
      <DeletedNotice name={deleted} onUndone={() => setDeleted(null)} />
      {drawings.length === 0 ? <p className="quiet">{t('draw.none')}</p> : null}
      <ul className="draw-list">
        {drawings.map((drawing) => (
          <DrawingRow
            key={drawing.id}
            drawing={drawing}
            isOpen={drawing.id === openId}
            onDelete={() => remove(drawing)}
          />
        ))}
      </ul>
      {drawings.length > 1 ? (
        <button
          type="button"
          className="button export-all"
          onClick={() => wishDrawings(drawings, { name: t('draw.sections.drawings'), about: t('draw.exportAbout') })}
        >
          {t('draw.exportAll', { count: drawings.length })}
        </button>
      ) : null}
      {shown ? <DrawingDetails drawing={shown} others={others} /> : <PasteShape onDone={addDrawing} />}
    </>
  )
}

function DrawingRow({ drawing, isOpen, onDelete }: { drawing: Drawing; isOpen: boolean; onDelete: () => void }) {
  const { t } = useTranslation()
  const map = useWorkbench((bench) => bench.map)
  const { id, name, color, visible, geometry } = drawing
  const change = (more: Partial<Drawing>) => edit((document) => putDrawing(document, { ...drawing, ...more }))
  const nextColor = drawingColors[(drawingColors.findIndex((one) => one === color) + 1) % drawingColors.length] ?? color
  return (
    <li data-open={isOpen}>
      <button
        type="button"
        className="swatch-button"
        style={{ background: color }}
        aria-label={t('draw.recolor', { name })}
        onClick={() => change({ color: nextColor })}
      />
      <button
        type="button"
        className="draw-name"
        aria-pressed={isOpen}
        onClick={() => useDrawings.setState({ openDrawingId: isOpen ? null : id, tool: 'select', progress: null })}
      >
        {name}
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={t('draw.zoomTo', { name })}
        onClick={() => map?.flyTo({ bounds: boundsOf(geometry) })}
      >
        <svg viewBox="0 0 24 24" width="16" height="16" aria-hidden="true" className="line-icon">
          <path d="M12 3v5M12 16v5M3 12h5M16 12h5M12 6.500a5.500 5.500 0 1 0 .01 0" />
        </svg>
      </button>
      <button
        type="button"
        className="icon-button"
        aria-pressed={visible}
        aria-label={t(visible ? 'draw.hide' : 'draw.show', { name })}
        onClick={() => change({ visible: !visible })}
      >
        <svg viewBox="0 0 24 24" width="16" height="16" aria-hidden="true" className="line-icon">
          <path d={visible ? eye : closedEye} />
        </svg>
      </button>
      <button type="button" className="icon-button" aria-label={t('draw.delete', { name })} onClick={onDelete}>
        ✕
      </button>
    </li>
  )
}

const eye =
  'M2.500 12C5 7.500 8.500 5.500 12 5.500s7 2 9.500 6.500c-2.500 4.500-6 6.500-9.500 6.500s-7-2-9.500-6.500zM12 9a3 3 0 1 0 .01 0'
const closedEye =
  'M2.500 10C5 14 8.500 15.500 12 15.500s7-1.500 9.500-5.500M5 13.500l-2 2.500M12 15.500v3.500M19 13.500l2 2.500'

/** A whole shape out of typed coordinates: nothing needs a pointer. */
function PasteShape({ onDone }: { onDone: (kind: DrawingKind, geometry: DrawnGeometry) => void }) {
  const { t } = useTranslation()
  const id = useId()
  const [system, setSystem] = useState<CoordinateSystem>('5897-en')
  const [kind, setKind] = useState<DrawingKind>('polygon')
  const [radiusMeters, setRadiusMeters] = useState(1000)
  return (
    <details className="card-section">
      <summary>{t('draw.paste.title')}</summary>
      <div className="draw-field">
        <label htmlFor={id}>{t('draw.paste.kind')}</label>
        <select id={id} value={kind} onChange={(event) => setKind(event.target.value as DrawingKind)}>
          {(Object.keys(cornersNeeded) as DrawingKind[]).map((one) => (
            <option key={one} value={one}>
              {t(`draw.kind.${one}`)}
            </option>
          ))}
        </select>
      </div>
      {kind === 'circle' ? <RadiusField meters={radiusMeters} onChange={setRadiusMeters} /> : null}
      <SystemChoice system={system} onChoose={setSystem} />
      <PasteCorners
        system={system}
        label={t(kind === 'circle' ? 'draw.paste.labelCenter' : 'draw.paste.label')}
        {...cornersNeeded[kind]}
        onDone={(corners) => {
          const [first = []] = corners
          onDone(
            kind,
            kind === 'circle'
              ? toCirclePolygon({ center: first, radiusMeters })
              : kind === 'point'
                ? { type: 'Point', coordinates: first }
                : kind === 'line'
                  ? { type: 'LineString', coordinates: corners }
                  : { type: 'Polygon', coordinates: [[...corners, first]] },
          )
        }}
      />
    </details>
  )
}

const cornersNeeded: Record<DrawingKind, { least: number; most?: number }> = {
  polygon: { least: 3 },
  line: { least: 2 },
  point: { least: 1, most: 1 },
  circle: { least: 1, most: 1 },
}
