import { Compile } from 'typebox/compile'
import { Type } from 'typebox'
import { afterAll, expect, test } from 'vitest'
import { PhaseState } from '../domain/phases.ts'
import { fixtureApp } from '../testing/fixture-app.ts'

const app = await fixtureApp()
afterAll(() => app.close())

test('the plan by 2021, 2025 and 2030 is told as described, and kept like the ledger', async () => {
  const response = await app.inject('/analysis/phases')
  expect(response.statusCode).toBe(200)
  const answer = response.json<PhaseState[]>()
  expect([...Compile(Type.Array(PhaseState)).Errors(answer)]).toEqual([])
  expect(answer.map(({ phase }) => phase)).toEqual([2021, 2025, 2030])
  for (const { collections } of answer) {
    for (const { counts, features } of collections) {
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(features.length)
    }
  }
  expect(response.headers['cache-control']).toBe((await app.inject('/analysis/ledger')).headers['cache-control'])
})
