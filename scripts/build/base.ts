/**
 * What lies under the plan: land, coast, borders, neighbours, rivers, places; and where names go.
 */
import type { Geometry } from 'geojson'
import type { CollectionOf, FeatureOf, PropertiesOf } from '../../server/domain/collections.ts'
import type { SeedEntryOf } from '../../server/domain/seeds.ts'
import { featureOf, roundPosition } from './features.ts'
import { labelPoint } from './label-point.ts'
import type { Basemap, BasemapFeature } from './read-basemap.ts'

/** Nine tenths of the line lie no further from the truth, metres; see the notices of data/basemap. */
const uncertainty = { border: 80, fineCoast: 270, coarseCoast: 600, river: 1200, neighbour: 2000 }

export function buildLand({ land, islands }: Basemap): FeatureOf<'land'>[] {
  const mainland = land.flatMap(({ geometry, properties }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    return polygons.map((coordinates, i) =>
      featureOf<'land'>(
        { ...base(properties, 'mainland', uncertainty.coarseCoast), id: i === 0 ? 'mainland' : `mainland-${i + 1}` },
        { type: 'Polygon', coordinates },
      ),
    )
  })
  return [...mainland, ...islands.map((island) => baseFeature(island, 'island', uncertainty.fineCoast))]
}

export function buildCoast({ coast }: Basemap): FeatureOf<'coast'>[] {
  return coast.map((line) =>
    baseFeature(
      line,
      'coastline',
      line.properties.detail === 'coarse' ? uncertainty.coarseCoast : uncertainty.fineCoast,
    ),
  )
}

export function buildBorders({ border, neighbourBoundaries }: Basemap): FeatureOf<'borders'>[] {
  return [
    ...border.map((line) => baseFeature(line, 'national-border', uncertainty.border)),
    ...neighbourBoundaries.map((line) =>
      baseFeature(
        line,
        line.properties.kind === 'country' ? 'national-border' : 'province-boundary',
        uncertainty.neighbour,
      ),
    ),
  ]
}

export function buildNeighbours({ neighbours }: Basemap): FeatureOf<'neighbours'>[] {
  return neighbours.map((province) =>
    baseFeature(
      province,
      province.properties.country === 'LA' ? 'province-of-laos' : 'province',
      uncertainty.neighbour,
    ),
  )
}

/** 1 is drawn first: the two great rivers of the province and all that have two banks on the map. */
const riverClasses: Record<string, number> = { 'double-banked': 1, large: 2, medium: 3, small: 4 }

export function buildRivers({ rivers }: Basemap): FeatureOf<'rivers'>[] {
  return rivers.map(({ properties, geometry }) =>
    featureOf<'rivers'>(
      {
        ...base(properties, 'river', uncertainty.river),
        riverClass: properties.name_vi ? 1 : (riverClasses[properties.class ?? ''] ?? 4),
      },
      geometry,
    ),
  )
}

export function buildPlaces(places: readonly SeedEntryOf<'gazetteer/places.json'>[]): FeatureOf<'places'>[] {
  return places.map(({ id, name_vi, name_en, kind, rank, position, uncertaintyMeters, originId }) =>
    featureOf<'places'>(
      { id, name_vi, name_en, kind, geometryBasis: 'mapped', uncertaintyMeters, originIds: [originId], rank },
      { type: 'Point', coordinates: roundPosition(position, 6) },
    ),
  )
}

/** Collections whose features get a point for their name or badge. */
const labelled = [
  'province',
  'districts',
  'units',
  'communes',
  'centres',
  'zones',
  'zone-sea',
  'parks',
  'later-parks',
  'projects',
  'neighbours',
] as const
type Labelled = (typeof labelled)[number]

/** On the map their kind is seen from the style of the name, so the word for it is left out. */
const namedShort: readonly string[] = ['province', 'districts', 'units', 'communes', 'neighbours']

interface LabelledFeature {
  id: string
  geometry: Geometry | null
  properties: PropertiesOf<'neighbours'> &
    Partial<Pick<PropertiesOf<'zones'>, 'drawnAreaHectares' | 'status' | 'targetYear' | 'openedYear'>>
}

export function buildLabelPoints(areas: { [Id in Labelled]: CollectionOf<Id> }): FeatureOf<'label-points'>[] {
  return labelled.flatMap((of) => {
    const features: readonly LabelledFeature[] = areas[of].features
    return features.flatMap(({ id, properties, geometry }) => {
      const { name_vi, name_en, openedYear } = properties
      if (!geometry || name_vi === null) return []
      // A Lao province has a Vietnamese and a Latin name; a Vietnamese one keeps its letters in both languages.
      const short = namedShort.includes(of) && properties.kind !== 'province-of-laos'
      return [
        featureOf<'label-points'>(
          {
            id: `${of}-${id}`,
            name_vi: short ? shortName(name_vi) : name_vi,
            name_en: short ? shortName(name_vi) : name_en,
            kind: properties.kind,
            geometryBasis: properties.geometryBasis,
            uncertaintyMeters: properties.uncertaintyMeters,
            originIds: properties.originIds,
            of,
            featureId: id,
            areaHectares: properties.drawnAreaHectares ?? null,
            status: properties.status ?? null,
            targetYear: properties.targetYear ?? null,
            ...(openedYear === undefined ? {} : { openedYear }),
          },
          { type: 'Point', coordinates: roundPosition(labelPoint(geometry), 6) },
        ),
      ]
    })
  })
}

/** A name on open water says which sea it is, not where it begins or ends; it is set where no coast is near. */
export function buildSeaNames(): FeatureOf<'label-points'>[] {
  return [
    featureOf<'label-points'>(
      {
        id: 'sea-vinh-bac-bo',
        name_vi: 'Vịnh Bắc Bộ',
        name_en: 'Gulf of Tonkin',
        kind: 'sea',
        geometryBasis: 'symbol',
        uncertaintyMeters: 50_000,
        originIds: ['natural-earth'],
        of: 'sea',
        featureId: 'vinh-bac-bo',
        areaHectares: null,
        status: null,
        targetYear: null,
      },
      { type: 'Point', coordinates: [106.45, 19.62] },
    ),
  ]
}

/** "Huyện Hoằng Hóa" → "Hoằng Hóa"; the name of a numbered ward would lose its sense and is kept. */
export function shortName(name: string): string {
  const short = name.replace(/^(Tỉnh|Thành phố|Thị xã|Huyện|Phường|Thị trấn|Xã)\s+/iu, '')
  return /^\d/.test(short) ? name : short
}

/** All base collections carry the same properties. */
function baseFeature(feature: BasemapFeature, kind: string, uncertaintyMeters: number): FeatureOf<'land'> {
  return featureOf<'land'>(base(feature.properties, kind, uncertaintyMeters), feature.geometry)
}

function base(
  { id, name_vi, name_en, originId }: BasemapFeature['properties'],
  kind: string,
  uncertaintyMeters: number,
) {
  return { id, name_vi, name_en, kind, geometryBasis: 'mapped' as const, uncertaintyMeters, originIds: [originId] }
}
