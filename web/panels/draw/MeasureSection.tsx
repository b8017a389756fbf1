import { useMemo, useState } from 'react'
import type { DrawListener, DrawnGeometry } from '../../map/draw/draw-session.ts'
import { measureExtra } from '../../map/extras/drawings.ts'
import { geodesicDistanceMeters } from '../../compute/measure.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { freeColor, freeName, putDrawing, type Drawing, freshId } from '../../state/drawing-document.ts'
import { drawnDocument, edit, useDrawings } from '../../state/drawing-store.ts'
import { useMapExtra } from '../../state/workbench.ts'
import { formatLength, LiveMeasure } from './LiveMeasure.tsx'
import { ToolBar } from './ToolBar.tsx'
import { usePencil } from './use-pencil.ts'

const noShapes = [] as const

/** A ruler: distance with each of its segments, or an area, while it is drawn; nothing is kept unless asked. */
export function MeasureSection() {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const progress = useDrawings((store) => store.progress)
  const [measured, setMeasured] = useState<DrawnGeometry | null>(null)
  const listener: DrawListener = {
    drawn: (_, geometry) => {
      setMeasured(geometry)
      useDrawings.setState({ progress: null })
    },
    moving: (id, geometry) => {
      if (geometry) setMeasured(null)
      useDrawings.setState({ progress: geometry ? { id, geometry } : null })
    },
    moved: () => undefined,
    picked: () => undefined,
    letGo: () => undefined,
  }
  usePencil(noShapes, noShapes, listener)
  const shown = progress?.geometry ?? measured
  const segments = useMemo(() => segmentsOf(measured), [measured])
  useMapExtra(
    useMemo(
      () =>
        measured
          ? measureExtra(
              measured,
              segments.map(({ middle, meters }) => ({ middle, label: formatLength(meters, state.language) })),
            )
          : null,
      [measured, segments, state.language],
    ),
  )
  const keep = () => {
    if (!measured) return
    const { drawings } = drawnDocument()
    const kind = measured.type === 'Polygon' ? 'polygon' : 'line'
    const names = drawings.map(({ name }) => name)
    const drawing: Drawing = {
      id: freshId(),
      name: freeName(t(`draw.kind.${kind}`), names),
      kind,
      color: freeColor(drawings),
      visible: true,
      uncertaintyMeters: 0,
      geometry: measured,
    }
    edit((document) => putDrawing(document, drawing))
    useDrawings.setState({ section: 'drawings', tool: 'select', openDrawingId: drawing.id })
  }
  return (
    <>
      <p className="quiet">{t('draw.measure.intro')}</p>
      <ToolBar tools={['line', 'polygon']} />
      {shown ? <LiveMeasure geometry={shown} /> : null}
      {segments.length > 0 ? (
        <ol className="segment-list">
          {segments.map(({ meters }, i) => (
            <li key={i}>{formatLength(meters, state.language)}</li>
          ))}
        </ol>
      ) : null}
      {measured ? (
        <button type="button" className="button" onClick={keep}>
          {t('draw.measure.keep')}
        </button>
      ) : null}
    </>
  )
}

function segmentsOf(geometry: DrawnGeometry | null): { middle: [number, number]; meters: number }[] {
  const line =
    geometry?.type === 'LineString' ? geometry.coordinates : geometry?.type === 'Polygon' ? geometry.coordinates[0] : []
  return (line ?? []).slice(1).map((to, i) => {
    const from = line?.[i] ?? to
    const middle: [number, number] = [((from[0] ?? 0) + (to[0] ?? 0)) / 2, ((from[1] ?? 0) + (to[1] ?? 0)) / 2]
    return { middle, meters: geodesicDistanceMeters(from, to) }
  })
}
