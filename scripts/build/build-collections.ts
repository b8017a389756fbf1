/**
 * Everything the atlas serves, made from what people typed in and from the extracted basemap.
 */
import type { CollectionId, CollectionOf } from '../../server/domain/collections.ts'
import { loadOverlay } from '../../server/analysis/overlay.ts'
import type { Seeds } from '../../server/catalog/read-seeds.ts'
import { buildAdministration } from './administration.ts'
import {
  buildBorders,
  buildCoast,
  buildLabelPoints,
  buildLand,
  buildNeighbours,
  buildPlaces,
  buildRivers,
  buildSeaNames,
} from './base.ts'
import { collectionOf } from './features.ts'
import {
  buildAreas,
  buildCorridors,
  buildPoints,
  buildRailways,
  buildRoads,
  buildRunways,
  buildSeaParts,
} from './plan.ts'
import type { Basemap } from './read-basemap.ts'

export type Collections = { [Id in CollectionId]: CollectionOf<Id> }

export async function buildCollections(seeds: Seeds, basemap: Basemap): Promise<Collections> {
  const { plane } = await loadOverlay()
  const { ground, province, districts, units, communes } = buildAdministration(seeds, basemap)
  const areas = (id: Parameters<typeof buildAreas>[0]) =>
    collectionOf<'zones'>(buildAreas(id, seeds[`${id}.json`], seeds, ground))
  const centres = areas('centres')
  const zones = areas('zones')
  const seaParts = collectionOf(buildSeaParts(seeds['zone-sea.json'], seeds, basemap, ground, plane))
  const parks = areas('parks')
  const laterParks = areas('later-parks')
  const projects = areas('projects')
  const neighbours = collectionOf(buildNeighbours(basemap))
  return {
    centres,
    corridors: collectionOf(buildCorridors(seeds['corridors.json'])),
    zones,
    'zone-sea': seaParts,
    parks,
    'later-parks': laterParks,
    links: collectionOf(buildPoints(seeds['links.json'], seeds)),
    roads: collectionOf(buildRoads(seeds['transport/roads.json'])),
    interchanges: collectionOf(buildPoints(seeds['transport/interchanges.json'], seeds)),
    railways: collectionOf(buildRailways(seeds['transport/railways.json'])),
    stations: collectionOf(buildPoints(seeds['transport/stations.json'], seeds)),
    ports: collectionOf(buildPoints(seeds['transport/ports.json'], seeds)),
    airports: collectionOf(buildPoints(seeds['transport/airports.json'], seeds)),
    runways: collectionOf(buildRunways(seeds['transport/runways.json'])),
    'border-gates': collectionOf(buildPoints(seeds['transport/border-gates.json'], seeds)),
    projects,
    waterworks: collectionOf(buildPoints(seeds['waterworks.json'], seeds)),
    'fishing-ports': collectionOf(buildPoints(seeds['fishing-ports.json'], seeds)),
    heritage: areas('heritage'),
    rivers: collectionOf(buildRivers(basemap)),
    province,
    districts,
    units,
    communes,
    places: collectionOf(buildPlaces(seeds['gazetteer/places.json'])),
    'label-points': collectionOf([
      ...buildLabelPoints({
        province,
        districts,
        units,
        communes,
        centres,
        zones,
        'zone-sea': seaParts,
        parks,
        'later-parks': laterParks,
        projects,
        neighbours,
      }),
      ...buildSeaNames(),
    ]),
    land: collectionOf(buildLand(basemap)),
    coast: collectionOf(buildCoast(basemap)),
    borders: collectionOf(buildBorders(basemap)),
    neighbours,
  }
}
