import { createStore, get, set, type UseStore } from 'idb-keyval'
import { create } from 'zustand'
import {
  change,
  emptyDocument,
  readDocument,
  redo,
  undo,
  type Drawing,
  type DrawingDocument,
  type History,
} from './drawing-document.ts'
import { onShelf } from './shelf.ts'

/**
 * What is drawn, what is being drawn, and what of it is open in the panel. The document is kept in the browser
 * (IndexedDB), so that it is there again after a reload; nothing of it leaves the page.
 */
export type Section = 'drawings' | 'scenarios' | 'measure'
export type DrawTool = 'select' | 'polygon' | 'line' | 'point' | 'circle'

interface DrawingStore {
  history: History
  /** Null until what was kept has been read. */
  kept: 'reading' | 'kept' | 'unavailable'
  section: Section
  tool: DrawTool
  openDrawingId: string | null
  openScenarioId: string | null
  /** The line of the open scenario that is being moved or drawn anew. */
  openLineId: string | null
  /** A shape that follows the pointer and is not done yet. */
  progress: { id: string | null; geometry: Drawing['geometry'] } | null
}

export const useDrawings = create<DrawingStore>(() => ({
  history: { now: emptyDocument, past: [], future: [] },
  kept: 'reading',
  section: 'drawings',
  tool: 'select',
  openDrawingId: null,
  openScenarioId: null,
  openLineId: null,
  progress: null,
}))

export const drawnDocument = (): DrawingDocument => useDrawings.getState().history.now

/** One step that can be undone. */
export function edit(make: (document: DrawingDocument) => DrawingDocument): void {
  useDrawings.setState(({ history }) => ({ history: change(history, make(history.now)), progress: null }))
}

export function undoEdit(): void {
  useDrawings.setState(({ history }) => ({ history: undo(history), progress: null }))
}

export function redoEdit(): void {
  useDrawings.setState(({ history }) => ({ history: redo(history), progress: null }))
}

let shelf: UseStore | undefined
let started = false

/** Reads what an earlier visit kept, once, and from then on keeps every change. */
export async function startKeeping(): Promise<void> {
  if (started) return
  started = true
  try {
    shelf = createStore(onShelf('thanh-hoa-drawings'), 'document')
    const kept = readDocument(await get('now', shelf))
    useDrawings.setState(({ history }) => ({
      kept: 'kept',
      // What was drawn while it was read stays.
      history: {
        ...history,
        now: {
          drawings: [...kept.drawings, ...history.now.drawings],
          scenarios: [...kept.scenarios, ...history.now.scenarios],
        },
      },
    }))
    useDrawings.subscribe(({ history }, before) => {
      if (history.now !== before.history.now) void keep(history.now)
    })
  } catch {
    useDrawings.setState({ kept: 'unavailable' })
  }
}

async function keep(document: DrawingDocument): Promise<void> {
  try {
    await set('now', document, shelf)
  } catch {
    useDrawings.setState({ kept: 'unavailable' })
  }
}

/** The ruler in hand, ready for the first corner. */
export function openRuler(): void {
  useDrawings.setState({ section: 'measure', tool: 'line', openDrawingId: null, openLineId: null, progress: null })
}
