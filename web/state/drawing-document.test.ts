import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  change,
  cornersOf,
  emptyDocument,
  freeColor,
  freeName,
  putDrawing,
  readDocument,
  redo,
  removeDrawing,
  undo,
  withCorners,
  type Drawing,
  type History,
} from './drawing-document.ts'

const drawing = (id: string, more: Partial<Drawing> = {}): Drawing => ({
  id,
  name: id,
  kind: 'point',
  color: '#0b4f9e',
  visible: true,
  uncertaintyMeters: 0,
  geometry: { type: 'Point', coordinates: [105, 20] },
  ...more,
})
const fresh: History = { now: emptyDocument, past: [], future: [] }

describe('undo and redo', () => {
  it('bring back a deleted drawing with all it was, and take it away again', () => {
    const named = drawing('a', { name: 'Khu A', color: '#123456' })
    const full = change(fresh, putDrawing(fresh.now, named))
    const emptied = change(full, removeDrawing(full.now, 'a'))
    expect(emptied.now.drawings).toEqual([])
    expect(undo(emptied).now.drawings).toEqual([named])
    expect(redo(undo(emptied)).now.drawings).toEqual([])
  })

  it('forget what was undone once something new is done', () => {
    const one = change(fresh, putDrawing(fresh.now, drawing('a')))
    const other = change(undo(one), putDrawing(fresh.now, drawing('b')))
    expect(redo(other).now.drawings.map(({ id }) => id)).toEqual(['b'])
  })

  it('end at both ends', () => {
    expect(undo(fresh)).toEqual(fresh)
    expect(redo(fresh)).toEqual(fresh)
  })

  it('walk back to the beginning and forth to the end, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.constantFrom('a', 'b', 'c')), { maxLength: 20 }), (steps) => {
        let history = fresh
        for (const [add, id] of steps) {
          const next = add ? putDrawing(history.now, drawing(id)) : removeDrawing(history.now, id)
          history = change(history, next)
        }
        const end = history.now
        const count = history.past.length
        for (let i = 0; i < count; i++) history = undo(history)
        expect(history.now).toBe(emptyDocument)
        for (let i = 0; i < count; i++) history = redo(history)
        expect(history.now).toBe(end)
      }),
    )
  })
})

describe('corners', () => {
  const square: Drawing['geometry'] = { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] } // prettier-ignore

  it('of a polygon do not repeat the first, which closes it again', () => {
    expect(cornersOf({ geometry: square })).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
    ])
    expect(withCorners(square, [...cornersOf({ geometry: square }), [0, 1]])).toMatchObject({
      coordinates: [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]], // prettier-ignore
    })
  })

  it('too few for the shape are refused', () => {
    expect(withCorners(square, [[0, 0], [1, 1]])).toBeNull() // prettier-ignore
    expect(withCorners({ type: 'LineString', coordinates: [] }, [[0, 0]])).toBeNull()
    expect(withCorners({ type: 'Point', coordinates: [0, 0] }, [])).toBeNull()
  })
})

describe('names and colours', () => {
  it('are the first that are free', () => {
    expect(freeName('Vùng', ['Vùng 1', 'Vùng 3'])).toBe('Vùng 2')
    expect(freeColor([drawing('a')])).not.toBe('#0b4f9e')
  })
})

describe('what an earlier visit kept', () => {
  it('is used where it can be, and otherwise left out', () => {
    expect(readDocument(undefined)).toEqual(emptyDocument)
    expect(readDocument({ drawings: [null, { id: 1 }, drawing('a')], scenarios: 'x' })).toEqual({
      drawings: [drawing('a')],
      scenarios: [],
    })
  })
})
