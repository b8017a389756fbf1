import { expect, test } from 'vitest'
import type { Waypoint } from '../../server/domain/seeds.ts'
import { lineUncertaintyMeters } from './plan.ts'

const waypoint = (longitude: number, uncertaintyMeters: number): Waypoint => ({
  name: 'W',
  position: [longitude, 20],
  uncertaintyMeters,
  originId: 'openstreetmap',
  locator: null,
})

test('one vague place at the end of a good road does not condemn the road', () => {
  const branch = [...Array.from({ length: 10 }, (_, i) => waypoint(105 + i * 0.1, 500)), waypoint(106, 4000)]
  expect(lineUncertaintyMeters([branch])).toBe(500)
})

test('a vague place half-way along does, for the stretches on both sides hang on it', () => {
  expect(lineUncertaintyMeters([[waypoint(105, 500), waypoint(105.5, 4000), waypoint(106, 500)]])).toBe(4000)
})
