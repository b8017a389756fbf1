import { Compile } from 'typebox/compile'
import { describe, expect, test } from 'vitest'
import { ScenarioFile, type Scenario } from '../domain/scenario.ts'
import { readScenario, readScenarioText, toScenarioFile } from './scenario-file.ts'

const scenario: Omit<Scenario, 'id'> = {
  name: 'Dời về phía tây',
  bufferMeters: 5000,
  removed: ['quoc-te'],
  lines: [
    {
      id: 'bac-nam',
      corridorId: 'bac-nam',
      name: null,
      geometry: { type: 'LineString', coordinates: [[105.5, 19.5], [105.6, 20]] }, // prettier-ignore
      uncertaintyMeters: 3000,
    },
    {
      id: 'mine',
      corridorId: null,
      name: 'Tuyến mới',
      geometry: { type: 'MultiLineString', coordinates: [[[105, 20], [105.2, 20.1]], [[105.1, 20], [105.1, 20.2]]] }, // prettier-ignore
      uncertaintyMeters: 500,
    },
  ],
}

test('a scenario is written as its schema says and comes back the same', () => {
  const file = toScenarioFile(scenario)
  expect([...Compile(ScenarioFile).Errors(file)]).toEqual([])
  expect(readScenarioText(JSON.stringify(file))).toEqual({ scenario })
})

test('what a GIS adds is ignored, and what it drops has a default', () => {
  const file = toScenarioFile({ ...scenario, lines: scenario.lines.slice(1) })
  const [feature] = file.features
  const passed = {
    ...file,
    crs: { type: 'name' },
    features: [{ type: 'Feature', properties: { fid: 7 }, geometry: feature?.geometry }],
  }
  expect(readScenario(passed)).toMatchObject({
    scenario: { lines: [{ id: 'line-1', corridorId: null, name: null, uncertaintyMeters: 0 }] },
  })
})

describe('a file that is no scenario says why', () => {
  const file = toScenarioFile(scenario)
  const withLine = (change: object) => ({ ...file, features: [{ ...file.features[0], ...change }] })
  const about = (change: object) => ({ ...file, scenario: { ...file.scenario, ...change } })
  test.each([
    ['not JSON', '{"type":', 'is not JSON'],
    ['a list', [], 'is a GeoJSON FeatureCollection'],
    ['null', null, 'is a GeoJSON FeatureCollection'],
    ['plain GeoJSON', { type: 'FeatureCollection', features: [] }, '“scenario” is missing'],
    ['a later version', about({ version: 2 }), 'version “2”'],
    ['a distance out of bounds', about({ bufferMeters: 50 }), 'must be 500 to 30000 m, got “50”'],
    ['corridors that are no ids', about({ removed: [1] }), 'list of corridor ids'],
    ['no features', { ...file, features: 'x' }, 'a list “features”'],
    ['a polygon', withLine({ geometry: { type: 'Polygon', coordinates: [] } }), 'Feature 1 must be a LineString'],
    ['no geometry', withLine({ geometry: null }), 'Feature 1 must be a LineString'],
    ['an impossible uncertainty', withLine({ properties: { uncertaintyMeters: -5 } }), 'got “-5”'],
    [
      'a place far away',
      withLine({
        geometry: {
          type: 'LineString',
          coordinates: [
            [2, 48],
            [3, 48],
          ],
        },
      }),
      'too far',
    ],
    [
      'a corner that is none',
      withLine({
        geometry: {
          type: 'LineString',
          coordinates: [
            [105, 20],
            ['a', 1],
          ],
        },
      }),
      'Corner 2',
    ],
    [
      'one corridor twice',
      { ...file, features: [file.features[0], { ...file.features[0], id: 'b' }] },
      'Two lines take',
    ],
  ])('%s', (_, value, sentence) => {
    const read = typeof value === 'string' ? readScenarioText(value) : readScenario(value)
    expect('problem' in read && read.problem.text_en).toContain(sentence)
    expect('problem' in read && read.problem.text_vi.length).toBeGreaterThan(10)
  })
})
