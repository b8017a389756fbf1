/**
 * How a collection describes itself: the same text in the list and alone.
 */
import { Type, type Static } from 'typebox'
import { crs84, referenceSystems } from '../analysis/reference-systems.ts'
import { intervalOfYear } from '../analysis/interval.ts'
import { roundOutwards } from '../catalog/boxes.ts'
import type { CatalogCollection } from '../catalog/catalog.ts'
import { attribution } from './attribution.ts'
import { Link, mediaTypes } from './links.ts'

export const CollectionDocument = Type.Object({
  id: Type.String(),
  title: Type.String(),
  description: Type.String(),
  attribution: Type.String(),
  extent: Type.Object({
    spatial: Type.Optional(Type.Object({ bbox: Type.Array(Type.Array(Type.Number())), crs: Type.String() })),
    temporal: Type.Optional(
      Type.Object({ interval: Type.Array(Type.Array(Type.Union([Type.String(), Type.Null()]))), trs: Type.String() }),
    ),
  }),
  itemType: Type.String(),
  crs: Type.Array(Type.String()),
  storageCrs: Type.String(),
  links: Type.Array(Link),
})
export type CollectionDocument = Static<typeof CollectionDocument>

export function toCollectionDocument(collection: CatalogCollection, base: string): CollectionDocument {
  const { id, definition, features } = collection
  const address = `${base}/collections/${id}`
  return {
    id,
    title: `${definition.title_vi} / ${definition.title_en}`,
    description: describe(collection),
    attribution,
    extent: { ...spatialExtent(collection), ...temporalExtent(features) },
    itemType: 'feature',
    crs: referenceSystems.map(({ uri }) => uri),
    storageCrs: crs84.uri,
    links: [
      { href: `${address}?f=json`, rel: 'self', type: mediaTypes.json, title: 'This document' },
      { href: `${address}?f=html`, rel: 'alternate', type: mediaTypes.html, title: 'This document as a page' },
      { href: `${address}/items`, rel: 'items', type: mediaTypes.geojson, title: definition.title_en },
      { href: `${address}/items?f=html`, rel: 'items', type: mediaTypes.html, title: definition.title_vi },
      {
        href: `${address}/tiles`,
        rel: 'http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector',
        type: mediaTypes.json,
        title: 'Vector tiles',
      },
      { href: `${address}/tiles.json`, rel: 'item', type: mediaTypes.json, title: 'Vector tiles, as TileJSON 3' },
    ],
  }
}

function describe({ features }: CatalogCollection): string {
  const unplaced = features.filter(({ geometry }) => geometry === null).length
  const count_vi = `${features.length} đối tượng${unplaced > 0 ? `, ${unplaced} chưa rõ vị trí` : ''}`
  const count_en = `${features.length} feature${features.length === 1 ? '' : 's'}${unplaced > 0 ? `, ${unplaced} without a known position` : ''}`
  return `${count_vi}. / ${count_en}.`
}

function spatialExtent({ extent }: CatalogCollection): Pick<CollectionDocument['extent'], 'spatial'> {
  return extent ? { spatial: { bbox: [[...roundOutwards(extent, 4)]], crs: crs84.uri } } : {}
}

/** From the earliest to the latest target year. */
function temporalExtent(features: CatalogCollection['features']): Pick<CollectionDocument['extent'], 'temporal'> {
  const years = features.flatMap(({ properties: { targetYear } }) =>
    typeof targetYear === 'number' ? [targetYear] : [],
  )
  if (years.length === 0) return {}
  const { from } = intervalOfYear(Math.min(...years))
  const { to } = intervalOfYear(Math.max(...years))
  const interval = [[new Date(from).toISOString(), new Date(to).toISOString()]]
  return { temporal: { interval, trs: 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian' } }
}
