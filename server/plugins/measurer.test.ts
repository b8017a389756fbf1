import { afterAll, expect, test } from 'vitest'
import { Problem } from './errors.ts'
import { buildMeasurer } from './measurer.ts'

const measurer = buildMeasurer({ mostMilliseconds: 150, mostWaiting: 2, mostWaitingMilliseconds: 100 })
afterAll(() => measurer.close())

const simple = {
  type: 'LineString',
  coordinates: [
    [105, 20],
    [105, 21],
  ],
}
const endless = {
  type: 'LineString',
  coordinates: Array.from({ length: 40_000 }, (_, index) => [index % 2 ? 179 : -1, (index % 170) - 85]),
}
const area = { type: 'Polygon', coordinates: [[...endless.coordinates, endless.coordinates[0]]] }
const kindOf = (reason: unknown) => (reason instanceof Problem ? reason.kind : String(reason))

test('a shape that takes too long is ended, those behind it are not kept waiting, the next one is measured', async () => {
  await measurer.measure(simple)
  const results = await Promise.allSettled([area, simple, simple, simple].map((shape) => measurer.measure(shape)))
  const kinds = results.map((result) => (result.status === 'rejected' ? kindOf(result.reason) : 'measured'))
  expect(kinds).toEqual(['too-complex', 'busy', 'busy', 'busy'])
  expect((await measurer.measure(simple)).length?.lengthKilometers).toBeCloseTo(110.71, 1)
}, 20_000)

test('a shape that is none is told what is wrong with it', async () => {
  await expect(measurer.measure({ type: 'Point', coordinates: ['x', 1] })).rejects.toThrow(
    'coordinates must be [longitude, latitude]',
  )
})
