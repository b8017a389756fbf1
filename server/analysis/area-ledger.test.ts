import { expect, test } from 'vitest'
import { fixtureFeatures, fixturePlan } from '../testing/fixture-catalog.ts'
import { areaLedger, type LedgerInputs } from './area-ledger.ts'

const inputs: LedgerInputs = {
  figures: fixturePlan.figures,
  origins: new Map(fixturePlan.origins.map((origin) => [origin.id, origin])),
  zones: fixtureFeatures.zones,
  zoneSea: fixtureFeatures['zone-sea'],
  parks: fixtureFeatures.parks,
}

// 2000 in all = 1000 by decree (600 land, 400 water) + 300 for the parks + what is left: 700.
test('the parts are the zone by its newest decree, what is left for the other zone, and the parks', () => {
  const { total, lines, sumHectares, documentedHectares, impliedHectares } = areaLedger(inputs)
  expect([total.areaHectares, total.clause]).toEqual([2000, 'II.2.1'])
  expect(lines.map(({ featureId, areaHectares }) => [featureId, areaHectares])).toEqual([
    ['coast-zone', 1000],
    ['gate-zone', 700],
    [null, 300],
  ])
  expect([sumHectares, documentedHectares, impliedHectares]).toEqual([2000, 1300, 700])
})

test('a stated line names its document, an implied one its subtraction', () => {
  const [coast, gate, parks] = areaLedger(inputs).lines
  expect(coast?.statement).toMatchObject({
    areaHectares: 1000,
    originId: 'decree',
    date: '2015-06-12',
    locator: 'p. 1',
  })
  expect(coast?.arithmetic).toBeNull()
  expect(gate?.statement).toBeNull()
  expect(gate?.arithmetic).toEqual({
    fromHectares: 2000,
    minus: [
      { label_vi: 'Khu kinh tế Bờ Biển', label_en: 'Name coast-zone', areaHectares: 1000 },
      { label_vi: '3 khu công nghiệp', label_en: '3 industrial parks', areaHectares: 300 },
    ],
    resultHectares: 700,
  })
  expect(parks?.statement).toMatchObject({ originId: 'programme', locator: 'II.2.1' })
})

test('land and sea stand apart, each with what is drawn of it', () => {
  const [coast] = areaLedger(inputs).lines
  expect(
    coast?.parts.map(({ collection, areaHectares, drawnAreaHectares, differenceHectares }) => [
      collection,
      areaHectares,
      drawnAreaHectares,
      differenceHectares,
    ]),
  ).toEqual([
    ['zones', 600, 590, -10],
    ['zone-sea', 400, 400, 0],
  ])
  expect([coast?.drawnAreaHectares, coast?.differenceHectares]).toEqual([990, -10])
  expect(coast?.parts[1]?.unknown?.text_en).toContain('No outline of the sea part')
})

test('the parks: the largest verified area of each is counted, hearsay is listed apart, the rest is not explained', () => {
  const { parks } = areaLedger(inputs)
  expect(parks.lines.map(({ featureId, countedHectares }) => [featureId, countedHectares])).toEqual([
    ['park-a', 80],
    ['park-b', 100],
    ['park-c', null],
  ])
  expect(parks.lines[1]?.areas.map(({ areaHectares, verified }) => [areaHectares, verified])).toEqual([
    [100, true],
    [999, false],
  ])
  expect(parks).toMatchObject({
    statedHectares: 300,
    countedHectares: 180,
    countedParks: 2,
    unverifiedHectares: 50,
    unverifiedParks: 1,
    unexplainedHectares: 120,
  })
  expect(parks.lines[0]).toMatchObject({ statedAreaHectares: 80, drawnAreaHectares: 81, differenceHectares: 1 })
})

test('what nobody has published is said', () => {
  const { unknowns } = areaLedger(inputs)
  expect(unknowns.map(({ text_en }) => text_en)).toEqual([
    expect.stringContaining('No outline of the sea part'),
    expect.stringContaining('no document gives its area'),
    expect.stringContaining('does not give the area of each park'),
  ])
})

test('without the figures it explains there is no ledger', () => {
  expect(() => areaLedger({ ...inputs, figures: [] })).toThrow(
    'seeds/plan/figures.json must have a figure "zones-and-parks-area" in ha',
  )
})

test('two zones without an area cannot both be what is left', () => {
  const [, gate] = fixtureFeatures.zones
  if (!gate) throw new Error('the fixtures have two zones')
  const other = { properties: { ...gate.properties, id: 'other-zone' } }
  expect(() => areaLedger({ ...inputs, zones: [...inputs.zones, other] })).toThrow('gate-zone, other-zone')
})
