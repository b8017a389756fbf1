import { describe, expect, it } from 'vitest'
import { readScenario } from '../compute/scenario-file.ts'
import type { Scenario } from '../../server/domain/scenario.ts'
import { fromScenarioLink, mostLinkCharacters, toScenarioLink } from './scenario-link.ts'

/** As many corners as a corridor has. */
const course = (corners: number, wobble: number): [number, number][] =>
  Array.from({ length: corners }, (_, i) => [105 + i / 100, Number((20 + wobble * Math.sin(i * 1.7)).toFixed(5))])
const scenario = (corners: number): Omit<Scenario, 'id'> => ({
  name: 'Dời về phía tây, “thử” 1',
  bufferMeters: 7500,
  removed: ['quoc-te'],
  lines: [
    {
      id: 'bac-nam',
      corridorId: 'bac-nam',
      name: null,
      geometry: { type: 'LineString', coordinates: course(corners, 0.2) },
      uncertaintyMeters: 3000,
    },
    {
      id: 'mine',
      corridorId: null,
      name: 'Tuyến mới',
      geometry: { type: 'MultiLineString', coordinates: [course(3, 0.1), course(2, 0.3)] },
      uncertaintyMeters: 500,
    },
  ],
})

describe('a scenario in a link', () => {
  it('comes back the same to a metre', async () => {
    const link = await toScenarioLink(scenario(100))
    expect(link).toMatch(/^[\w-]+$/)
    expect(link?.length).toBeLessThanOrEqual(mostLinkCharacters)
    expect(readScenario(await fromScenarioLink(link ?? ''))).toEqual({ scenario: scenario(100) })
  })
  it('too large for one says so', async () => {
    expect(await toScenarioLink(scenario(2000))).toBeNull()
  })
  it.each(['', 'garbage', '%%%', 'eyJh', 'A'.repeat(9000)])('that is broken (%s) is none', async (text) => {
    expect(await fromScenarioLink(text)).toBeNull()
  })
  it('cut short is none', async () => {
    const link = (await toScenarioLink(scenario(20))) ?? ''
    expect(await fromScenarioLink(link.slice(0, -8))).toBeNull()
  })
})
