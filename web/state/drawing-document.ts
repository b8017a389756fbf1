import type { LineString, Point, Polygon, Position } from 'geojson'
import type { Scenario } from '../../server/domain/scenario.ts'

/**
 * What a reader has drawn: shapes and scenarios. One value, replaced as a whole by every change, so that undo and
 * redo take back anything at all.
 */
export interface DrawingDocument {
  drawings: readonly Drawing[]
  scenarios: readonly Scenario[]
}

export type DrawingKind = 'polygon' | 'circle' | 'line' | 'point'

export interface Drawing {
  id: string
  name: string
  kind: DrawingKind
  color: string
  visible: boolean
  /** How far the true edge, line or place may lie from the drawn one. */
  uncertaintyMeters: number
  geometry: Polygon | LineString | Point
}

export const emptyDocument: DrawingDocument = { drawings: [], scenarios: [] }

/** Told apart by lightness too, so that they are also told apart without colour. */
export const drawingColors = ['#0b4f9e', '#8a1c5b', '#0f766e', '#7a4b00', '#5b2fa3'] as const

/** What is taken back and brought again. */
export interface History {
  now: DrawingDocument
  past: readonly DrawingDocument[]
  future: readonly DrawingDocument[]
}

const mostSteps = 200

/** The history with one more step; a change that changes nothing is none. */
export function change(history: History, next: DrawingDocument): History {
  if (next === history.now) return history
  return { now: next, past: [...history.past, history.now].slice(-mostSteps), future: [] }
}

export function undo({ now, past, future }: History): History {
  const before = past.at(-1)
  return before ? { now: before, past: past.slice(0, -1), future: [now, ...future] } : { now, past, future }
}

export function redo({ now, past, future }: History): History {
  const [after, ...rest] = future
  return after ? { now: after, past: [...past, now], future: rest } : { now, past, future }
}

export function putDrawing(document: DrawingDocument, drawing: Drawing): DrawingDocument {
  return { ...document, drawings: put(document.drawings, drawing) }
}

export function removeDrawing(document: DrawingDocument, id: string): DrawingDocument {
  return { ...document, drawings: document.drawings.filter((one) => one.id !== id) }
}

export function putScenario(document: DrawingDocument, scenario: Scenario): DrawingDocument {
  return { ...document, scenarios: put(document.scenarios, scenario) }
}

export function removeScenario(document: DrawingDocument, id: string): DrawingDocument {
  return { ...document, scenarios: document.scenarios.filter((one) => one.id !== id) }
}

/** In the place of the one with the same id, or at the end. */
function put<T extends { id: string }>(list: readonly T[], entry: T): readonly T[] {
  return list.some(({ id }) => id === entry.id)
    ? list.map((one) => (one.id === entry.id ? entry : one))
    : [...list, entry]
}

/** An id that no other has; `crypto.randomUUID` is not to be had on a page without TLS. */
export function freshId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The first of “Vùng 1”, “Vùng 2” … that no other has. */
export function freeName(word: string, names: readonly string[]): string {
  for (let i = 1; ; i++) if (!names.includes(`${word} ${i}`)) return `${word} ${i}`
}

/** The first colour that no other drawing has, or the next in turn. */
export function freeColor(drawings: readonly Drawing[]): string {
  const used = new Set(drawings.map(({ color }) => color))
  const next = drawingColors[drawings.length % drawingColors.length] ?? drawingColors[0]
  return drawingColors.find((color) => !used.has(color)) ?? next
}

/** The corners a reader may change: of a polygon without the one that closes it. */
export function cornersOf({ geometry }: Pick<Drawing, 'geometry'>): Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates]
  return geometry.type === 'LineString' ? geometry.coordinates : (geometry.coordinates[0] ?? []).slice(0, -1)
}

/** The same kind of shape through other corners; null: there are too few of them. */
export function withCorners<T extends Drawing['geometry']>(geometry: T, corners: readonly Position[]): T | null {
  const [first] = corners
  if (!first) return null
  if (geometry.type === 'Point') return { type: 'Point', coordinates: first } as T
  if (geometry.type === 'LineString') {
    return corners.length < 2 ? null : ({ type: 'LineString', coordinates: [...corners] } as T)
  }
  return corners.length < 3 ? null : ({ type: 'Polygon', coordinates: [[...corners, first]] } as T)
}

/** Whether what was kept by an earlier visit can be used; what cannot is left out. */
export function readDocument(value: unknown): DrawingDocument {
  const { drawings, scenarios } = (value ?? {}) as Partial<DrawingDocument>
  return {
    drawings: Array.isArray(drawings) ? drawings.filter(isDrawing) : [],
    scenarios: Array.isArray(scenarios) ? scenarios.filter(isScenario) : [],
  }
}

function isDrawing(value: Partial<Drawing> | null): value is Drawing {
  return (
    typeof value?.id === 'string' &&
    typeof value.name === 'string' &&
    ['Polygon', 'LineString', 'Point'].includes(value.geometry?.type ?? '')
  )
}

function isScenario(value: Partial<Scenario> | null): value is Scenario {
  return typeof value?.id === 'string' && typeof value.name === 'string' && Array.isArray(value.lines)
}
