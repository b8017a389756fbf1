/**
 * What two areas have together, what one has without the other, and what lies within a distance.
 *
 * Everything runs in the equal-area plane of `laea.ts` with Clipper2 (compiled to WebAssembly), on a
 * grid of one millimetre. Edges are straight in that plane, which is the geodesic to within metres on a
 * 100 km edge. Results follow the right-hand rule. Works in Node and in a browser's worker.
 */
import createClipper from 'clipper2-wasm'
import type { MainModule, PathsD, PolyPathD } from 'clipper2-wasm'
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import { fromPlane, ringAreaInPlane, toPlane, type PlanePoint } from './laea.ts'

/** Polygons in the plane: outer ring counterclockwise, holes clockwise, rings open (first point not repeated). */
export type PlanePolygons = PlanePoint[][][]

export type AreaGeometry = Polygon | MultiPolygon

export interface Overlay {
  /** All ground under any of the geometries; null when they hold no area. */
  union: (geometries: readonly Geometry[]) => AreaGeometry | null
  /** Ground under both; null when there is none. */
  intersect: (a: Geometry, b: Geometry) => AreaGeometry | null
  /** Ground under the first and not under the second; null when nothing is left. */
  difference: (a: Geometry, b: Geometry) => AreaGeometry | null
  /** Ground within a distance of a geometry of any type; a negative distance shrinks areas. */
  buffer: (geometry: Geometry, meters: number, arcToleranceMeters?: number) => AreaGeometry | null
  /** The same questions asked of shapes that are in the plane already. */
  plane: PlaneOverlay
}

export interface PlaneOverlay {
  union: (polygons: PlanePolygons) => PlanePolygons
  intersect: (a: PlanePolygons, b: PlanePolygons) => PlanePolygons
  difference: (a: PlanePolygons, b: PlanePolygons) => PlanePolygons
  bufferAreas: (polygons: PlanePolygons, meters: number, arcToleranceMeters?: number) => PlanePolygons
  bufferLines: (lines: readonly PlanePoint[][], meters: number, arcToleranceMeters?: number) => PlanePolygons
}

const decimals = 3
const miterLimit = 2
/** Two metres cost 0.05 ‰ of a 10 km buffer's area and keep circles at some 50 corners. */
const defaultArcToleranceMeters = 2

let loading: Promise<Overlay> | undefined

/**
 * The overlay, loaded once however often it is asked for.
 *
 * @param wasmAddress where the `.wasm` file lies, for bundlers that move it; Node finds it by itself
 */
export function loadOverlay(wasmAddress?: string): Promise<Overlay> {
  loading ??= createClipper(wasmAddress === undefined ? {} : { locateFile: () => wasmAddress }).then((clipper) =>
    overlayWith(planeOverlayWith(clipper)),
  )
  return loading
}

/** The areas of a geometry in the plane, rings turned as `PlanePolygons` promises; lines and points are left out. */
export function toPlanePolygons(geometry: Geometry): PlanePolygons {
  switch (geometry.type) {
    case 'Polygon':
      return [ringsToPlane(geometry.coordinates)]
    case 'MultiPolygon':
      return geometry.coordinates.map(ringsToPlane)
    case 'GeometryCollection':
      return geometry.geometries.flatMap(toPlanePolygons)
    default:
      return []
  }
}

/** Back to GeoJSON: rings closed, a single polygon as Polygon; null for no area. */
export function fromPlanePolygons(polygons: PlanePolygons): AreaGeometry | null {
  const coordinates = polygons.map((rings) =>
    rings.map((ring) => {
      const open: Position[] = ring.map(fromPlane)
      return [...open, ...open.slice(0, 1)]
    }),
  )
  const [first, ...others] = coordinates
  if (!first) return null
  return others.length === 0 ? { type: 'Polygon', coordinates: first } : { type: 'MultiPolygon', coordinates }
}

/** Area in square metres, holes taken out. */
export function planeArea(polygons: PlanePolygons): number {
  return polygons.flat().reduce((sum, ring) => sum + ringAreaInPlane(ring), 0)
}

function overlayWith(plane: PlaneOverlay): Overlay {
  return {
    plane,
    union: (geometries) => fromPlanePolygons(plane.union(geometries.flatMap(toPlanePolygons))),
    intersect: (a, b) => fromPlanePolygons(plane.intersect(toPlanePolygons(a), toPlanePolygons(b))),
    difference: (a, b) => fromPlanePolygons(plane.difference(toPlanePolygons(a), toPlanePolygons(b))),
    buffer: (geometry, meters, arcToleranceMeters) => {
      const areas = plane.bufferAreas(toPlanePolygons(geometry), meters, arcToleranceMeters)
      const lines = plane.bufferLines(toPlaneLines(geometry), meters, arcToleranceMeters)
      return fromPlanePolygons(lines.length === 0 ? areas : plane.union([...areas, ...lines]))
    },
  }
}

function planeOverlayWith(clipper: MainModule): PlaneOverlay {
  type Operation = 'Union' | 'Intersection' | 'Difference'

  /** Everything Clipper hands out lives outside the garbage collector and is given back here. */
  function borrow<Result>(work: (keep: <T extends { delete: () => void }>(thing: T) => T) => Result): Result {
    const borrowed: { delete: () => void }[] = []
    try {
      return work((thing) => {
        borrowed.push(thing)
        return thing
      })
    } finally {
      for (const thing of borrowed.reverse()) thing.delete()
    }
  }

  function toPaths(lines: readonly (readonly PlanePoint[])[]): PathsD {
    const paths = new clipper.PathsD()
    for (const line of lines) {
      const path = new clipper.PathD()
      const flat = new Float64Array(line.length * 3)
      line.forEach(([x, y], i) => {
        flat[3 * i] = x
        flat[3 * i + 1] = y
      })
      path.assign(flat)
      paths.push_back(path)
      path.delete()
    }
    return paths
  }

  function combine(operation: Operation, subjects: PathsD, clips: PathsD): PlanePolygons {
    return borrow((keep) => {
      const tree = keep(new clipper.PolyPathD())
      clipper.BooleanOpOutD(clipper.ClipType[operation], clipper.FillRule.NonZero, subjects, clips, tree, decimals)
      const polygons: PlanePolygons = []
      readOuters(tree, polygons)
      return polygons
    })
  }

  function readOuters(parent: PolyPathD, into: PlanePolygons): void {
    for (let i = 0; i < parent.count(); i++) {
      const outer = parent.child(i)
      const rings = [ringOf(outer)]
      for (let j = 0; j < outer.count(); j++) {
        const hole = outer.child(j)
        rings.push(ringOf(hole))
        readOuters(hole, into)
      }
      into.push(rings)
    }
  }

  function ringOf(node: PolyPathD): PlanePoint[] {
    return borrow((keep) => {
      const path = keep(node.polygon())
      const flat = path.view()
      const ring: PlanePoint[] = []
      for (let i = 0; i + 1 < flat.length; i += 3) ring.push([Number(flat[i]), Number(flat[i + 1])])
      return ring
    })
  }

  function boolean(operation: Operation, a: PlanePolygons, b: PlanePolygons): PlanePolygons {
    return borrow((keep) => combine(operation, keep(toPaths(a.flat())), keep(toPaths(b.flat()))))
  }

  function inflate(
    lines: readonly (readonly PlanePoint[])[],
    end: 'Polygon' | 'Round',
    meters: number,
    arcToleranceMeters: number,
  ): PlanePolygons {
    if (lines.length === 0) return []
    return borrow((keep) => {
      const grown = keep(
        clipper.InflatePathsD(
          keep(toPaths(lines)),
          meters,
          clipper.JoinType.Round,
          clipper.EndType[end],
          miterLimit,
          decimals,
          arcToleranceMeters,
        ),
      )
      return combine('Union', grown, keep(new clipper.PathsD()))
    })
  }

  return {
    union: (polygons) => boolean('Union', polygons, []),
    intersect: (a, b) => boolean('Intersection', a, b),
    difference: (a, b) => boolean('Difference', a, b),
    // United first: growing two areas that touch would leave the seam between them.
    bufferAreas: (polygons, meters, arcToleranceMeters = defaultArcToleranceMeters) =>
      inflate(boolean('Union', polygons, []).flat(), 'Polygon', meters, arcToleranceMeters),
    bufferLines: (lines, meters, arcToleranceMeters = defaultArcToleranceMeters) =>
      meters > 0 ? inflate(lines, 'Round', meters, arcToleranceMeters) : [],
  }
}

function toPlaneLines(geometry: Geometry): PlanePoint[][] {
  switch (geometry.type) {
    case 'Point':
      return [[toPlane(geometry.coordinates)]]
    case 'MultiPoint':
      return geometry.coordinates.map((position) => [toPlane(position)])
    case 'LineString':
      return [geometry.coordinates.map(toPlane)]
    case 'MultiLineString':
      return geometry.coordinates.map((line) => line.map(toPlane))
    case 'GeometryCollection':
      return geometry.geometries.flatMap(toPlaneLines)
    default:
      return []
  }
}

function ringsToPlane(rings: readonly Position[][]): PlanePoint[][] {
  return rings.map((closed, i) => {
    const ring = closed.slice(0, -1).map(toPlane)
    const isCounterclockwise = ringAreaInPlane(ring) > 0
    return isCounterclockwise === (i === 0) ? ring : ring.reverse()
  })
}
