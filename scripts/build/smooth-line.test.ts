import type { Position } from 'geojson'
import { describe, expect, test } from 'vitest'
import { fromPlane, toPlane, type PlanePoint } from '../../server/analysis/laea.ts'
import { simplify, smoothLine } from './smooth-line.ts'

const kilometers = (points: readonly (readonly [number, number])[]): Position[] =>
  points.map(([x, y]) => fromPlane([x * 1000, y * 1000]))

describe('a smooth line', () => {
  test('passes through every waypoint exactly, in order', () => {
    const waypoints = kilometers([
      [0, 0],
      [6, 2],
      [9, 9],
      [20, 11],
      [21, 3],
    ])
    const line = smoothLine(waypoints).map(String)
    const places = waypoints.map((waypoint) => line.indexOf(String(waypoint)))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  test('between two waypoints is the straight line', () => {
    const waypoints = kilometers([
      [0, 0],
      [30, 12],
    ])
    expect(smoothLine(waypoints)).toEqual(waypoints)
  })

  test('stays within a kilometre of a sharp corner instead of swinging out', () => {
    const line = smoothLine(
      kilometers([
        [0, 0],
        [10, 0],
        [0.5, 1],
      ]),
    ).map(toPlane)
    expect(Math.max(...line.map(([x]) => x))).toBeLessThan(10_500)
    expect(Math.min(...line.map(([, y]) => y))).toBeGreaterThan(-500)
  })

  test('turns gently at an open corner: no angle is sharper than 25 degrees', () => {
    const line = smoothLine(
      kilometers([
        [0, 0],
        [10, 0],
        [18, 6],
        [22, 15],
      ]),
    ).map(toPlane)
    const headings = line.slice(1).map(([x, y], i) => Math.atan2(y - (line[i]?.[1] ?? 0), x - (line[i]?.[0] ?? 0)))
    const turns = headings.slice(1).map((heading, i) => Math.abs(heading - (headings[i] ?? 0)))
    expect(Math.max(...turns)).toBeLessThan((25 * Math.PI) / 180)
  })

  test('skips a waypoint that repeats the one before', () => {
    expect(
      smoothLine(
        kilometers([
          [0, 0],
          [0, 0],
          [5, 0],
        ]),
      ),
    ).toEqual(
      kilometers([
        [0, 0],
        [5, 0],
      ]),
    )
  })
})

test('simplifying keeps ends and what is further off than the tolerance', () => {
  const points: PlanePoint[] = [
    [0, 0],
    [10, 4],
    [20, 30],
    [30, 1],
    [40, 0],
  ]
  expect(simplify(points, 10)).toEqual([
    [0, 0],
    [20, 30],
    [40, 0],
  ])
  expect(simplify(points, 3)).toHaveLength(5)
})
