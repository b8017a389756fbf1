/**
 * A feature as a place to drive from or to: one position, and how far it may be off.
 *
 * Of an area it is the middle. A park's footprint is drawn about an uncertain place, so its own radius of
 * uncertainty counts; an outline (a commune, a zone) is known, but which spot in it is meant is not, so the
 * radius of a circle of its size counts.
 */
import type { Position } from 'geojson'
import type { CollectionId, FeatureOf } from '../domain/collections.ts'
import { fromPlane, toPlane, type PlanePoint } from './laea.ts'
import { planeArea, toPlanePolygons } from './overlay.ts'
import { spotInside } from './spot-inside.ts'

export interface AccessPlace {
  /** As links name it: `park:bim-son`; null: a position somebody put. */
  key: string | null
  name_vi: string
  name_en: string
  point: PlanePoint
  position: Position
  uncertaintyMeters: number
  /** Known to lie on this road, be it the expressway; undefined: on no road in particular. */
  onRoadId?: string
}

/** Null: nobody has published where it is. */
export function toAccessPlace<Id extends CollectionId>(
  singular: string,
  { id, geometry, properties }: FeatureOf<Id>,
): AccessPlace | null {
  const { name_vi, name_en, geometryBasis, uncertaintyMeters } = properties as {
    name_vi: string | null
    name_en: string | null
    geometryBasis: string | null
    uncertaintyMeters: number | null
  }
  const named = { key: `${singular}:${id}`, name_vi: name_vi ?? id, name_en: name_en ?? name_vi ?? id }
  const own = uncertaintyMeters ?? 0
  if (geometry?.type === 'Point') {
    const position = geometry.coordinates
    return { ...named, position, point: toPlane(position), uncertaintyMeters: own }
  }
  const polygons = geometry ? toPlanePolygons(geometry) : []
  if (polygons.length === 0) return null
  const point = spotInside(polygons)
  const radius = Math.sqrt(planeArea(polygons) / Math.PI)
  return {
    ...named,
    point,
    position: fromPlane(point),
    uncertaintyMeters: geometryBasis === 'symbol' ? own : Math.max(own, radius),
  }
}

export function placeAt(position: Position, uncertaintyMeters = 0): AccessPlace {
  const [longitude = 0, latitude = 0] = position
  const name = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`
  return { key: null, name_vi: name, name_en: name, point: toPlane(position), position, uncertaintyMeters }
}
