import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import kinks from '@turf/kinks'
import { polygon } from '@turf/helpers'
import type { Position } from 'geojson'
import { findCrossing } from './find-crossing.ts'

const close = (...positions: Position[]): Position[] => [...positions, positions[0] ?? []]

describe('a polygon that', () => {
  test('is a square does not cross itself', () => {
    expect(findCrossing([close([0, 0], [1, 0], [1, 1], [0, 1])])).toBeNull()
  })
  test('is a bow tie crosses itself in its middle', () => {
    expect(findCrossing([close([0, 0], [1, 1], [1, 0], [0, 1])])).toEqual([0.5, 0.5])
  })
  test('comes back to one of its corners touches itself', () => {
    expect(findCrossing([close([0, 0], [2, 0], [1, 1], [2, 2], [0, 2], [1, 1])])).toEqual([1, 1])
  })
  test('touches one of its sides with a corner', () => {
    expect(findCrossing([close([0, 0], [2, 0], [2, 2], [1, 0], [0, 2])])).toEqual([1, 0])
  })
  test('runs back along its own side', () => {
    expect(findCrossing([close([0, 0], [2, 0], [1, 0], [1, 1])])).not.toBeNull()
  })
  test('has a hole that meets its edge in one corner is sound', () => {
    expect(findCrossing([close([0, 0], [4, 0], [4, 4], [0, 4]), close([0, 0], [1, 2], [2, 1])])).toBeNull()
  })
  test('has a hole that reaches out of it is not', () => {
    expect(findCrossing([close([0, 0], [4, 0], [4, 4], [0, 4]), close([1, 1], [1, 2], [5, 1])])).not.toBeNull()
  })
  test('has a hole along its edge is not', () => {
    expect(findCrossing([close([0, 0], [4, 0], [4, 4], [0, 4]), close([1, 0], [2, 2], [3, 0])])).not.toBeNull()
  })
})

test('finds a crossing exactly where Turf finds kinks, on random rings', () => {
  const coordinate = fc.integer({ min: 0, max: 1000 })
  const ring = fc.uniqueArray(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 12, selector: String })
  fc.assert(
    fc.property(ring, (positions) => {
      const closed = close(...positions)
      const isCollinear = positions.some(([x, y], i) => {
        const [ax, ay] = positions[(i + 1) % positions.length] ?? [0, 0]
        return positions.some(
          ([bx, by], j) => j !== i && j !== (i + 1) % positions.length && (ax - x) * (by - y) === (ay - y) * (bx - x),
        )
      })
      fc.pre(!isCollinear)
      expect(findCrossing([closed]) !== null).toBe(kinks(polygon([closed])).features.length > 0)
    }),
    { numRuns: 300, seed: 7 },
  )
})

test('a coast of 40,000 corners is checked in the blink of an eye', () => {
  const ring = Array.from({ length: 40_000 }, (_, i): Position => {
    const angle = (i / 20_000) * Math.PI
    const radius = 1 + (i % 2) * 0.0001
    return [radius * Math.cos(angle), radius * Math.sin(angle)]
  })
  const started = performance.now()
  expect(findCrossing([close(...ring)])).toBeNull()
  expect(performance.now() - started).toBeLessThan(5000)
})
