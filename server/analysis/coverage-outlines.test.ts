import { beforeAll, expect, test } from 'vitest'
import { line, squareProvince } from '../testing/coverage-fixture.ts'
import { prepareGround, type CoverageGround } from './coverage-ground.ts'
import { coverageOutlines } from './coverage-outlines.ts'
import { ellipsoidAreaHectares } from './measure.ts'
import { loadOverlay } from './overlay.ts'

let ground: CoverageGround
beforeAll(async () => {
  ground = prepareGround(squareProvince(), (await loadOverlay()).plane)
})

test('the shapes have the area of the numbers, and end at the province’s edge', () => {
  const outlines = coverageOutlines(
    ground,
    [
      line(
        'a',
        [
          [-30, 0],
          [30, 0],
        ],
        2,
      ),
    ],
    5000,
  )
  if ('problem' in outlines) throw new Error(outlines.problem.text_en)
  expect(ellipsoidAreaHectares(outlines.low)).toBeCloseTo(24_000, 0)
  expect(ellipsoidAreaHectares(outlines.value)).toBeCloseTo(40_000, 0)
  expect(ellipsoidAreaHectares(outlines.high)).toBeCloseTo(56_000, 0)
  expect(ellipsoidAreaHectares(outlines.uncovered)).toBeCloseTo(120_000, 0)
  expect(outlines.uncovered?.type).toBe('MultiPolygon')
})

test('nothing reached is null, and so is nothing left', () => {
  const far = coverageOutlines(
    ground,
    [
      line('a', [
        [-30, 60],
        [30, 60],
      ]),
    ],
    5000,
  )
  expect(far).toMatchObject({ low: null, value: null, high: null, uncovered: { type: 'Polygon' } })
  expect(
    coverageOutlines(
      ground,
      [
        line('a', [
          [-30, 0],
          [30, 0],
        ]),
      ],
      30_000,
    ),
  ).toMatchObject({ uncovered: null })
})

test('what cannot be asked ends in a sentence', () => {
  expect(coverageOutlines(ground, [], 5000)).toMatchObject({ problem: { code: 'no-line' } })
})
