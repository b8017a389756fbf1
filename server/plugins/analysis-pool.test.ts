import { afterEach, expect, test, vi } from 'vitest'
import { line, type Kilometers } from '../testing/coverage-fixture.ts'
import { squareCatalog } from '../testing/coverage-catalog.ts'
import { buildAnalysisPool, usualLimits, type AnalysisPool, type AnalysisPoolLimits } from './analysis-pool.ts'
import type { CoverageQuestion } from './analysis-questions.ts'
import { Problem } from './errors.ts'

// Threads have to start first, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 })

let pool: AnalysisPool | undefined
afterEach(() => pool?.close())

const catalog = squareCatalog()
const acrossAt = (y: number): CoverageQuestion => ({
  about: 'coverage',
  lines: [
    line('across', [
      [-20, y],
      [20, y],
    ]),
  ],
  bufferMeters: 5000,
})
/** Many teeth close together, each as vague as may be: a good deal of work. */
const comb = (shift: number): CoverageQuestion => {
  const corners = Array.from({ length: 800 }, (_, i): Kilometers => [
    -18 + shift + Math.floor(i / 2) * 0.09,
    ((i + 1) >> 1) % 2 === 0 ? -18 : 18,
  ])
  return { about: 'coverage', lines: [line('comb', corners, 0.4)], bufferMeters: 500 }
}
/** For tests that are not about time. */
const forever = { mostMilliseconds: 25_000, mostWaitingMilliseconds: 25_000 }
const patient: AnalysisPoolLimits = { ...usualLimits, times: { coverage: forever, access: forever } }
const kindsOf = async (answers: readonly Promise<Uint8Array>[]) =>
  (await Promise.allSettled(answers)).map((result) =>
    result.status === 'fulfilled'
      ? 'answered'
      : result.reason instanceof Problem
        ? `${result.reason.kind} ${result.reason.headers['retry-after'] ?? ''}`.trim()
        : String(result.reason),
  )

test('no thread is started before the first question, and it ends when no other comes', async () => {
  pool = buildAnalysisPool(catalog, { ...patient, mostIdleMilliseconds: 50 })
  expect(pool.counts().threads).toBe(0)
  await pool.answer(acrossAt(0))
  await expect.poll(() => pool?.counts().threads, { timeout: 10_000 }).toBe(0)
  // The next one gets a thread of its own, with ground of its own.
  expect(await kindsOf([pool.answer(acrossAt(1))])).toEqual(['answered'])
})

test('identical questions are worked out once, at the same time and later', async () => {
  pool = buildAnalysisPool(catalog, patient)
  const [one, other] = await Promise.all([pool.answer(acrossAt(0)), pool.answer(acrossAt(0))])
  expect(one).toBe(other)
  expect(await pool.answer(acrossAt(0))).toBe(one)
  expect(pool.counts()).toMatchObject({ workedAt: 1, kept: 1, keptBytes: one.byteLength })
})

test('answers are kept within bounds', async () => {
  const mostBytes = Math.round(2.5 * (await bytesOf(acrossAt(0))))
  pool = buildAnalysisPool(catalog, { ...patient, mostBytes })
  for (const y of [0, 1, 2, 3]) await pool.answer(acrossAt(y))
  expect(pool.counts().kept).toBe(2)
  expect(pool.counts().keptBytes).toBeLessThanOrEqual(mostBytes)
})

test('what finds the queue full is refused at once, the others are answered in turn', async () => {
  pool = buildAnalysisPool(catalog, { ...patient, mostWaiting: 2 })
  const answers = [pool.answer(acrossAt(0))]
  // The first has left the queue when the others come.
  await Promise.resolve()
  await Promise.resolve()
  answers.push(...[1, 2, 3].map((y) => (pool ?? never()).answer(acrossAt(y))))
  expect(await kindsOf(answers)).toEqual(['answered', 'answered', 'answered', 'busy 2'])
})

test('what takes too long is ended with its thread; the next question gets a new one', async () => {
  const limits = { ...patient, times: { ...patient.times } }
  pool = buildAnalysisPool(catalog, limits)
  await pool.answer(acrossAt(5))
  limits.times.coverage = { ...forever, mostMilliseconds: 20 }
  expect(await kindsOf([pool.answer(comb(0))])).toEqual(['busy 5'])
  limits.times.coverage = forever
  expect(await kindsOf([pool.answer(acrossAt(0))])).toEqual(['answered'])
  // A refusal is not kept.
  expect(await kindsOf([pool.answer(comb(0))])).toEqual(['answered'])
})

test('a question is answered or refused within its time, whether it waits or is worked at', async () => {
  const coverage = { mostMilliseconds: 2000, mostWaitingMilliseconds: 200 }
  pool = buildAnalysisPool(catalog, { ...usualLimits, times: { ...usualLimits.times, coverage }, mostWaiting: 8 })
  // Its thread is there when the others come.
  await pool.answer(acrossAt(0))
  const asked = performance.now()
  const times: number[] = []
  const kinds = await kindsOf(
    Array.from({ length: 12 }, (_, i) =>
      (pool ?? never()).answer(comb(i / 1000)).finally(() => times.push(performance.now() - asked)),
    ),
  )
  // One at work and eight waiting, or nine waiting: three or four find the queue full and are refused at once.
  expect(kinds.filter((kind) => kind === 'busy 2').length).toBeGreaterThanOrEqual(3)
  expect(Math.max(...times)).toBeLessThan(3000)
})

test('a ground that cannot be made fails the question, not the server', async () => {
  const broken = squareCatalog()
  pool = buildAnalysisPool(
    { ...broken, featuresOf: (id) => (id === 'districts' ? [] : broken.featuresOf(id)) },
    patient,
  )
  const [kind] = await kindsOf([pool.answer(acrossAt(0))])
  expect(kind).toContain('districtId must be a district')
  // Access by road does not need that ground.
  expect(await kindsOf([pool.answer({ about: 'parks', phase: 2025 })])).toEqual(['answered'])
})

test('questions about access wait for one about coverage that takes all its time, and are answered', async () => {
  const limits = { ...usualLimits, times: { ...usualLimits.times } }
  pool = buildAnalysisPool(catalog, limits)
  // Both grounds are made.
  await pool.answer(acrossAt(0))
  await pool.answer({ about: 'parks', phase: 2021 })
  limits.times.coverage = { mostMilliseconds: 60, mostWaitingMilliseconds: 30 }
  const answers = [pool.answer(comb(0)), pool.answer({ about: 'parks', phase: 2025 }), pool.answer(acrossAt(1))]
  expect(await kindsOf(answers)).toEqual(['busy 5', 'answered', 'busy 2'])
  expect(pool.counts().threads).toBe(1)
})

test('closing refuses those who wait and ends the thread', async () => {
  pool = buildAnalysisPool(catalog, patient)
  const answers = kindsOf([pool.answer(comb(0)), pool.answer(acrossAt(0))])
  await expect.poll(() => pool?.counts().threads, { timeout: 10_000 }).toBe(1)
  await pool.close()
  expect(await answers).toEqual(['busy 2', 'busy 2'])
  expect(pool.counts().threads).toBe(0)
})

async function bytesOf(question: CoverageQuestion): Promise<number> {
  const once = buildAnalysisPool(catalog, patient)
  const { byteLength } = await once.answer(question)
  await once.close()
  return byteLength
}

function never(): never {
  throw new Error('the pool was built above')
}
