import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { CollectionId, CollectionOf } from '../domain/collections.ts'
import { phaseYears } from '../domain/phases.ts'
import { planAt } from './phases.ts'

const read = <Id extends CollectionId>(id: Id) =>
  (JSON.parse(readFileSync(new URL(`../../data/geojson/${id}.geojson`, import.meta.url), 'utf8')) as CollectionOf<Id>)
    .features

const thing = (id: string, properties: object) => ({
  id,
  geometry: null,
  properties: { name_vi: id, name_en: id, status: 'planned' as const, targetYear: null, ...properties },
})

describe('the plan by a year', () => {
  const features = [
    thing('standing', { status: 'existing', targetYear: 2030 }),
    thing('wanted', { targetYear: 2030 }),
    thing('opened', { status: 'under-way', openedYear: 2023 }),
    thing('both', { targetYear: 2030, openedYear: 2025 }),
    thing('some-day', { status: 'study' }),
  ]
  const at = (phase: (typeof phaseYears)[number]) =>
    planAt(phase, (collection) => (collection === 'roads' ? features : []))

  test('has what stood in 2021, what is wanted by then and what is in use by then', () => {
    const statuses = (phase: (typeof phaseYears)[number]) =>
      at(phase).collections[0]?.features.map(({ featureId, status }) => `${featureId} ${status}`)
    expect(statuses(2021)).toEqual([
      'standing existing',
      'wanted planned',
      'opened under-way',
      'both planned',
      'some-day study',
    ])
    expect(statuses(2025)?.slice(1, 4)).toEqual(['wanted planned', 'opened existing', 'both existing'])
    expect(statuses(2030)?.slice(1)).toEqual(['wanted existing', 'opened existing', 'both existing', 'some-day study'])
  })

  test('says why a thing has appeared, by the earliest cause; what stood in 2021 has not', () => {
    expect(at(2030).collections[0]?.features.map(({ appears }) => appears)).toEqual([
      null,
      { year: 2030, by: 'target' },
      { year: 2023, by: 'opened' },
      { year: 2025, by: 'opened' },
      null,
    ])
  })

  test('counts each status; a collection without features is left out', () => {
    const { collections } = at(2025)
    expect(collections.map(({ collection, counts }) => [collection, counts])).toEqual([
      ['roads', { existing: 3, 'under-way': 0, planned: 1, study: 1 }],
    ])
  })
})

test('every feature of the plan that exists in one year exists in every later one', () => {
  let before = new Set<string>()
  for (const phase of phaseYears) {
    const existing = new Set(
      planAt(phase, read).collections.flatMap(({ collection, features }) =>
        features.filter(({ status }) => status === 'existing').map(({ featureId }) => `${collection}/${featureId}`),
      ),
    )
    expect([...before].filter((one) => !existing.has(one))).toEqual([])
    before = existing
  }
  expect(before.size).toBeGreaterThan(60)
})
