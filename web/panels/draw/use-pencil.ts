import { useCallback, useEffect, useMemo, useRef } from 'react'
import { create } from 'zustand'
import { handlePositions, moveHandles, toHandles, type Handles } from '../../map/draw/handles.ts'
import type { DrawListener, DrawnGeometry, DrawSession, EditableShape } from '../../map/draw/draw-session.ts'
import type { SnapEdges } from '../../map/draw/snap.ts'
import { fetchCollection } from '../../api/client.ts'
import { layers } from '../../layers/index.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { isLayerVisible } from '../../state/atlas-state.ts'
import { redoEdit, undoEdit, useDrawings } from '../../state/drawing-store.ts'
import { useWorkbench } from '../../state/workbench.ts'

/**
 * The pencil on the map while the drawing panel is open. What it may move comes from the panel; what it draws and
 * moves is told to the panel.
 */
interface Pencil {
  session: DrawSession | null
}

const usePencilStore = create<Pencil>(() => ({ session: null }))

export const pencil = (): DrawSession | null => usePencilStore.getState().session

export function usePencil(shapes: readonly EditableShape[], pickFrom: readonly string[], listener: DrawListener): void {
  const map = useWorkbench((bench) => bench.map)
  const session = usePencilStore((store) => store.session)
  const tool = useDrawings((store) => store.tool)
  const told = useRef(listener)
  // The form each shape has under the pencil: what came from there need not be put there again.
  const under = useRef(new Map<string, DrawnGeometry>())
  useEffect(() => {
    told.current = listener
  })

  useEffect(() => {
    if (!map) return
    let current = true
    let opened: DrawSession | null = null
    void import('../../map/draw/draw-session.ts').then(({ startDrawing }) => {
      if (!current) return
      opened = startDrawing({
        drawn: (...drawn) => told.current.drawn(...drawn),
        moving: inFrames((id, geometry) => told.current.moving(id, geometry)),
        moved: (id, geometry) => {
          under.current.set(id, geometry)
          told.current.moved(id, geometry)
        },
        picked: (properties) => told.current.picked(properties),
        letGo: () => told.current.letGo(),
      })
      usePencilStore.setState({ session: opened })
      useWorkbench.setState({ isDrawing: true })
    })
    return () => {
      current = false
      opened?.stop()
      usePencilStore.setState({ session: null })
      useWorkbench.setState({ isDrawing: false })
    }
  }, [map])

  useEffect(() => {
    if (!session) return
    session.take(tool)
    under.current.clear()
  }, [session, tool])
  useEffect(() => {
    if (!session) return
    const known = under.current
    if (shapes.length === known.size && shapes.every(({ id, geometry }) => isSame(known.get(id), geometry))) return
    under.current = new Map(shapes.map(({ id, geometry }) => [id, geometry]))
    session.edit(tool === 'select' ? shapes : [])
  }, [session, tool, shapes])
  useEffect(() => session?.pickFrom(pickFrom), [session, pickFrom])
  useSnapping(session)
  useKeys(session)
}

function isSame(one: DrawnGeometry | undefined, other: DrawnGeometry): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

/** At most once a frame, the newest; a screen cannot show more. */
function inFrames<Args extends unknown[]>(tell: (...args: Args) => void): (...args: Args) => void {
  let newest: Args | null = null
  return (...args) => {
    if (!newest) {
      requestAnimationFrame(() => {
        const now = newest
        newest = null
        if (now) tell(...now)
      })
    }
    newest = args
  }
}

/** Collections whose corners and edges a pointer snaps to, as far as their layers are shown. */
const snapCollections = [
  'corridors',
  'roads',
  'parks',
  'later-parks',
  'zones',
  'centres',
  'districts',
  'units',
] as const

function useSnapping(session: DrawSession | null): void {
  const { state } = useAtlas()
  const drawings = useDrawings((store) => store.history.now.drawings)
  const { shownLayers, hiddenLayers } = state
  const openId = useDrawings((store) => store.openDrawingId)
  useEffect(() => {
    if (!session) return
    let current = true
    const visible = new Set(
      layers
        .filter((layer) => isLayerVisible({ shownLayers, hiddenLayers }, layer))
        .flatMap(({ collections }) => collections),
    )
    const wanted = snapCollections.filter((id) => visible.has(id))
    void Promise.all([import('../../map/draw/snap.ts'), ...wanted.map(snapEdgesOf)]).then(
      ([{ toSnapEdges }, ...edges]) => {
        if (!current) return
        const own = toSnapEdges(
          drawings.filter(({ id, visible: shown }) => shown && id !== openId).map(({ geometry }) => geometry),
        )
        session.snapTo([own, ...edges])
      },
    )
    return () => {
      current = false
    }
  }, [session, drawings, openId, shownLayers, hiddenLayers])
}

const snapEdges = new Map<string, Promise<SnapEdges>>()

function snapEdgesOf(id: (typeof snapCollections)[number]): Promise<SnapEdges> {
  const known = snapEdges.get(id)
  if (known) return known
  const making = Promise.all([import('../../map/draw/snap.ts'), fetchCollection(id)]).then(
    ([{ toSnapEdges }, { features }]) => toSnapEdges(features.map(({ geometry }) => geometry)),
    // A pencil that does not snap still draws.
    () => ({ edges: new Float64Array() }),
  )
  snapEdges.set(id, making)
  return making
}

/** Enter, Esc, Delete and the keys of undo, wherever the focus is but in a field. */
function useKeys(session: DrawSession | null): void {
  useEffect(() => {
    if (!session) return
    const listen = (event: KeyboardEvent) => {
      const { target } = event
      if (!event.isTrusted || !(target instanceof HTMLElement)) return
      const isTyping = target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null
      if (isTyping || !act(session, event, target)) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [session])
}

/** Whether the key was meant for the pencil. */
function act(session: DrawSession, event: KeyboardEvent, target: HTMLElement): boolean {
  const key = event.key.toLowerCase()
  const store = useDrawings.getState()
  if (event.ctrlKey || event.metaKey) {
    if (key === 'z' && !event.shiftKey) {
      undoStep()
      return true
    }
    if (key === 'y' || (key === 'z' && event.shiftKey)) {
      redoStep()
      return true
    }
    return false
  }
  if (key === 'enter' && session.isDrawing() && target.closest('button, a, summary') === null) {
    session.finish()
    return true
  }
  if (key === 'escape') {
    if (session.isDrawing()) session.cancel()
    else if (store.tool !== 'select') useDrawings.setState({ tool: 'select', progress: null })
    else if (store.openLineId) useDrawings.setState({ openLineId: null, progress: null })
    else if (store.openDrawingId) useDrawings.setState({ openDrawingId: null, progress: null })
    else return false
    return true
  }
  if ((key === 'delete' || key === 'backspace') && store.section === 'drawings' && store.openDrawingId) {
    deleteOpen?.()
    return true
  }
  return false
}

let deleteOpen: (() => void) | null = null

/** What the Delete key does while the calling component is shown. */
export function useDeleteKey(remove: () => void): void {
  useEffect(() => {
    deleteOpen = remove
    return () => {
      if (deleteOpen === remove) deleteOpen = null
    }
  }, [remove])
}

/** The last corner while something is being drawn, or else the last change. */
export function undoStep(): void {
  if (!pencil()?.undoCorner()) undoEdit()
}

export function redoStep(): void {
  if (!pencil()?.redoCorner()) redoEdit()
}

/** Which corners of a line are its handles: the same from one move to the next. */
const handleCorners = new Map<string, readonly number[]>()

function handlesOf(key: string, line: readonly GeoJSON.Position[]): Handles {
  const at = handleCorners.get(key) ?? toHandles(line).at
  handleCorners.set(key, at)
  return { line, at }
}

/** A line as shapes under the pencil, one a part, each moved by its handles. */
export function useHandles(line: GeoJSON.LineString | GeoJSON.MultiLineString | null, id: string) {
  const parts = useMemo(
    () =>
      (line?.type === 'LineString' ? [line.coordinates] : (line?.coordinates ?? [])).map((part, i) =>
        handlesOf(`${id}#${i}/${part.length}`, part),
      ),
    [line, id],
  )
  const shapes = useMemo(
    () =>
      parts.map((handles, i): EditableShape => ({
        id: `${id}#${i}`,
        kind: 'line',
        geometry: { type: 'LineString', coordinates: handlePositions(handles) },
        fixedCorners: true,
      })),
    [parts, id],
  )
  /** The whole line with one part's handles moved; null: they are not of this line. */
  const withHandles = useCallback(
    (shapeId: string, moved: DrawnGeometry) => {
      const i = shapes.findIndex((shape) => shape.id === shapeId)
      const handles = parts[i]
      if (!handles || moved.type !== 'LineString' || moved.coordinates.length !== handles.at.length) return null
      const next = parts.map((part, k) => (k === i ? moveHandles(handles, moved.coordinates) : [...part.line]))
      return line?.type === 'LineString'
        ? ({ type: 'LineString', coordinates: next[0] ?? [] } as const)
        : ({ type: 'MultiLineString', coordinates: next } as const)
    },
    [line, parts, shapes],
  )
  return { shapes, withHandles }
}
