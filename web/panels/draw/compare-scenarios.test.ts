import { expect, test } from 'vitest'
import type { WhatIf } from '../../../server/domain/what-if.ts'
import { compareScenarios } from './compare-scenarios.ts'

const range = (value: number) => ({ low: value - 1, value, high: value + 1 })
const sentence = { text_vi: '', text_en: '' }
const ground = (hectares: number) => ({
  totalHectares: 1000,
  areaHectares: range(hectares),
  areaShare: range(hectares / 1000),
  totalPeople: 100,
  people: range(hectares / 10),
  peopleShare: null,
})
const names = (id: string) => ({ featureId: id, name_vi: `${id} vi`, name_en: `${id} en` })
const scenario = (hectares: number, more: Partial<WhatIf> = {}): WhatIf => ({
  bufferMeters: 5000,
  plan: ground(500),
  scenario: ground(hectares),
  gained: { areaHectares: range(hectares - 500), people: range(0) },
  lost: { areaHectares: range(0), people: range(0) },
  districts: [],
  areas: [],
  points: [],
  outlines: { gained: null, lost: null },
  method: sentence,
  howSure: sentence,
  ...more,
})
const word = (key: string) => key

test('each scenario is a column; what a scenario leaves alone is there what the plan has', () => {
  const first = scenario(600, {
    areas: [
      { collection: 'parks', features: [{ ...names('a'), plan: ground(10), scenario: ground(40) }] },
      { collection: 'zones', features: [{ ...names('z'), plan: ground(5), scenario: ground(7) }] },
    ],
    points: [{ collection: 'ports', features: [{ ...names('p'), plan: 'outside', scenario: 'inside' }] }],
  })
  const second = scenario(550, {
    areas: [{ collection: 'zones', features: [{ ...names('z'), plan: ground(5), scenario: ground(7) }] }],
    points: [{ collection: 'stations', features: [{ ...names('s'), plan: 'inside', scenario: 'uncertain' }] }],
  })
  const sections = compareScenarios([first, second], word, 'en')
  const cells = (section: string) =>
    sections
      .find(({ id }) => id === section)
      ?.rows.map(({ label, cells: [one, other] }) => [
        label,
        ...[one, other].map((cell) => (typeof cell === 'object' ? cell?.value : cell)),
      ])
  expect(cells('reach')?.[0]).toEqual(['draw.scenario.row.land', 600, 550])
  // Both leave the zone alike, so that it is no difference.
  expect(cells('areas')).toEqual([['a en (kind.park)', 40, 10]])
  expect(cells('points')).toEqual([
    ['p en (kind.port)', 'inside', 'outside'],
    ['s en (kind.station)', 'inside', 'uncertain'],
  ])
})

test('where two scenarios agree on every feature, there is no section of features', () => {
  expect(compareScenarios([scenario(600), scenario(600)], word, 'vi').map(({ id }) => id)).toEqual(['changes', 'reach'])
})
