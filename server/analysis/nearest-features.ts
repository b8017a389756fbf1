/**
 * What lies nearest to a drawn point or line: of each kind the nearest one and how far, and in which commune and
 * district a point lies.
 *
 * Distances run along the ellipsoid to the nearest edge; `low` and `high` add the uncertainty of both.
 */
import type { LineString, MultiLineString, Point } from 'geojson'
import type { NearestFeatures, NearFeature } from '../domain/nearest.ts'
import type { CoverageProblem } from '../domain/coverage.ts'
import type { CoverageGround } from './coverage-ground.ts'
import { readCoverageLines, type PlaneLine } from './coverage-lines.ts'
import { isInArea, nearestToArea, nearestToPoint, type Nearest } from './distance-to-lines.ts'
import { findPositionProblem } from './drawn-position.ts'
import { namesOf } from './ground-tally.ts'
import { toPlane, type PlanePoint } from './laea.ts'
import type { GroundLineKind } from './lines-inside.ts'

export interface DrawnPlace {
  id: string
  geometry: Point | LineString | MultiLineString
  uncertaintyMeters: number
}

export function nearestFeatures(
  ground: CoverageGround,
  lines: readonly GroundLineKind[],
  drawn: DrawnPlace,
): NearestFeatures | { problem: CoverageProblem } {
  const read = readPlace(drawn)
  if ('problem' in read) return read
  const { line, point } = read
  const kinds = [
    ...ground.areas.map(({ collection, features }) => ({
      collection,
      nearest: leastOf(features, ({ outline, placeUncertaintyMeters }) =>
        nearestToArea(outline, [line], placeUncertaintyMeters),
      ),
    })),
    ...ground.points.map(({ collection, features }) => ({
      collection,
      nearest: leastOf(
        features.flatMap((feature) => (feature.point ? [{ ...feature, point: feature.point }] : [])),
        (feature) => nearestToPoint(feature.point, [line], feature.uncertaintyMeters),
      ),
    })),
    ...lines.map(({ collection, features }) => ({
      collection,
      nearest: point
        ? leastOf(features, ({ edges, uncertaintyMeters }) =>
            nearestToPoint(
              point,
              [{ id: '', key: '', uncertaintyMeters, parts: edges.map(({ from, to }) => [from, to]) }],
              drawn.uncertaintyMeters,
            ),
          )
        : null,
    })),
  ]
  return {
    ...placeOf(ground, point),
    kinds: kinds.flatMap(({ collection, nearest }) => (nearest ? [{ collection, ...nearest }] : [])),
  }
}

function readPlace({
  id,
  geometry,
  uncertaintyMeters,
}: DrawnPlace): { line: PlaneLine; point: PlanePoint | null } | { problem: CoverageProblem } {
  if (geometry.type === 'Point') {
    const problem = findPositionProblem({ vi: 'điểm', en: 'point' }, id, 0, geometry.coordinates)
    if (problem) return { problem }
    const point = toPlane(geometry.coordinates)
    return { line: { id, key: '', uncertaintyMeters, parts: [[point, point]] }, point }
  }
  const read = readCoverageLines([{ id, geometry, uncertaintyMeters }], usualBufferMeters)
  if ('problem' in read) return read
  const [line] = read.lines
  return line ? { line, point: null } : { line: { id, key: '', uncertaintyMeters, parts: [] }, point: null }
}

/** Any: the distance is not limited here. */
const usualBufferMeters = 5000

function leastOf<T extends Parameters<typeof namesOf>[0]>(
  features: readonly T[],
  distanceTo: (feature: T) => Nearest,
): NearFeature | null {
  let least: NearFeature | null = null
  for (const feature of features) {
    const { distanceMeters } = distanceTo(feature)
    if (!least || distanceMeters.value < least.distanceMeters.value) least = { ...namesOf(feature), distanceMeters }
  }
  return least
}

function placeOf({ communes, land, districts }: CoverageGround, point: PlanePoint | null) {
  const part = point && land.parts.find(({ polygons }) => isInArea(point, polygons.flat()))
  const commune = part ? communes[part.commune] : undefined
  const district = commune ? districts[commune.district] : undefined
  return { commune: commune ? namesOf(commune) : null, district: district ? namesOf(district) : null }
}
