/**
 * What changes within reach if other lines stood in the plan's place: ground and people gained and lost, and
 * what else comes within reach or falls out of it.
 *
 * Gained is what the scenario reaches and the plan does not, lost the other way round; together they make up the
 * difference of the two coverages. `low` and `high` are the least and the most of three comparisons: both reaches
 * as drawn, both drawn in and both pushed out by their lines' uncertainty. A corridor and its moved copy are
 * uncertain in the same way; taking one at its least and the other at its most would find change where nothing
 * was moved.
 */
import type { Coverage, CoverageProblem, Range } from '../domain/coverage.ts'
import type { ChangedGround, WhatIf } from '../domain/what-if.ts'
import { corridorCoverage } from './corridor-coverage.ts'
import type { CoverageGround } from './coverage-ground.ts'
import { mostLines, readCoverageLines, type CoverageLine, type PlaneLine } from './coverage-lines.ts'
import { whatIfHowSure, whatIfMethod } from './coverage-words.ts'
import { namesOf, type Counts } from './ground-tally.ts'
import { squareMetersPerHectare } from './measure.ts'
import { fromPlanePolygons, type PlanePolygons } from './overlay.ts'
import { splitLand } from './peopled-land.ts'
import { findReaches, fullEffort, toRegions, type Reach } from './reach.ts'

export type WhatIfAnswer = WhatIf | { problem: CoverageProblem }

/**
 * @param ground of `prepareGround`, made once
 * @param plan the lines as the programme has them
 * @param scenario the lines that stand in their place; one that is the same in both changes nothing
 */
export function whatIf(
  ground: CoverageGround,
  plan: readonly CoverageLine[],
  scenario: readonly CoverageLine[],
  bufferMeters: number,
): WhatIfAnswer {
  const before = coverageOfPlan(ground, plan, bufferMeters)
  if ('problem' in before) return before
  const after = corridorCoverage(ground, scenario, bufferMeters)
  if ('problem' in after) return after
  const sides = readSides(ground, plan, scenario, bufferMeters)
  if ('problem' in sides) return sides
  const changes = tallyChanges(ground, sides)
  return {
    bufferMeters,
    plan: before.whole,
    scenario: after.whole,
    ...changes,
    areas: areaChanges(before, after),
    points: pointChanges(before, after),
    outlines: {
      gained: outlineOf(ground, sides.joined, [...sides.kept, ...sides.left]),
      lost: outlineOf(ground, sides.left, [...sides.kept, ...sides.joined]),
    },
    method: whatIfMethod,
    howSure: whatIfHowSure,
  }
}

/** The plan is the same from step to step while a scenario is dragged about. */
const lastPlans = new WeakMap<CoverageGround, { key: string; coverage: Coverage }>()

function coverageOfPlan(ground: CoverageGround, plan: readonly CoverageLine[], bufferMeters: number) {
  const key = JSON.stringify([bufferMeters, plan])
  const last = lastPlans.get(ground)
  if (last?.key === key) return last.coverage
  const coverage = corridorCoverage(ground, plan, bufferMeters)
  if (!('problem' in coverage)) lastPlans.set(ground, { key, coverage })
  return coverage
}

/** Reaches of lines that stay, of those only in the plan, and of those only in the scenario. */
interface Sides {
  kept: Reach[]
  left: Reach[]
  joined: Reach[]
}

function readSides(
  { plane, memory }: CoverageGround,
  plan: readonly CoverageLine[],
  scenario: readonly CoverageLine[],
  bufferMeters: number,
): Sides | { problem: CoverageProblem } {
  const [before, after] = [readCoverageLines(plan, bufferMeters), readCoverageLines(scenario, bufferMeters)]
  if ('problem' in before) return before
  if ('problem' in after) return after
  const same = (one: PlaneLine) => (other: PlaneLine) =>
    one.key === other.key && one.uncertaintyMeters === other.uncertaintyMeters
  const kept = before.lines.filter((line) => after.lines.some(same(line)))
  const left = before.lines.filter((line) => !kept.includes(line))
  const joined = after.lines.filter((line) => !kept.some(same(line)))
  if (kept.length + left.length + joined.length > mostLines) {
    const count = kept.length + left.length + joined.length
    return {
      problem: {
        code: 'too-many-lines',
        text_vi: `Nhiều nhất ${mostLines} tuyến một lần, kể cả tuyến của quy hoạch; đã nhận ${count}.`,
        text_en: `At most ${mostLines} lines at a time, those of the plan included; got ${count}.`,
      },
    }
  }
  const reachesOf = (lines: readonly PlaneLine[]) => findReaches(plane, lines, bufferMeters, memory, fullEffort())
  const [stay, gone, come] = [reachesOf(kept), reachesOf(left), reachesOf(joined)]
  if ('problem' in stay) return stay
  if ('problem' in gone) return gone
  if ('problem' in come) return come
  return { kept: stay.reaches, left: gone.reaches, joined: come.reaches }
}

/** Square metres and people gained and lost when both reaches are drawn in, as drawn, and when both are pushed out. */
interface LevelCounts {
  gained: { squareMeters: Counts; people: Counts }
  lost: { squareMeters: Counts; people: Counts }
}

function noChange(): LevelCounts {
  return {
    gained: { squareMeters: [0, 0, 0], people: [0, 0, 0] },
    lost: { squareMeters: [0, 0, 0], people: [0, 0, 0] },
  }
}

function tallyChanges(
  { communes, land, districts }: CoverageGround,
  { kept, left, joined }: Sides,
): Pick<WhatIf, 'gained' | 'lost' | 'districts'> {
  const inPlan = (1 << (kept.length + left.length)) - 1
  const inScenario = ((1 << kept.length) - 1) | (((1 << joined.length) - 1) << (kept.length + left.length))
  const whole = noChange()
  const byDistrict = districts.map(noChange)
  splitLand(land, toRegions([...kept, ...left, ...joined]), (i, squareMeters, people, ...marks) => {
    const commune = communes[i]
    if (!commune) return
    for (const level of [0, 1, 2] as const) {
      const [before, after] = [(marks[level] & inPlan) !== 0, (marks[level] & inScenario) !== 0]
      if (before === after) continue
      for (const counts of [whole, byDistrict[commune.district]]) {
        const side = before ? counts?.lost : counts?.gained
        if (!side) continue
        side.squareMeters[level] += squareMeters
        side.people[level] += people
      }
    }
  })
  return {
    gained: toChange(whole.gained),
    lost: toChange(whole.lost),
    districts: districts
      .map((district, i) => {
        const { gained, lost } = byDistrict[i] ?? noChange()
        return { ...namesOf(district), gained: toChange(gained), lost: toChange(lost) }
      })
      .filter(({ gained, lost }) => gained.areaHectares.high > leastHectares || lost.areaHectares.high > leastHectares)
      .toSorted((one, other) => peopleOf(other) - peopleOf(one)),
  }
}

const leastHectares = 0.1

function peopleOf({ gained, lost }: { gained: ChangedGround; lost: ChangedGround }): number {
  return gained.people.value + lost.people.value
}

function toChange({ squareMeters, people }: { squareMeters: Counts; people: Counts }): ChangedGround {
  const hectares = toRange(squareMeters)
  return {
    areaHectares: {
      low: hectares.low / squareMetersPerHectare,
      value: hectares.value / squareMetersPerHectare,
      high: hectares.high / squareMetersPerHectare,
    },
    people: toRange(people),
  }
}

function toRange(counts: Counts): Range {
  return { low: Math.min(...counts), value: counts[1], high: Math.max(...counts) }
}

function areaChanges(before: Coverage, after: Coverage): WhatIf['areas'] {
  return before.areas.flatMap(({ collection, features }, i) => {
    const changed = features.flatMap((area, j) => {
      const other = after.areas[i]?.features[j]
      if (!other) return []
      const difference = Math.abs(other.reached.areaHectares.value - area.reached.areaHectares.value)
      return difference < leastHectares ? [] : [{ ...namesOf(area), plan: area.reached, scenario: other.reached }]
    })
    return changed.length > 0 ? [{ collection, features: changed }] : []
  })
}

function pointChanges(before: Coverage, after: Coverage): WhatIf['points'] {
  return before.points.flatMap(({ collection, features }, i) => {
    const changed = features.flatMap((point, j) => {
      const other = after.points[i]?.features[j]
      if (!other || other.verdict === point.verdict) return []
      return [{ ...namesOf(point), plan: point.verdict, scenario: other.verdict }]
    })
    return changed.length > 0 ? [{ collection, features: changed }] : []
  })
}

function outlineOf({ plane, province }: CoverageGround, of: readonly Reach[], without: readonly Reach[]) {
  if (of.length === 0) return null
  const valueOf = (reaches: readonly Reach[]): PlanePolygons => reaches.flatMap(({ value }) => value)
  const onLand = plane.intersect(plane.difference(valueOf(of), valueOf(without)), province)
  return fromPlanePolygons(onLand)
}
