/**
 * The thread of `analysis-pool.ts`: makes each ground once, of what it is handed, then answers question after
 * question on it.
 */
import {
  accessBasis,
  accessFrom,
  accessFromOf,
  parkAccess,
  prepareAccess,
  type AccessGround,
} from '../analysis/access.ts'
import type { AccessPlace } from '../analysis/access-place.ts'
import { areaContents } from '../analysis/area-contents.ts'
import { coverageAnswer } from '../analysis/coverage-answer.ts'
import { prepareGround, type CoverageGround } from '../analysis/coverage-ground.ts'
import { distanceCheck, type DistanceSeeds } from '../analysis/distance-check.ts'
import type { GroundDocument } from '../analysis/ground-document.ts'
import { prepareLines, type GroundLineKind } from '../analysis/lines-inside.ts'
import { loadOverlay } from '../analysis/overlay.ts'
import { prepareTravelGround, travelTimeAreas, type TravelGround } from '../analysis/travel-time.ts'
import { whatIf } from '../analysis/what-if.ts'
import type {
  AccessQuestion,
  AnalysisAnswer,
  AnalysisQuestion,
  CoverageQuestion,
  GroundName,
  HandedAccess,
  HandedGround,
} from './analysis-questions.ts'

interface CoveragePrepared {
  ground: CoverageGround
  lines: readonly GroundLineKind[]
}
interface AccessPrepared {
  access: AccessGround
  travel: TravelGround
  distances: DistanceSeeds
}

const grounds: { coverage?: CoveragePrepared; access?: AccessPrepared } = {}

export function isPrepared(name: GroundName): boolean {
  return grounds[name] !== undefined
}

export async function prepare(handed: HandedGround): Promise<true> {
  if (handed.name === 'coverage') grounds.coverage = await prepareCoverage(handed.collections)
  else grounds.access = await prepareAccessGround(handed)
  return true
}

export function answer(question: AnalysisQuestion): AnalysisAnswer {
  const told = tell(question)
  if ('problem' in told) return told
  return { json: new TextEncoder().encode(JSON.stringify(told)) }
}

function tell(question: AnalysisQuestion) {
  switch (question.about) {
    case 'coverage':
    case 'contents':
    case 'what-if':
      return tellCoverage(made(grounds.coverage), question)
    case 'access':
    case 'parks':
    case 'travel-time':
    case 'distances':
      return tellAccess(made(grounds.access), question)
  }
}

function tellCoverage({ ground, lines }: CoveragePrepared, question: CoverageQuestion) {
  switch (question.about) {
    case 'coverage':
      return coverageAnswer(ground, question.lines, question.bufferMeters)
    case 'contents':
      return areaContents(ground, lines, question.area)
    case 'what-if':
      return whatIf(ground, question.plan, question.scenario, question.bufferMeters)
  }
}

function tellAccess({ access, travel, distances }: AccessPrepared, question: AccessQuestion) {
  switch (question.about) {
    case 'access':
      return accessFrom(access, question.from, question.phase)
    case 'parks': {
      const network = access.networkAt(question.phase)
      const peopleNear = (place: AccessPlace) => travelTimeAreas(travel, network, place, [30])[0]?.people ?? null
      return parkAccess(access, question.phase, peopleNear)
    }
    case 'travel-time': {
      const { from, minutes, phase } = question
      const areas = travelTimeAreas(travel, access.networkAt(phase), from, minutes)
      return { from: accessFromOf(from), areas, ...accessBasis(access, phase) }
    }
    case 'distances': {
      const { places } = question
      return distanceCheck(access, distances, (key) => (Object.hasOwn(places, key) ? (places[key] ?? null) : null))
    }
  }
}

function made<Ground>(ground: Ground | undefined): Ground {
  if (ground === undefined) throw new Error('a ground is made before it is asked about')
  return ground
}

async function prepareCoverage(collections: GroundDocument): Promise<CoveragePrepared> {
  const { plane } = await loadOverlay()
  const prepared = { ground: prepareGround(collections, plane), lines: prepareLines(collections.lines) }
  // Code that runs for the first time is slow: the first reader's limit is not to be spent on that.
  coverageAnswer(prepared.ground, collections.corridors.slice(0, 1), 5000)
  return prepared
}

async function prepareAccessGround({ features, driving, distances }: HandedAccess): Promise<AccessPrepared> {
  const { plane } = await loadOverlay()
  const { communes, ...ofAccess } = features
  return {
    access: prepareAccess(ofAccess, driving),
    travel: prepareTravelGround(features.province, communes, plane),
    distances: { ...distances, driving },
  }
}
