import { describe, expect, test } from 'vitest'
import type { PlaneLine } from './coverage-lines.ts'
import { isInArea, nearestToArea, nearestToPoint, toOutline } from './distance-to-lines.ts'
import type { PlanePoint } from './laea.ts'

function planeLine(id: string, uncertaintyMeters: number, ...parts: PlanePoint[][]): PlaneLine {
  return { id, uncertaintyMeters, parts, key: id }
}

const eastWest = planeLine('east-west', 0, [
  [-10_000, 0],
  [10_000, 0],
])

/** Within 150 km of the middle the plane is true to 0.1 ‰. */
const closeTo = (meters: number, wanted: number) => expect(Math.abs(meters - wanted)).toBeLessThan(1 + wanted * 1e-4)

describe('from a place', () => {
  test('beside a line it is the perpendicular, beyond its end the distance to the end', () => {
    closeTo(nearestToPoint([3000, 4000], [eastWest]).distanceMeters.value, 4000)
    closeTo(nearestToPoint([13_000, 4000], [eastWest]).distanceMeters.value, 5000)
    expect(nearestToPoint([3000, 0], [eastWest]).distanceMeters.value).toBe(0)
  })

  test('the nearest line at the least is the one whose uncertainty brings it nearest', () => {
    const vague = planeLine('vague', 3000, [
      [-10_000, 10_000],
      [10_000, 10_000],
    ])
    const { line, distanceMeters } = nearestToPoint([0, 4000], [eastWest, vague], 500)
    expect(line).toBe(0)
    closeTo(distanceMeters.low, 10_000 - 4000 - 3000 - 500)
    closeTo(distanceMeters.value, 4000)
    closeTo(distanceMeters.high, 4000 + 500)
  })

  test('at the least it is never below 0', () => {
    const vague = planeLine('vague', 3000, [
      [-10_000, 1000],
      [10_000, 1000],
    ])
    expect(nearestToPoint([0, 0], [vague]).distanceMeters.low).toBe(0)
  })
})

describe('from an area', () => {
  const square = (x: number, y: number, half: number) =>
    toOutline([
      [
        [
          [x - half, y - half],
          [x + half, y - half],
          [x + half, y + half],
          [x - half, y + half],
        ],
      ],
    ])

  test('beside a line it is from the nearer edge', () => {
    closeTo(nearestToArea(square(0, 5000, 1000), [eastWest]).distanceMeters.value, 4000)
  })

  test('a corner of the line may be nearest to the middle of an edge', () => {
    const pointed = planeLine('pointed', 0, [
      [-10_000, -10_000],
      [0, 0],
      [10_000, -10_000],
    ])
    closeTo(nearestToArea(square(0, 5000, 2000), [pointed]).distanceMeters.value, 3000)
  })

  test('a line that crosses it, touches no corner of it, or lies in it is at 0', () => {
    expect(nearestToArea(square(0, 0, 1000), [eastWest]).distanceMeters.value).toBe(0)
    expect(nearestToArea(square(0, 0, 20_000), [eastWest]).distanceMeters.value).toBe(0)
  })

  test('a second part of the line counts as well', () => {
    const twoParts = planeLine(
      'two',
      0,
      [
        [-9000, 0],
        [-8000, 0],
      ],
      [
        [50_000, 0],
        [0, 2000],
      ],
    )
    closeTo(nearestToArea(square(0, 5000, 1000), [twoParts]).distanceMeters.value, 2000)
  })
})

test('a place in the hole of an area is not in it', () => {
  const ring = (half: number): PlanePoint[] => [
    [-half, -half],
    [half, -half],
    [half, half],
    [-half, half],
  ]
  expect(isInArea([0, 0], [ring(3), ring(1)])).toBe(false)
  expect(isInArea([2, 0], [ring(3), ring(1)])).toBe(true)
  expect(isInArea([4, 0], [ring(3), ring(1)])).toBe(false)
})
