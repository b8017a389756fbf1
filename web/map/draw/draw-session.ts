import type { LineString, Point, Polygon, Position } from 'geojson'
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import {
  TerraDraw,
  TerraDrawCircleMode,
  TerraDrawLineStringMode,
  TerraDrawModeUndoRedo,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
  type GeoJSONStoreFeatures,
  type SnapToCustom,
  type TerraDrawMouseEvent,
} from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import { freshId } from '../../state/drawing-document.ts'
import type { DrawTool } from '../../state/drawing-store.ts'
import { useEngine } from '../engine.ts'
import { keepGuests } from './keep-guests.ts'
import { snapTo, type SnapEdges } from './snap.ts'

/**
 * A pencil on the map: draws one shape at a time, and lets shapes that are handed to it be moved by their corners.
 *
 * Nothing is kept here: a finished or moved shape is told and forgotten. terra-draw's own layers hold only what is
 * under the pencil; everything else that was drawn is a `MapExtra`.
 */
export type DrawnGeometry = Polygon | LineString | Point

export interface EditableShape {
  id: string
  kind: 'polygon' | 'line' | 'point' | 'circle'
  geometry: DrawnGeometry
  /** Lines that are moved by handles keep the corners they have. */
  fixedCorners?: boolean
}

export interface DrawListener {
  /** A new shape is done. */
  drawn: (tool: Exclude<DrawTool, 'select'>, geometry: DrawnGeometry) => void
  /** A shape is under way: a new one (`id` null) or one that was handed over. Null: no longer. */
  moving: (id: string | null, geometry: DrawnGeometry | null) => void
  /** A shape that was handed over has a new form. */
  moved: (id: string, geometry: DrawnGeometry) => void
  /** A press on a feature of one of the layers that were named. */
  picked: (properties: Record<string, unknown>) => void
  /** The reader let go of the shape that was handed over. */
  letGo: () => void
}

export interface DrawSession {
  take: (tool: DrawTool) => void
  /** These shapes, and no others, can be moved; the first is selected. */
  edit: (shapes: readonly EditableShape[]) => void
  snapTo: (targets: readonly SnapEdges[]) => void
  /** Presses on these style layers are told. */
  pickFrom: (layers: readonly string[]) => void
  isDrawing: () => boolean
  finish: () => void
  cancel: () => void
  /** The last corner; false: nothing is being drawn. */
  undoCorner: () => boolean
  redoCorner: () => boolean
  stop: () => void
}

const prefix = 'pencil'
const reachPixels = 12
const ink = '#6a1b9a' as const
const white = '#ffffff' as const

const kindOfMode: Record<string, Exclude<DrawTool, 'select'>> = {
  polygon: 'polygon',
  linestring: 'line',
  point: 'point',
  circle: 'circle',
}
const modeOfKind = {
  polygon: 'polygon',
  line: 'linestring',
  point: 'point',
  circle: 'circle',
  select: 'select',
} as const

/** Null: there is no map to draw on. */
export function startDrawing(listener: DrawListener): DrawSession | null {
  const { map } = useEngine.getState()
  return map ? openSession(map, listener) : null
}

function openSession(map: MapLibreMap, listener: DrawListener): DrawSession {
  let targets: readonly SnapEdges[] = []
  let pickable: readonly string[] = []
  let edited: readonly EditableShape[] = []
  // While shapes are put down or taken up here, terra-draw's events are only echoes.
  let isSettingUp = false

  const snap: SnapToCustom = (event) => snapNear(map, event, targets)
  const snapping = { toCustom: snap }
  const coarse = matchMedia('(pointer: coarse)').matches
  const pointerDistance = coarse ? 30 : 16
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, prefixId: prefix, coordinatePrecision: 9 }),
    idStrategy: { isValidId: (id) => typeof id === 'string' && id !== '', getId: freshId },
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
    modes: [
      new TerraDrawPolygonMode({ snapping, pointerDistance, showCoordinatePoints: true, styles: polygonStyle }),
      new TerraDrawLineStringMode({ snapping, pointerDistance, showCoordinatePoints: true, styles: lineStyle }),
      new TerraDrawPointMode({ styles: pointStyle }),
      new TerraDrawCircleMode({ styles: areaStyle }),
      selectMode(pointerDistance, snapping, (id) => edited.some((shape) => shape.id === id && shape.kind === 'circle')),
    ],
  })

  const stopKeeping = keepGuests(map, prefix)
  draw.start()
  draw.setMode('select')

  const featureOf = (id: string | number) => draw.getSnapshotFeature(id)
  draw.on('finish', (id, { action, mode }) => {
    const feature = featureOf(id)
    if (!feature || isSettingUp) return
    const own = edited.find((shape) => shape.id === String(id))
    if (action === 'draw') {
      const tool = kindOfMode[mode]
      isSettingUp = true
      draw.removeFeatures([id])
      isSettingUp = false
      listener.moving(null, null)
      if (tool) listener.drawn(tool, rounded(feature.geometry))
    } else if (own) {
      listener.moved(own.id, rounded(feature.geometry))
    }
  })
  draw.on('change', (ids, type) => {
    if (isSettingUp || type === 'delete') return
    for (const id of ids) {
      const feature = featureOf(id)
      if (!feature) continue
      const own = edited.find((shape) => shape.id === String(id))
      if (own) listener.moving(own.id, feature.geometry)
      else if (draw.getModeState() === 'drawing' && feature.geometry.type !== 'Point')
        listener.moving(null, feature.geometry)
    }
  })
  draw.on('deselect', () => {
    if (!isSettingUp) listener.letGo()
  })

  const pick = ({ point }: MapMouseEvent) => {
    if (!draw.enabled || draw.getMode() !== 'select') return
    const layers = pickable.filter((id) => map.getLayer(id))
    const reach = coarse ? 12 : 5
    const [found] = map.queryRenderedFeatures(
      [
        [point.x - reach, point.y - reach],
        [point.x + reach, point.y + reach],
      ],
      { layers },
    )
    if (found) listener.picked(found.properties)
  }
  map.on('click', pick)

  // A circle takes its second press for its edge only if the pointer has moved since the first, and no finger does.
  const moveFirst = ({ clientX, clientY, pointerId, pointerType, isPrimary }: PointerEvent) => {
    if (pointerType === 'mouse' || draw.getMode() !== 'circle' || draw.getModeState() !== 'drawing') return
    const moved = { clientX, clientY, pointerId, pointerType, isPrimary, cancelable: true }
    map.getCanvas().dispatchEvent(new PointerEvent('pointermove', moved))
  }
  map.getCanvas().addEventListener('pointerdown', moveFirst, { capture: true })

  const press = (key: string) => {
    if (!draw.enabled) return
    for (const type of ['keydown', 'keyup']) map.getCanvas().dispatchEvent(new KeyboardEvent(type, { key }))
  }

  // A panel that closes may still hold the session it had: once stopped, it does nothing.
  const session: DrawSession = {
    take: (tool) => {
      if (!draw.enabled) return
      const mode = modeOfKind[tool]
      if (draw.getMode() !== mode) draw.setMode(mode)
    },
    edit: (shapes) => {
      if (!draw.enabled) return
      isSettingUp = true
      draw.clear()
      edited = shapes
      const [first] = shapes
      if (first) {
        const fixed = first.fixedCorners === true
        draw.updateModeOptions<typeof TerraDrawSelectMode>('select', { flags: selectFlags(snapping, fixed) })
        const added = draw.addFeatures(shapes.map(toFeature))
        const isIn = added.findIndex(({ valid }) => valid)
        const selected = shapes[isIn]
        if (selected && draw.getMode() === 'select') draw.selectFeature(selected.id)
      }
      isSettingUp = false
    },
    snapTo: (next) => {
      targets = next
    },
    pickFrom: (layers) => {
      pickable = layers
    },
    isDrawing: () => draw.enabled && draw.getModeState() === 'drawing',
    finish: () => press('Enter'),
    cancel: () => {
      press('Escape')
      listener.moving(null, null)
    },
    undoCorner: () => draw.enabled && draw.getModeState() === 'drawing' && draw.undo(),
    redoCorner: () => draw.enabled && draw.getMode() !== 'select' && draw.canRedo() && draw.redo(),
    stop: () => {
      isSettingUp = true
      map.off('click', pick)
      map.getCanvas().removeEventListener('pointerdown', moveFirst, { capture: true })
      draw.stop()
      stopKeeping()
    },
  }
  return session
}

function snapNear(map: MapLibreMap, event: TerraDrawMouseEvent, targets: readonly SnapEdges[]): Position | undefined {
  const { lat } = map.unproject([event.containerX, event.containerY + reachPixels])
  return snapTo([event.lng, event.lat], targets, Math.abs(event.lat - lat)) ?? undefined
}

function toFeature({ id, kind, geometry }: EditableShape): GeoJSONStoreFeatures {
  return {
    type: 'Feature',
    id,
    properties: { mode: modeOfKind[kind] },
    // terra-draw refuses more decimals than it was told to keep.
    geometry: precise(geometry),
  }
}

/** Seven decimals, as everything stored: a centimetre. */
function rounded(geometry: GeoJSONStoreFeatures['geometry']): DrawnGeometry {
  return mapPositions(geometry, 1e7)
}

function precise(geometry: DrawnGeometry): DrawnGeometry {
  return mapPositions(geometry, 1e9)
}

function mapPositions(geometry: DrawnGeometry, factor: number): DrawnGeometry {
  const to = ([longitude = 0, latitude = 0]: Position): Position => [
    Math.round(longitude * factor) / factor,
    Math.round(latitude * factor) / factor,
  ]
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: to(geometry.coordinates) }
    case 'LineString':
      return { type: 'LineString', coordinates: geometry.coordinates.map(to) }
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(to)) }
  }
}

type Snapping = { toCustom: SnapToCustom }

/** Of a circle's 64 corners every eighth has a handle to be seen; the others would close up to a fat ring. */
const circleCornersBetweenHandles = 8

function selectMode(
  pointerDistance: number,
  snapping: Snapping,
  isCircle: (id: unknown) => boolean,
): TerraDrawSelectMode {
  const handleWidth =
    (width: number) =>
    ({ properties: { selectionPointFeatureId: id, index } }: GeoJSONStoreFeatures): number =>
      isCircle(id) && Number(index) % circleCornersBetweenHandles !== 0 ? 0 : width
  return new TerraDrawSelectMode({
    pointerDistance,
    flags: selectFlags(snapping, false),
    // Deleting is the panel's, which can undo it.
    keyEvents: { deselect: 'Escape', delete: null, rotate: null, scale: null },
    styles: {
      selectedPolygonColor: ink,
      selectedPolygonFillOpacity: 0.12,
      selectedPolygonOutlineColor: ink,
      selectedPolygonOutlineWidth: 2.5,
      selectedLineStringColor: ink,
      selectedLineStringWidth: 3,
      selectedPointColor: ink,
      selectedPointWidth: 7,
      selectedPointOutlineColor: white,
      selectedPointOutlineWidth: 2,
      selectionPointColor: white,
      selectionPointWidth: handleWidth(6),
      selectionPointOutlineColor: ink,
      selectionPointOutlineWidth: handleWidth(2.5),
      midPointColor: ink,
      midPointWidth: 3.5,
      midPointOutlineColor: white,
      midPointOutlineWidth: 1.5,
    },
  })
}

function selectFlags(snapping: Snapping, fixedCorners: boolean) {
  const corners = { draggable: true, snappable: snapping, midpoints: !fixedCorners, deletable: !fixedCorners }
  return {
    polygon: { feature: { draggable: true, coordinates: corners } },
    linestring: { feature: { draggable: !fixedCorners, coordinates: corners } },
    point: { feature: { draggable: true } },
    circle: { feature: { draggable: true, coordinates: { resizable: 'center' as const } } },
  }
}

const areaStyle = { fillColor: ink, fillOpacity: 0.12, outlineColor: ink, outlineWidth: 2.5 } as const
const corner = {
  coordinatePointColor: white,
  coordinatePointWidth: 5,
  coordinatePointOutlineColor: ink,
  coordinatePointOutlineWidth: 2,
  closingPointColor: ink,
  closingPointWidth: 6,
  closingPointOutlineColor: white,
  closingPointOutlineWidth: 2,
  snappingPointColor: '#0b6bcb',
  snappingPointWidth: 7,
  snappingPointOutlineColor: white,
  snappingPointOutlineWidth: 2,
} as const
const polygonStyle = { ...areaStyle, ...corner }
const lineStyle = { lineStringColor: ink, lineStringWidth: 3, ...corner } as const
const pointStyle = { pointColor: ink, pointWidth: 7, pointOutlineColor: white, pointOutlineWidth: 2 } as const
