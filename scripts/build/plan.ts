/**
 * The plan's own features: areas, lines and points that people typed in from documents.
 */
import type { Geometry } from 'geojson'
import type { CollectionId, FeatureOf, PropertiesOf } from '../../server/domain/collections.ts'
import type { Figure, Note } from '../../server/domain/provenance.ts'
import type {
  AreaEntry,
  CorridorEntry,
  Extent,
  LineEntry,
  Placement,
  PointEntry,
  RoadEntry,
  RunwayEntry,
  Waypoint,
} from '../../server/domain/seeds.ts'
import { fromPlane, toPlane } from '../../server/analysis/laea.ts'
import { ellipsoidAreaHectares, geodesicDistanceMeters, geodesicLengthMeters } from '../../server/analysis/measure.ts'
import {
  fromPlanePolygons,
  toPlanePolygons,
  type AreaGeometry,
  type PlaneOverlay,
} from '../../server/analysis/overlay.ts'
import type { Seeds } from '../../server/catalog/read-seeds.ts'
import { hectares, type CommuneGround } from './administration.ts'
import { featureOf, roundLine, roundPosition, roundTo, unique } from './features.ts'
import { footprint } from './footprint.ts'
import { outerRings, type Basemap } from './read-basemap.ts'
import { seaPart } from './sea-part.ts'
import { smoothLine } from './smooth-line.ts'

const decimals = 6

/** Which former communes an extent stands for. */
export function communesOfExtent(extent: Extent, seeds: Seeds): string[] {
  const inDistricts = seeds['gazetteer/communes.json'].filter(({ districtId }) =>
    extent.districtIds.includes(districtId),
  )
  const inUnits = extent.unitIds.flatMap((unitId) => {
    const unit = seeds['gazetteer/units.json'].find(({ id }) => id === unitId)
    if (!unit) throw new Error(`units.json: must hold ${unitId}, which an extent names`)
    return unit.communeIds
  })
  const all = unique([...inDistricts.map(({ id }) => id), ...inUnits, ...extent.communeIds])
  return all.filter((id) => !extent.exceptCommuneIds.includes(id))
}

export function buildAreas(
  collectionId: 'centres' | 'zones' | 'parks' | 'later-parks' | 'projects' | 'heritage',
  entries: readonly AreaEntry[],
  seeds: Seeds,
  ground: CommuneGround,
): FeatureOf<'zones'>[] {
  return entries.map((entry) => {
    const stated = statedAreaOf(entry)
    const shape = areaShape(entry, stated, collectionId, seeds, ground)
    return areaFeature(entry, stated, shape)
  })
}

interface Shape {
  geometry: Geometry | null
  geometryBasis: PropertiesOf<'zones'>['geometryBasis']
  uncertaintyMeters: number | null
  originIds: string[]
  notes: Note[]
}

const noShape: Shape = { geometry: null, geometryBasis: null, uncertaintyMeters: null, originIds: [], notes: [] }

interface StatedArea {
  hectares: number
  originId: string
}

function areaShape(
  entry: AreaEntry,
  stated: StatedArea | null,
  collectionId: CollectionId,
  seeds: Seeds,
  ground: CommuneGround,
): Shape {
  if (entry.extent) {
    const shape = ground.unionOf(communesOfExtent(entry.extent, seeds))
    if (!shape) throw new Error(`${collectionId}: ${entry.id} has an extent without ground`)
    return {
      geometry: shape.geometry,
      geometryBasis: 'derived',
      uncertaintyMeters: entry.extent.uncertaintyMeters,
      originIds: [entry.extent.originId, ...shape.originIds],
      notes: [methodNote('extent', entry.extent, seeds)],
    }
  }
  if (!entry.placement) return noShape
  const placed = pointShape(entry.placement, seeds)
  if (!stated || collectionId === 'heritage') return placed
  return { ...placed, geometry: footprint(entry.placement.position, stated.hectares), geometryBasis: 'symbol' }
}

/** All area collections carry the same properties. */
function areaFeature(entry: AreaEntry, stated: StatedArea | null, shape: Shape): FeatureOf<'zones'> {
  const isArea = shape.geometry?.type === 'Polygon' || shape.geometry?.type === 'MultiPolygon'
  return featureOf<'zones'>(
    {
      ...statedOf(entry, shape),
      statedAreaHectares: stated?.hectares ?? null,
      statedAreaOriginId: stated?.originId ?? null,
      drawnAreaHectares: shape.geometry && isArea ? hectares(shape.geometry) : null,
      ...(entry.readiness ? { readiness: entry.readiness } : {}),
    },
    shape.geometry,
  )
}

export function buildSeaParts(
  entries: readonly AreaEntry[],
  seeds: Seeds,
  basemap: Basemap,
  ground: CommuneGround,
  plane: PlaneOverlay,
): FeatureOf<'zone-sea'>[] {
  return entries.map((entry) => {
    const stated = statedAreaOf(entry)
    const zone = seeds['zones.json'].find(({ id }) => id === entry.id.replace(/-sea$/, ''))
    if (!stated || !zone?.extent) return areaFeature(entry, stated, noShape)
    const communeIds = communesOfExtent(zone.extent, seeds)
    const land = ground.unionOf(communeIds)
    if (!land) return areaFeature(entry, stated, noShape)
    const allLand = outerRings([...basemap.land, ...basemap.islands]).flatMap((ring) =>
      toPlanePolygons({ type: 'Polygon', coordinates: [ring] }),
    )
    const shape = (areaHectares: number) =>
      roundGeometry(
        fromPlanePolygons(
          seaPart(ground.coastOf(communeIds), toPlanePolygons(land.geometry), allLand, areaHectares * 10_000, plane),
        ),
        decimals,
      )
    // A second try takes up what straight edges and rounding cost the first.
    const first = shape(stated.hectares)
    return areaFeature(entry, stated, {
      geometry: first && shape(stated.hectares ** 2 / ellipsoidAreaHectares(first)),
      geometryBasis: 'schematic',
      uncertaintyMeters: seaUncertaintyMeters,
      originIds: [stated.originId, 'gshhg'],
      notes: [],
    })
  })
}

function roundGeometry(geometry: AreaGeometry | null, places: number): AreaGeometry | null {
  if (geometry?.type === 'Polygon') {
    return { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => roundLine(ring, places)) }
  }
  return (
    geometry && {
      type: 'MultiPolygon',
      coordinates: geometry.coordinates.map((rings) => rings.map((ring) => roundLine(ring, places))),
    }
  )
}

/** As far as the indicative strip reaches from the coast: the true outline may lie anywhere in it or beyond. */
const seaUncertaintyMeters = 10_000

/** All point collections carry the same properties. */
export function buildPoints(entries: readonly PointEntry[], seeds: Seeds): FeatureOf<'links'>[] {
  return entries.map((entry) => {
    const shape = entry.placement ? pointShape(entry.placement, seeds) : noShape
    return featureOf<'links'>(statedOf(entry, shape), shape.geometry)
  })
}

export function buildCorridors(entries: readonly CorridorEntry[]): FeatureOf<'corridors'>[] {
  return entries.map((entry) => {
    const { shape, drawnLengthKilometers } = lineShape(entry)
    return featureOf<'corridors'>(
      { ...statedOf(entry, shape), drawnLengthKilometers, roadIds: entry.roadIds },
      shape.geometry,
    )
  })
}

export function buildRoads(entries: readonly RoadEntry[]): FeatureOf<'roads'>[] {
  return entries.map((entry) => {
    const { shape, drawnLengthKilometers } = lineShape(entry)
    const { ref, roadClass } = entry
    return featureOf<'roads'>({ ...statedOf(entry, shape), drawnLengthKilometers, ref, roadClass }, shape.geometry)
  })
}

export function buildRailways(entries: readonly LineEntry[]): FeatureOf<'railways'>[] {
  return entries.map((entry) => {
    const { shape, drawnLengthKilometers } = lineShape(entry)
    return featureOf<'railways'>({ ...statedOf(entry, shape), drawnLengthKilometers }, shape.geometry)
  })
}

export function buildRunways(entries: readonly RunwayEntry[]): FeatureOf<'runways'>[] {
  return entries.map((entry) => {
    const [a, b] = entry.thresholds.map(toPlane)
    if (!a || !b) throw new Error(`runways: ${entry.id} must have two thresholds`)
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    const [across, along] = [
      (-(b[1] - a[1]) / length) * (entry.widthMeters / 2),
      ((b[0] - a[0]) / length) * (entry.widthMeters / 2),
    ]
    const ring = [
      [a[0] - across, a[1] - along],
      [b[0] - across, b[1] - along],
      [b[0] + across, b[1] + along],
      [a[0] + across, a[1] + along],
      [a[0] - across, a[1] - along],
    ].map((point) => roundPosition(fromPlane(point), 7))
    const geometry: Geometry = { type: 'Polygon', coordinates: [ring] }
    return featureOf<'runways'>(
      {
        ...statedOf(entry, {
          geometryBasis: 'mapped',
          uncertaintyMeters: entry.uncertaintyMeters,
          originIds: [entry.originId],
          notes: [],
        }),
        statedAreaHectares: null,
        statedAreaOriginId: null,
        drawnAreaHectares: hectares(geometry),
      },
      geometry,
    )
  })
}

function lineShape(entry: LineEntry): { shape: Shape; drawnLengthKilometers: number | null } {
  const lines = entry.branches.map((branch) => {
    const positions = branch.map(({ position }) => position)
    return roundLine(isDesireLine(entry) ? positions : smoothLine(positions), decimals)
  })
  const [first, ...others] = lines
  if (!first || !entry.geometryBasis) return { shape: noShape, drawnLengthKilometers: null }
  const geometry: Geometry =
    others.length === 0 ? { type: 'LineString', coordinates: first } : { type: 'MultiLineString', coordinates: lines }
  return {
    drawnLengthKilometers: roundTo(geodesicLengthMeters(geometry) / 1000, 3),
    shape: {
      geometry,
      geometryBasis: entry.geometryBasis,
      uncertaintyMeters: lineUncertaintyMeters(entry.branches),
      originIds: entry.branches.flat().map(({ originId }) => originId),
      notes: [],
    },
  }
}

/** A wish between two places, not a route: it stays straight. */
function isDesireLine({ kind, geometryBasis }: LineEntry): boolean {
  return geometryBasis === 'symbol' || kind.includes('desire')
}

/**
 * One radius for a whole line: nine tenths of its length lie no further off, each waypoint speaking for the
 * half of the stretch on either side. The largest radius would condemn a good road for one vague place.
 */
export function lineUncertaintyMeters(branches: readonly (readonly Waypoint[])[]): number {
  const weighted = branches.flatMap((branch) =>
    branch.map(({ position, uncertaintyMeters }, i) => {
      const stretches = [branch[i - 1], branch[i + 1]].map((other) =>
        other ? geodesicDistanceMeters(position, other.position) : 0,
      )
      return { uncertaintyMeters, weight: stretches.reduce((a, b) => a + b, 0) / 2 }
    }),
  )
  weighted.sort((a, b) => a.uncertaintyMeters - b.uncertaintyMeters)
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0)
  let covered = 0
  for (const { uncertaintyMeters, weight } of weighted) {
    covered += weight
    if (covered >= 0.9 * total) return uncertaintyMeters
  }
  return weighted.at(-1)?.uncertaintyMeters ?? 0
}

function pointShape(placement: Placement, seeds: Seeds): Shape {
  return {
    geometry: { type: 'Point', coordinates: roundPosition(placement.position, decimals) },
    geometryBasis: placement.geometryBasis,
    uncertaintyMeters: placement.uncertaintyMeters,
    originIds: [placement.originId],
    notes: [methodNote('location', placement, seeds)],
  }
}

/** How a place was found is said like any other statement, so that the card can show it. */
function methodNote(key: 'location' | 'extent', found: Placement | Extent, seeds: Seeds): Note {
  const { method_vi, method_en, method_zh, method_ja, method_ko, originId } = found
  const origin = seeds['sources.json'].find(({ id }) => id === originId)
  return {
    key,
    text_vi: method_vi,
    text_en: method_en,
    ...(method_zh && { text_zh: method_zh }),
    ...(method_ja && { text_ja: method_ja }),
    ...(method_ko && { text_ko: method_ko }),
    originId,
    locator: null,
    date: null,
    confidence: origin?.kind === 'unverified' ? 'low' : 'medium',
  }
}

interface StatedEntry {
  id: string
  name_vi: string
  name_en: string
  aliases: string[]
  kind: string
  clauses: string[]
  pillarIds: string[]
  status: PropertiesOf<'links'>['status']
  targetYear: number | null
  openedYear?: number
  originIds: string[]
  figures: Figure[]
  notes: Note[]
}

function statedOf(
  entry: StatedEntry,
  { geometryBasis, uncertaintyMeters, originIds, notes }: Omit<Shape, 'geometry'>,
): PropertiesOf<'links'> {
  return {
    id: entry.id,
    name_vi: entry.name_vi,
    name_en: entry.name_en,
    kind: entry.kind,
    geometryBasis,
    uncertaintyMeters,
    originIds: unique([...entry.originIds, ...originIds]),
    aliases: entry.aliases,
    clauses: entry.clauses,
    pillarIds: entry.pillarIds,
    status: entry.status,
    targetYear: entry.targetYear,
    ...(entry.openedYear === undefined ? {} : { openedYear: entry.openedYear }),
    figures: entry.figures,
    notes: [...entry.notes, ...notes],
  }
}

const hectaresPerUnit: Partial<Record<Figure['unit'], number>> = { ha: 1, km2: 100, m2: 0.0001 }

function statedAreaOf({ id, figures, statedAreaFigure }: AreaEntry): StatedArea | null {
  if (statedAreaFigure === null) return null
  const figure = figures[statedAreaFigure]
  const factor = figure && hectaresPerUnit[figure.unit]
  if (!figure || factor === undefined) {
    throw new Error(`${id}: statedAreaFigure must point at an area among its figures, got ${statedAreaFigure}`)
  }
  return { hectares: figure.value * factor, originId: figure.originId }
}
