import { expect, test } from 'vitest'
import { scaleBar } from './scale-bar.ts'

test.each([
  // scale, room in mm, metres, mm, parts
  [250_000, 62, 15_000, 60, 3],
  [1_000_000, 62, 50_000, 50, 5],
  [5000, 62, 300, 60, 3],
  [100_000, 45, 4000, 40, 4],
  [50_000, 45, 2000, 40, 4],
  [200_000, 59, 10_000, 50, 5],
])('1:%i in %i mm: %i m, %i mm long, in %i parts', (scale, room, meters, lengthMm, parts) => {
  expect(scaleBar(scale, room)).toEqual({ meters, lengthMm, parts })
})
