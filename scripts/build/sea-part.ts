/**
 * Where the sea part of the Nghi Sơn zone may lie, given only how large it is.
 *
 * No outline is published. The shape is the water within one distance of the zone's mainland coast,
 * between two lines straight out to sea from the ends of that coast; the distance is the one that makes
 * the stated area. Inlets narrower than half a kilometre are left out. An indication, not a boundary.
 */
import type { Position } from 'geojson'
import { ringAreaInPlane, toPlane, type PlanePoint } from '../../server/analysis/laea.ts'
import { planeArea, type PlaneOverlay, type PlanePolygons } from '../../server/analysis/overlay.ts'

const inletMeters = 250
/** Dents of the outer edge narrower than twice this are filled in. */
const evenMeters = 8000
const farMeters = 60_000
const arcToleranceMeters = 5

export function seaPart(
  /** The zone's mainland coast from end to end, sea on its right. */
  coast: readonly Position[],
  zone: PlanePolygons,
  land: PlanePolygons,
  areaSquareMeters: number,
  plane: PlaneOverlay,
): PlanePolygons {
  const [first, last] = [toPlane(coast[0] ?? []), toPlane(coast.at(-1) ?? [])]
  const band = bandSeaward(first, last)
  const mainland = largest(plane.intersect(zone, [band]))
  const water = (meters: number): PlanePolygons => {
    const reach = plane.bufferAreas(mainland, meters + evenMeters, arcToleranceMeters)
    const near = plane.intersect(plane.bufferAreas(reach, -evenMeters, arcToleranceMeters), [band])
    const sea = plane.difference(near, land)
    const open = plane.bufferAreas(plane.bufferAreas(sea, -inletMeters), inletMeters + 20)
    return largest(plane.intersect(sea, open))
  }
  let [low, high] = [0, 40_000]
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2
    if (planeArea(water(middle)) < areaSquareMeters) low = middle
    else high = middle
  }
  return water((low + high) / 2)
}

/** All ground and water between two lines square to the line through the ends of the coast. */
function bandSeaward(first: PlanePoint, last: PlanePoint): PlanePoint[][] {
  const [dx, dy] = [last[0] - first[0], last[1] - first[1]]
  const length = Math.hypot(dx, dy)
  const out: PlanePoint = [(dy / length) * farMeters, (-dx / length) * farMeters]
  const ring: PlanePoint[] = [
    [first[0] - out[0], first[1] - out[1]],
    [first[0] + out[0], first[1] + out[1]],
    [last[0] + out[0], last[1] + out[1]],
    [last[0] - out[0], last[1] - out[1]],
  ]
  return [ringAreaInPlane(ring) > 0 ? ring : ring.reverse()]
}

function largest(polygons: PlanePolygons): PlanePolygons {
  const sorted = [...polygons].sort((a, b) => planeArea([b]) - planeArea([a]))
  return sorted.slice(0, 1)
}
