import { describe, expect, it } from 'vitest'
import type { CollectionOf } from '../../../server/domain/collections.ts'
import type { Scenario, ScenarioLine } from '../../../server/domain/scenario.ts'
import { standingLines, withLine, withoutLine, withPlanned } from './scenario-lines.ts'

const geometry: ScenarioLine['geometry'] = { type: 'LineString', coordinates: [[105, 20], [105.1, 20]] } // prettier-ignore
const corridors = {
  features: ['a', 'b'].map((id) => ({
    type: 'Feature',
    id,
    geometry,
    properties: { id, name_vi: `Hành lang ${id}`, name_en: `Corridor ${id}`, uncertaintyMeters: 3000 },
  })),
} as unknown as CollectionOf<'corridors'>
const plan: Scenario = { id: 's', name: 'S', bufferMeters: 5000, lines: [], removed: [] }
const moved: ScenarioLine = { id: 'a', corridorId: 'a', name: null, geometry, uncertaintyMeters: 2000 }
const added: ScenarioLine = { id: 'x', corridorId: null, name: 'New', geometry, uncertaintyMeters: 500 }
const statesOf = (scenario: Scenario) =>
  standingLines(scenario, corridors).map(({ id, state, uncertaintyMeters }) => [id, state, uncertaintyMeters])

describe('a scenario', () => {
  it('that changes nothing is the plan', () => {
    expect(statesOf(plan)).toEqual([
      ['a', 'as planned', 3000],
      ['b', 'as planned', 3000],
    ])
  })
  it('has moved, removed and new lines side by side with those it leaves alone', () => {
    expect(statesOf(withLine(withoutLine(withLine(plan, moved), { id: 'b', corridorId: 'b' }), added))).toEqual([
      ['a', 'changed', 2000],
      ['b', 'removed', 3000],
      ['x', 'new', 500],
    ])
  })
  it('gives a corridor back to the plan', () => {
    const changed = withLine(withoutLine(plan, { id: 'b', corridorId: 'b' }), moved)
    expect(withPlanned(withPlanned(changed, 'a'), 'b')).toEqual(plan)
  })
  it('drops a new line without a trace', () => {
    expect(withoutLine(withLine(plan, added), { id: 'x', corridorId: null })).toEqual(plan)
  })
  it('moves a corridor that it had removed', () => {
    expect(withLine(withoutLine(plan, { id: 'a', corridorId: 'a' }), moved).removed).toEqual([])
  })
  it('takes a line for a corridor that is not in the plan as a new one', () => {
    expect(statesOf(withLine(plan, { ...moved, id: 'z', corridorId: 'z' })).at(-1)).toEqual(['z', 'new', 2000])
  })
})
