import { expect, test } from 'vitest'
import {
  collectionOf,
  line,
  planFeature,
  point,
  rectangle,
  squareProvince,
  type Kilometers,
} from '../testing/coverage-fixture.ts'
import { coverageAnswer, coverageFigures, coverageShapes } from './coverage-answer.ts'
import { prepareGround, withOwnShapes } from './coverage-ground.ts'
import { loadOverlay } from './overlay.ts'

const { plane } = await loadOverlay()
const plan = {
  parks: collectionOf([planFeature<'parks'>('vague', rectangle(6, 6, 8, 8), 3, 'symbol')]),
  ports: collectionOf([planFeature<'ports'>('pier', point(12, 9), 1)]),
}
/** The park as somebody surveyed it. */
const surveyed = [{ collection: 'parks', id: 'vague', geometry: rectangle(10, 10, 12, 12) }]
const fresh = () => prepareGround({ ...squareProvince(), ...plan }, plane)
const across: Kilometers[] = [
  [-30, 0],
  [30, 0],
]
const upright: Kilometers[] = [
  [3, -30],
  [3, 30],
]

test('what is remembered of one question never answers another: distances, lines and uncertainties in turn', () => {
  const ground = fresh()
  const questions = [
    { lines: [line('a', across)], bufferMeters: 5000 },
    { lines: [line('a', across)], bufferMeters: 6000 },
    { lines: [line('a', upright)], bufferMeters: 6000 },
    { lines: [line('a', upright, 2)], bufferMeters: 6000 },
    { lines: [line('a', across), line('b', upright)], bufferMeters: 6000 },
    { lines: [line('b', upright), line('a', across)], bufferMeters: 6000 },
    { lines: [line('a', across)], bufferMeters: 5000 },
  ]
  for (const { lines, bufferMeters } of questions) {
    expect(coverageAnswer(ground, lines, bufferMeters)).toEqual(coverageAnswer(fresh(), lines, bufferMeters))
    expect(coverageAnswer(withOwnShapes(ground, plan, surveyed), lines, bufferMeters)).toEqual(
      coverageAnswer(withOwnShapes(fresh(), plan, surveyed), lines, bufferMeters),
    )
  }
})

test('its two halves are the whole, whichever is asked for first', () => {
  const lines = [line('a', across, 2)]
  const whole = coverageAnswer(fresh(), lines, 7000)
  const ground = fresh()
  const outlines = coverageShapes(ground, lines, 7000)
  expect({ ...coverageFigures(ground, lines, 7000), outlines }).toEqual(whole)
})
