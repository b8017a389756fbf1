/** On squared paper (see `coverage-fixture.ts`), with distances that can be counted off. */
import { beforeAll, expect, test } from 'vitest'
import {
  collectionOf,
  lineString,
  planFeature,
  point,
  rectangle,
  squareProvince,
  toPosition,
} from '../testing/coverage-fixture.ts'
import { prepareGround, type CoverageGround } from './coverage-ground.ts'
import { prepareLines, type GroundLineKind } from './lines-inside.ts'
import { nearestFeatures } from './nearest-features.ts'
import { loadOverlay } from './overlay.ts'

let ground: CoverageGround
let lines: GroundLineKind[]
beforeAll(async () => {
  const { plane } = await loadOverlay()
  ground = prepareGround(
    {
      ...squareProvince(),
      parks: collectionOf([planFeature<'parks'>('east', rectangle(8, -1, 10, 1), 1, 'symbol')]),
      ports: collectionOf([planFeature<'ports'>('near', point(0, 3)), planFeature<'ports'>('far', point(0, 9))]),
    },
    plane,
  )
  const properties = { name_vi: 'Q', name_en: 'Q', uncertaintyMeters: 500 }
  lines = prepareLines({ roads: { features: [{ id: 'road', geometry: lineString([-20, -4], [20, -4]), properties }] } })
})

test('of each kind the nearest, with how sure; a point also lies in a commune', () => {
  const answer = nearestFeatures(ground, lines, {
    id: 'p',
    geometry: { type: 'Point', coordinates: toPosition([1, 0.5]) },
    uncertaintyMeters: 100,
  })
  if ('problem' in answer) throw new Error(answer.problem.text_en)
  const found = Object.fromEntries(answer.kinds.map((kind) => [kind.featureId, kind.distanceMeters]))
  expect(Object.keys(found)).toEqual(['east', 'near', 'road'])
  expect(found['east']?.value).toBeCloseTo(7000, -1)
  expect(found['east']?.high).toBeCloseTo(8100, -1)
  expect(found['near']?.value).toBeCloseTo(Math.hypot(1000, 2500), -1)
  expect(found['road']?.value).toBeCloseTo(4500, -1)
  expect(found['road']?.low).toBeCloseTo(3900, -1)
  expect(answer.commune?.featureId).toBe('2-2')
  expect(answer.district?.featureId).toBe('east')
})

test('a line lies in no one commune, and beside what it passes', () => {
  const answer = nearestFeatures(ground, lines, {
    id: 'l',
    geometry: lineString([-10, 3], [9, 3]),
    uncertaintyMeters: 0,
  })
  expect(answer).toMatchObject({ commune: null, kinds: [{ featureId: 'east' }, { featureId: 'near' }] })
})

test('a point far away is told in a sentence', () => {
  const answer = nearestFeatures(ground, lines, {
    id: 'p',
    geometry: { type: 'Point', coordinates: [2, 48] },
    uncertaintyMeters: 0,
  })
  expect(answer).toMatchObject({ problem: { code: 'far-away' } })
})
