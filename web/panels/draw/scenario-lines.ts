import type { CollectionOf } from '../../../server/domain/collections.ts'
import type { Scenario, ScenarioLine } from '../../../server/domain/scenario.ts'
import type { WhatIfQuestion } from '../../compute/coverage-messages.ts'
import type { Language } from '../../state/atlas-state.ts'

/**
 * The lines of a scenario as they stand together: the plan's corridors, moved or left out where the scenario says
 * so, and its new lines.
 */
export interface StandingLine {
  id: string
  /** Null: a new line. */
  corridorId: string | null
  names: { name_vi: string; name_en: string } | null
  name: string | null
  geometry: ScenarioLine['geometry']
  uncertaintyMeters: number
  state: 'as planned' | 'changed' | 'removed' | 'new'
}

export function standingLines(
  { lines, removed }: Pick<Scenario, 'lines' | 'removed'>,
  corridors: Pick<CollectionOf<'corridors'>, 'features'>,
): StandingLine[] {
  const planned = corridors.features.flatMap(({ id, geometry, properties }): StandingLine[] => {
    if (geometry?.type !== 'LineString' && geometry?.type !== 'MultiLineString') return []
    const changed = lines.find(({ corridorId }) => corridorId === id)
    return [
      {
        id,
        corridorId: id,
        names: { name_vi: properties.name_vi, name_en: properties.name_en },
        name: changed?.name ?? null,
        geometry: changed?.geometry ?? geometry,
        uncertaintyMeters: changed?.uncertaintyMeters ?? properties.uncertaintyMeters ?? 0,
        state: removed.includes(id) ? 'removed' : changed ? 'changed' : 'as planned',
      },
    ]
  })
  const known = new Set(planned.map(({ id }) => id))
  const added = lines
    .filter(({ corridorId }) => corridorId === null || !known.has(corridorId))
    .map((line): StandingLine => ({ ...line, corridorId: null, names: null, state: 'new' }))
  return [...planned, ...added]
}

/** A line's own name, or the corridor's. */
export function lineName({ id, name, names }: StandingLine, language: Language): string {
  return name ?? (language === 'vi' ? names?.name_vi : names?.name_en) ?? id
}

/** What a scenario is asked about: all lines that stand. */
export function toWhatIfQuestion(standing: readonly StandingLine[], bufferMeters: number): WhatIfQuestion {
  const lines = standing
    .filter(({ state }) => state !== 'removed')
    .map(({ id, geometry, uncertaintyMeters }) => ({ id, geometry, uncertaintyMeters }))
  return { lines, bufferMeters }
}

/** The scenario with a corridor in another course. */
export function withLine(scenario: Scenario, line: ScenarioLine): Scenario {
  const others = scenario.lines.filter(({ id }) => id !== line.id)
  return { ...scenario, lines: [...others, line], removed: scenario.removed.filter((id) => id !== line.corridorId) }
}

/** The scenario without a new line, or without a corridor of the plan. */
export function withoutLine(scenario: Scenario, { id, corridorId }: Pick<StandingLine, 'id' | 'corridorId'>): Scenario {
  return {
    ...scenario,
    lines: scenario.lines.filter((line) => line.id !== id),
    removed: corridorId ? [...new Set([...scenario.removed, corridorId])] : scenario.removed,
  }
}

/** The corridor as the plan has it. */
export function withPlanned(scenario: Scenario, corridorId: string): Scenario {
  return {
    ...scenario,
    lines: scenario.lines.filter((line) => line.corridorId !== corridorId),
    removed: scenario.removed.filter((id) => id !== corridorId),
  }
}
