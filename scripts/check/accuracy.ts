/**
 * How true the drawn shapes are, held against outlines of known accuracy.
 *
 * The yardstick is given as a folder and only ever read here: nothing of it enters the atlas. Areas are
 * compared as exact polygons in the equal-area plane, lines by the distance of sample points to them.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import type { CollectionOf } from '../../server/domain/collections.ts'
import { toPlane, type PlanePoint } from '../../server/analysis/laea.ts'
import { planeArea, toPlanePolygons, type PlaneOverlay, type PlanePolygons } from '../../server/analysis/overlay.ts'

export interface Measured {
  what: string
  value: string
}

export interface AccuracyInput {
  districts: CollectionOf<'districts'>
  province: CollectionOf<'province'>
  borders: CollectionOf<'borders'>
  coast: CollectionOf<'coast'>
  roads: CollectionOf<'roads'>
  interchanges: CollectionOf<'interchanges'>
  runways: CollectionOf<'runways'>
}

interface Reference {
  districts: Feature[]
  province: Feature[]
  expressway: Feature[]
  interchanges: Feature[]
  runway: Feature[]
}

const referenceFiles: Record<keyof Reference, string> = {
  districts: 'districts_27_pre2025.geojson',
  province: 'province_pre2025.geojson',
  expressway: 'expressway_north_south.geojson',
  interchanges: 'expressway_interchanges.geojson',
  runway: 'runway_vvtx.geojson',
}

export function measureAccuracy(drawn: AccuracyInput, folder: string, plane: PlaneOverlay): Measured[] {
  const rows: Measured[] = []
  const reference = {} as Reference
  for (const [key, file] of Object.entries(referenceFiles) as [keyof Reference, string][]) {
    const features = readFeatures(join(folder, file))
    if (!features) rows.push({ what: file, value: 'missing: not compared' })
    reference[key] = features ?? []
  }
  if (reference.districts.length > 0) rows.push(...compareDistricts(drawn.districts, reference.districts, plane))
  if (reference.province.length > 0) rows.push(...compareProvince(drawn, reference.province, plane))
  if (reference.expressway.length > 0) rows.push(...compareExpressway(drawn.roads, reference.expressway))
  if (reference.interchanges.length > 0) rows.push(...compareInterchanges(drawn.interchanges, reference.interchanges))
  if (reference.runway.length > 0) rows.push(...compareRunway(drawn.runways, reference.runway))
  return rows
}

/**
 * Districts that are compared as one: the reference still draws Sầm Sơn as it was before six communes of
 * Quảng Xương joined it in 2015.
 */
const comparedTogether = ['382', '406']

function compareDistricts(drawn: CollectionOf<'districts'>, reference: Feature[], plane: PlaneOverlay): Measured[] {
  const groups = new Map<string, { names: string[]; ours: PlanePolygons; truth: PlanePolygons }>()
  for (const { properties, geometry } of drawn.features) {
    const key = comparedTogether.includes(properties.code) ? comparedTogether.join() : properties.code
    const group = groups.get(key) ?? { names: [], ours: [], truth: [] }
    const truth = reference.find((feature) => String(feature.properties?.['code']) === properties.code)
    groups.set(key, {
      names: [...group.names, properties.name_vi],
      ours: [...group.ours, ...(geometry ? toPlanePolygons(geometry) : [])],
      truth: [...group.truth, ...(truth ? toPlanePolygons(truth.geometry) : [])],
    })
  }
  const allTruth = plane.union([...groups.values()].flatMap(({ truth }) => truth))
  const allOurs = plane.union([...groups.values()].flatMap(({ ours }) => ours))
  const common = plane.intersect(allOurs, allTruth)
  const compared = [...groups.values()].map(({ names, ours, truth }) => {
    const shared = planeArea(plane.intersect(ours, truth))
    const eitherOf = (a: PlanePolygons, b: PlanePolygons) => planeArea(a) + planeArea(b) - shared
    return {
      name: names.join(' + '),
      shared,
      overlap: shared / eitherOf(ours, truth),
      overlapInCommon: shared / eitherOf(plane.intersect(ours, common), plane.intersect(truth, common)),
    }
  })
  compared.sort((a, b) => a.overlap - b.overlap)
  const right = compared.reduce((sum, { shared }) => sum + shared, 0)
  const median = (values: number[]) => quantile(values, 0.5).toFixed(3)
  const lowest = compared[0]
  return [
    {
      what: 'land in the right district, of the land both have',
      value: percent(right / planeArea(common)),
    },
    { what: 'land in the right district, of all true land', value: percent(right / planeArea(allTruth)) },
    { what: 'overlap by district, median', value: median(compared.map(({ overlap }) => overlap)) },
    {
      what: 'overlap by district, median, within the land both have',
      value: median(compared.map(({ overlapInCommon }) => overlapInCommon)),
    },
    { what: 'overlap by district, lowest', value: `${lowest?.overlap.toFixed(3)} (${lowest?.name})` },
    ...compared.map(({ name, overlap }) => ({ what: `  ${name}`, value: overlap.toFixed(3) })),
  ]
}

function compareProvince(drawn: AccuracyInput, reference: Feature[], plane: PlaneOverlay): Measured[] {
  const truth = plane.union(reference.flatMap(({ geometry }) => toPlanePolygons(geometry)))
  const ours = drawn.province.features.flatMap(({ geometry }) => (geometry ? toPlanePolygons(geometry) : []))
  const shared = planeArea(plane.intersect(ours, truth))
  const outline = truth.flatMap(closedRings)
  // The part of the border and of the coast that belongs to the province is the part its outline follows.
  const border = samples(
    drawn.borders.features
      .filter(({ properties }) => properties.kind === 'national-border')
      .map(({ geometry }) => geometry),
    250,
  )
  const coast = samples(
    drawn.coast.features.map(({ geometry }) => geometry),
    250,
  )
  const edge = samples(
    drawn.province.features.map(({ geometry }) => geometry),
    250,
  )
  const onLine = (points: PlanePoint[]) => {
    const distanceTo = distanceFinder(points.map((point) => [point, point]))
    return (point: PlanePoint) => distanceTo(point) < 200
  }
  const toOutline = distanceFinder(outline.flatMap(segmentsOf))
  const row = (what: string, points: PlanePoint[]): Measured => ({ what, value: spread(points.map(toOutline)) })
  const isBorder = onLine(border)
  const isCoast = onLine(coast)
  const coastPoints = edge.filter((point) => isCoast(point) && !isBorder(point))
  const isOpen = onOpenCoast(ours, plane)
  return [
    { what: 'overlap of the province', value: (shared / (planeArea(ours) + planeArea(truth) - shared)).toFixed(4) },
    { what: 'of ours outside the true province', value: percent(1 - shared / planeArea(ours)) },
    { what: 'of the true province missing', value: percent(1 - shared / planeArea(truth)) },
    row('border with Laos, error', edge.filter(isBorder)),
    row('coast with river mouths, error', coastPoints),
    row('open coast, error', coastPoints.filter(isOpen)),
    row(
      'inland boundary with other provinces, error',
      edge.filter((point) => !isBorder(point) && !isCoast(point)),
    ),
  ]
}

/** Whether a point of the coast faces the sea: on the outline that is left when inlets below 3 km are filled in. */
function onOpenCoast(land: PlanePolygons, plane: PlaneOverlay): (point: PlanePoint) => boolean {
  const filled = plane.bufferAreas(plane.bufferAreas(land, 1500), -1500)
  const distanceTo = distanceFinder(filled.flatMap(closedRings).flatMap(segmentsOf))
  return (point) => distanceTo(point) < 30
}

function compareExpressway(roads: CollectionOf<'roads'>, reference: Feature[]): Measured[] {
  const road = roads.features.find(({ id }) => id === 'ct01')
  if (!road?.geometry) return [{ what: 'expressway', value: 'ct01 is not drawn' }]
  const truth = distanceFinder(reference.flatMap(({ geometry }) => linesOf(geometry)).flatMap(segmentsOf))
  return [{ what: 'expressway, error of our line', value: spread(samples([road.geometry], 250).map(truth)) }]
}

function compareInterchanges(drawn: CollectionOf<'interchanges'>, reference: Feature[]): Measured[] {
  return drawn.features.map(({ properties, geometry }) => {
    const what = `  interchange ${properties.name_vi}`
    const truth = reference.find(
      (feature) => folded(String(feature.properties?.['name'])) === folded(properties.name_vi),
    )
    if (geometry?.type !== 'Point' || truth?.geometry.type !== 'Point') return { what, value: 'no counterpart' }
    return { what, value: meters(distance(toPlane(geometry.coordinates), toPlane(truth.geometry.coordinates))) }
  })
}

function compareRunway(runways: CollectionOf<'runways'>, reference: Feature[]): Measured[] {
  const ours = samples(
    runways.features.map(({ geometry }) => geometry),
    20,
  )
  const truth = distanceFinder(reference.flatMap(({ geometry }) => linesOf(geometry)).flatMap(segmentsOf))
  return [{ what: 'runway, edge to true centre line', value: spread(ours.map(truth)) }]
}

function readFeatures(path: string): Feature[] | null {
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as FeatureCollection).features
  } catch {
    return null
  }
}

function linesOf(geometry: Geometry | null): PlanePoint[][] {
  switch (geometry?.type) {
    case 'LineString':
      return [geometry.coordinates.map(toPlane)]
    case 'MultiLineString':
      return geometry.coordinates.map((line) => line.map(toPlane))
    case 'Polygon':
    case 'MultiPolygon':
      return toPlanePolygons(geometry).flatMap(closedRings)
    default:
      return []
  }
}

function closedRings(rings: PlanePolygons[number]): PlanePoint[][] {
  return rings.map((ring) => [...ring, ...ring.slice(0, 1)])
}

type PlaneSegment = [PlanePoint, PlanePoint]

function segmentsOf(line: readonly PlanePoint[]): PlaneSegment[] {
  return line.slice(1).flatMap((to, i): PlaneSegment[] => {
    const from = line[i]
    return from ? [[from, to]] : []
  })
}

function samples(geometries: readonly (Geometry | null)[], everyMeters: number): PlanePoint[] {
  return geometries
    .flatMap(linesOf)
    .flatMap(segmentsOf)
    .flatMap(([a, b]) => {
      const pieces = Math.max(1, Math.round(distance(a, b) / everyMeters))
      return Array.from({ length: pieces }, (_, i): PlanePoint => [
        a[0] + ((b[0] - a[0]) * i) / pieces,
        a[1] + ((b[1] - a[1]) * i) / pieces,
      ])
    })
}

const squareMeters = 2000

/** Distance to the nearest of many segments; found by looking at growing squares around the point. */
function distanceFinder(segments: readonly PlaneSegment[]): (point: PlanePoint) => number {
  const squares = new Map<string, PlaneSegment[]>()
  for (const segment of segments) {
    const pieces = Math.ceil(distance(segment[0], segment[1]) / (squareMeters / 2)) + 1
    const keys = new Set<string>()
    for (let i = 0; i <= pieces; i++) {
      const x = segment[0][0] + ((segment[1][0] - segment[0][0]) * i) / pieces
      const y = segment[0][1] + ((segment[1][1] - segment[0][1]) * i) / pieces
      keys.add(`${Math.floor(x / squareMeters)},${Math.floor(y / squareMeters)}`)
    }
    for (const key of keys) squares.set(key, [...(squares.get(key) ?? []), segment])
  }
  return (point) => {
    const [column, row] = [Math.floor(point[0] / squareMeters), Math.floor(point[1] / squareMeters)]
    let best = Number.POSITIVE_INFINITY
    for (let reach = 0; reach < 60 && best > (reach - 1) * squareMeters; reach++) {
      for (let dx = -reach; dx <= reach; dx++) {
        for (let dy = -reach; dy <= reach; dy++) {
          if (Math.max(Math.abs(dx), Math.abs(dy)) !== reach) continue
          for (const segment of squares.get(`${column + dx},${row + dy}`) ?? []) {
            best = Math.min(best, distanceToSegment(point, segment))
          }
        }
      }
    }
    return best
  }
}

function distanceToSegment([x, y]: PlanePoint, [[ax, ay], [bx, by]]: PlaneSegment): number {
  const squared = (bx - ax) ** 2 + (by - ay) ** 2
  const share = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / squared))
  return Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay))
}

function distance(a: PlanePoint, b: PlanePoint): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

/** Without tones and accents: sources differ on "Đông Xuân" and "Đồng Xuân". */
function folded(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function spread(values: number[]): string {
  if (values.length === 0) return 'nothing to compare'
  return `median ${meters(quantile(values, 0.5))}, 90 % within ${meters(quantile(values, 0.9))}, most ${meters(quantile(values, 1))}`
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(share * (sorted.length - 1))))] ?? Number.NaN
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function meters(value: number): string {
  return `${value.toFixed(0)} m`
}
