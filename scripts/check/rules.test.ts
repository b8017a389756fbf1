import type { Geometry, Position } from 'geojson'
import { describe, expect, test } from 'vitest'
import { collectionIds, type CollectionId } from '../../server/domain/collections.ts'
import { seedFileNames, type Seeds } from '../../server/catalog/read-seeds.ts'
import type { AnyFeature, Atlas, Properties } from './atlas.ts'
import { asManyAsTheProgrammeNames, fivePillars } from './counts.ts'
import { idsAreTheSameInBothPlaces, idsAreUnique } from './ids.ts'
import {
  areasAddUp,
  everyCommuneIsInOneDistrictAndOneUnit,
  everyCommuneMeetsAnother,
  noCommuneIsCrowdedBeyondBelief,
  partsFillTheProvince,
  peopleAddUpToTheCensus,
  peopleOfCommunesAddUpToTheirDistrict,
} from './mesh.ts'
import {
  everyClauseExists,
  everyOriginIsKnown,
  everyUncertaintyIsBelievable,
  noStatedAreaIsUnverified,
  placedFeaturesHaveBasisAndUncertainty,
  statedAreaHasAnOrigin,
  unverifiedStatementsHaveLowConfidence,
} from './provenance.ts'
import {
  everyCommuneOfAUnitExists,
  everyDisagreementIsAboutAFeature,
  everyExtentNamesKnownUnits,
  everyLabelPointNamesAFeature,
  everyPillarExists,
  everyRoadOfACorridorExists,
  everyTermOfAParkIsKnown,
} from './references.ts'
import {
  linesHaveLength,
  positionsAreNotFinerThanACentimetre,
  positionsLieInTheNeighbourhood,
  ringsAreClosed,
  ringsDoNotCross,
  ringsFollowTheRightHandRule,
} from './shapes.ts'
import { everyFeatureIsGeoJson, everyGeometryIsOfItsCollection, everyPropertyFitsItsSchema } from './structure.ts'
import { placeTerms } from '../../server/domain/park-terms.ts'
import { everyTextIsNfc } from './text.ts'

/** Closed, counterclockwise, about a kilometre wide. */
const square: Position[] = [
  [105, 20],
  [105.01, 20],
  [105.01, 20.01],
  [105, 20.01],
  [105, 20],
]
const squareArea: Geometry = { type: 'Polygon', coordinates: [square] }
const point: Geometry = { type: 'Point', coordinates: [105.5, 19.8] }

const statement = { originId: 'paper', locator: null, date: null, confidence: 'high' }

/** A park that keeps every rule. */
const park: Properties = {
  id: 'bim-son',
  name_vi: 'Khu công nghiệp Bỉm Sơn',
  name_en: 'Bỉm Sơn Industrial Park',
  kind: 'industrial-park',
  geometryBasis: 'symbol',
  uncertaintyMeters: 2000,
  originIds: ['paper'],
  aliases: [],
  clauses: ['II.2.1'],
  pillarIds: ['infrastructure'],
  status: 'existing',
  targetYear: null,
  figures: [{ key: 'area', value: 100, unit: 'ha', ...statement }],
  notes: [],
  statedAreaHectares: 100,
  statedAreaOriginId: 'paper',
  drawnAreaHectares: 100,
}

function feature(properties: Properties, geometry: Geometry | null = squareArea): AnyFeature {
  return { type: 'Feature', id: String(properties['id']), properties, geometry }
}

function atlasWith(collections: Partial<Record<CollectionId, AnyFeature[]>>, seeds: Partial<Seeds> = {}): Atlas {
  const noSeeds = Object.fromEntries(seedFileNames.map((file) => [file, []])) as unknown as Seeds
  const nothing = Object.fromEntries(collectionIds.map((id) => [id, []])) as unknown as Atlas['collections']
  return {
    collections: { ...nothing, ...collections },
    seeds: {
      ...noSeeds,
      'sources.json': [
        { id: 'paper', title: 'P', publisher: null, date: null, kind: 'law', licence: null, address: null },
        { id: 'hearsay', title: 'H', publisher: null, date: null, kind: 'unverified', licence: null, address: null },
      ],
      'plan/clauses.json': [{ id: 'II.2.1', title_vi: 'C', title_en: 'C', excerpt_vi: null }],
      'plan/pillars.json': [
        { id: 'infrastructure', name_vi: 'P', name_en: 'P', clauses: ['II.2.1'], originIds: ['paper'], notes: [] },
      ],
      ...seeds,
    },
  }
}

const parks = (changes: Properties = {}, geometry: Geometry | null = squareArea) =>
  atlasWith({ parks: [feature({ ...park, ...changes }, geometry)] })
const area = (ring: Position[], ...holes: Position[][]): Geometry => ({
  type: 'Polygon',
  coordinates: [ring, ...holes],
})

describe('a sound park breaks no rule', () => {
  const rules = [
    everyFeatureIsGeoJson,
    everyGeometryIsOfItsCollection,
    everyPropertyFitsItsSchema,
    idsAreTheSameInBothPlaces,
    idsAreUnique,
    ringsAreClosed,
    ringsFollowTheRightHandRule,
    ringsDoNotCross,
    linesHaveLength,
    positionsLieInTheNeighbourhood,
    positionsAreNotFinerThanACentimetre,
    everyTextIsNfc,
    placedFeaturesHaveBasisAndUncertainty,
    everyUncertaintyIsBelievable,
    everyOriginIsKnown,
    everyClauseExists,
    statedAreaHasAnOrigin,
    noStatedAreaIsUnverified,
    unverifiedStatementsHaveLowConfidence,
    everyPillarExists,
  ]
  test.each(rules.map((rule) => [rule.name, rule] as const))('%s', (_, rule) => {
    expect(rule(parks())).toEqual([])
  })
})

describe('structure', () => {
  test('a geometry without its coordinates is named', () => {
    const broken = { type: 'Polygon', coordinates: [[[105, 20]]] } as Geometry
    expect(everyFeatureIsGeoJson(parks({}, broken))[0]).toMatch(
      /^parks\.geojson: features\/0 \(bim-son\) must be a GeoJSON feature/,
    )
  })
  test('a line in a collection of areas is named', () => {
    const line: Geometry = { type: 'LineString', coordinates: square }
    expect(everyGeometryIsOfItsCollection(parks({}, line))).toEqual([
      'parks.geojson: features/0 (bim-son) geometry must be Polygon or MultiPolygon or Point or null, got LineString',
    ])
  })
  test('a negative area is a sentence a person can act on', () => {
    expect(everyPropertyFitsItsSchema(parks({ statedAreaHectares: -1 }))).toEqual([
      'parks.geojson: features/0 statedAreaHectares must be > 0, got -1',
    ])
  })
  test('a missing name and an unknown property are named', () => {
    const { name_vi: _, ...nameless } = park
    const problems = everyPropertyFitsItsSchema(atlasWith({ parks: [feature({ ...nameless, colour: 'red' })] }))
    expect(problems.join('\n')).toContain('name_vi')
    expect(problems.join('\n')).toContain('colour')
  })
})

describe('ids', () => {
  test('must be the same in both places', () => {
    const other = { ...feature(park), id: 'bim-son-2' }
    expect(idsAreTheSameInBothPlaces(atlasWith({ parks: [other] }))[0]).toContain('got "bim-son-2" and "bim-son"')
  })
  test('must not come twice in a collection, but may in two', () => {
    expect(idsAreUnique(atlasWith({ parks: [feature(park), feature(park)] }))[0]).toContain('as in features/0')
    expect(idsAreUnique(atlasWith({ parks: [feature(park)], zones: [feature(park)] }))).toEqual([])
  })
})

describe('shapes', () => {
  test('an open ring', () => {
    expect(ringsAreClosed(parks({}, area(square.slice(0, -1))))).toHaveLength(1)
  })
  test('an outer ring that runs clockwise, a hole that runs counterclockwise', () => {
    expect(ringsFollowTheRightHandRule(parks({}, area([...square].reverse())))[0]).toContain(
      'must run counterclockwise',
    )
    const hole: Position[] = [
      [105.002, 20.002],
      [105.004, 20.002],
      [105.004, 20.004],
      [105.002, 20.002],
    ]
    expect(ringsFollowTheRightHandRule(parks({}, area(square, hole)))[0]).toContain('ring 1 must run clockwise')
  })
  test('a bow tie', () => {
    const bowTie: Position[] = [
      [105, 20],
      [105.01, 20.01],
      [105.01, 20],
      [105, 20.01],
      [105, 20],
    ]
    expect(ringsDoNotCross(parks({}, area(bowTie)))[0]).toContain('got it at 105.005,20.005')
  })
  test('a line of one place', () => {
    const stuck: Geometry = {
      type: 'LineString',
      coordinates: [
        [105, 20],
        [105, 20],
      ],
    }
    expect(linesHaveLength(atlasWith({ roads: [feature(park, stuck)] }))).toHaveLength(1)
  })
  test('latitude before longitude', () => {
    expect(positionsLieInTheNeighbourhood(parks({}, { type: 'Point', coordinates: [20, 105] }))[0]).toContain(
      'longitude first',
    )
  })
  test('a park in Hà Nội is too far, a link is not', () => {
    const inHaNoi: Geometry = { type: 'Point', coordinates: [105.85, 21.03 + 1] }
    expect(positionsLieInTheNeighbourhood(parks({}, inHaNoi))).toHaveLength(1)
    expect(positionsLieInTheNeighbourhood(atlasWith({ links: [feature(park, inHaNoi)] }))).toEqual([])
  })
  test('more decimals than anybody measured, or a height', () => {
    expect(
      positionsAreNotFinerThanACentimetre(parks({}, { type: 'Point', coordinates: [105.12345678, 20] })),
    ).toHaveLength(1)
    expect(positionsAreNotFinerThanACentimetre(parks({}, { type: 'Point', coordinates: [105, 20, 7] }))).toHaveLength(1)
  })
})

test('a name in decomposed Unicode, in data and in seeds', () => {
  expect(everyTextIsNfc(parks({ name_vi: 'Bỉm Sơn'.normalize('NFD') }))[0]).toContain(
    'name_vi must be in Unicode form NFC',
  )
  const seeds = {
    'plan/clauses.json': [{ id: 'II.2.1', title_vi: 'Hóa'.normalize('NFD'), title_en: 'C', excerpt_vi: null }],
  }
  expect(everyTextIsNfc(atlasWith({}, seeds))[0]).toContain('seeds/plan/clauses.json: entries/0/title_vi')
})

describe('provenance', () => {
  test('a placed feature without basis, and a basis without a place', () => {
    expect(placedFeaturesHaveBasisAndUncertainty(parks({ geometryBasis: null }))).toHaveLength(1)
    expect(placedFeaturesHaveBasisAndUncertainty(parks({}, null))[0]).toContain('must be null')
    expect(
      placedFeaturesHaveBasisAndUncertainty(parks({ geometryBasis: null, uncertaintyMeters: null }, null)),
    ).toEqual([])
  })
  test('an origin nobody listed, on the feature, in a figure, in a seed', () => {
    expect(everyOriginIsKnown(parks({ originIds: ['rumour'] }))[0]).toContain('got "rumour"')
    expect(everyOriginIsKnown(parks({ figures: [{ ...statement, originId: 'rumour' }] }))).toHaveLength(1)
    expect(everyOriginIsKnown(parks({ statedAreaOriginId: 'rumour' }))).toHaveLength(1)
    const distance = { ...distanceSeed, originId: 'rumour' }
    expect(everyOriginIsKnown(atlasWith({}, { 'distances.json': [distance] }))[0]).toContain(
      'seeds/distances.json: entries/0 (a-b)',
    )
  })
  test('a clause the programme does not have', () => {
    expect(everyClauseExists(parks({ clauses: ['II.9.9'] }))[0]).toContain('got "II.9.9"')
  })
  test('a stated area without origin, or from general knowledge', () => {
    expect(statedAreaHasAnOrigin(parks({ statedAreaOriginId: null }))).toHaveLength(1)
    expect(noStatedAreaIsUnverified(parks({ statedAreaOriginId: 'hearsay' }))).toHaveLength(1)
  })
  test('general knowledge told with confidence', () => {
    const figures = [{ ...statement, originId: 'hearsay', confidence: 'medium' }]
    expect(unverifiedStatementsHaveLowConfidence(parks({ figures }))[0]).toContain('figures/0')
    expect(unverifiedStatementsHaveLowConfidence(parks({ figures: [{ ...figures[0], confidence: 'low' }] }))).toEqual(
      [],
    )
  })
  test('kilometres where metres are wanted', () => {
    expect(everyUncertaintyIsBelievable(parks({ uncertaintyMeters: 2_000_000 }))).toHaveLength(1)
  })
})

describe('counts', () => {
  test('ten parks are one too few', () => {
    const ten = Array.from({ length: 10 }, (_, i) => feature({ ...park, id: `park-${i}` }))
    expect(asManyAsTheProgrammeNames(atlasWith({ parks: ten }))).toContain(
      'parks.geojson: must hold 11 features, got 10',
    )
  })
  test('one pillar is four too few', () => {
    expect(fivePillars(atlasWith({}))).toEqual(['seeds/plan/pillars.json: must hold 5 pillars, got 1'])
  })
})

describe('references', () => {
  test('a pillar, a road, a commune that is not there', () => {
    expect(everyPillarExists(parks({ pillarIds: ['sorcery'] }))[0]).toContain(
      'pillarIds must be in seeds/plan/pillars.json, got "sorcery"',
    )
    const corridor = feature({ id: 'ven-bien', roadIds: ['ql999'] })
    expect(everyRoadOfACorridorExists(atlasWith({ corridors: [corridor] }))).toEqual([
      'corridors.geojson: ven-bien roadIds must be in roads.geojson, got "ql999"',
    ])
    const unit = feature({ id: 'xa-a', communeIds: ['b'] })
    expect(everyCommuneOfAUnitExists(atlasWith({ units: [unit] }))).toHaveLength(1)
  })
  test('an extent of unknown units', () => {
    const extent = {
      communeIds: ['a'],
      districtIds: ['b'],
      unitIds: ['c'],
      exceptCommuneIds: ['d'],
      uncertaintyMeters: 1,
      originId: 'paper',
      method_vi: 'M',
      method_en: 'M',
    }
    const zone = { ...zoneSeed, extent }
    expect(everyExtentNamesKnownUnits(atlasWith({}, { 'zones.json': [zone] }))).toHaveLength(4)
  })
  test('a sector, a builder or a place of a park that nobody could choose', () => {
    const atlas = (key: 'sectors' | 'developer' | 'location' | 'status', term: string) =>
      atlasWith(
        { districts: placeTerms.map((id) => feature({ id })) },
        {
          'parks.json': [
            {
              ...zoneSeed,
              id: 'bim-son',
              notes: [{ key, text_vi: 'C', text_en: 'S', terms: [term], ...statement }],
            } as Seeds['parks.json'][number],
          ],
        },
      )
    expect(everyTermOfAParkIsKnown(atlas('sectors', 'electronics'))).toEqual([])
    expect(everyTermOfAParkIsKnown(atlas('location', 'bim-son'))).toEqual([])
    expect(everyTermOfAParkIsKnown(atlas('sectors', 'gardening'))).toEqual([
      'seeds/parks.json: bim-son sectors terms must be in server/domain/park-terms.ts, got "gardening"',
    ])
    expect(everyTermOfAParkIsKnown(atlas('location', 'atlantis'))[0]).toContain('got "atlantis"')
    expect(everyTermOfAParkIsKnown(atlasWith({}))[0]).toContain('must be in districts.geojson')
    expect(everyTermOfAParkIsKnown(atlas('status', 'electronics'))[0]).toContain('nothing a park can be chosen by')
  })
  test('a label of nothing', () => {
    const label = (of: string, featureId: string) =>
      atlasWith({ parks: [feature(park)], 'label-points': [feature({ id: 'l', of, featureId }, point)] })
    expect(everyLabelPointNamesAFeature(label('parks', 'bim-son'))).toEqual([])
    expect(everyLabelPointNamesAFeature(label('parks', 'le-mon'))).toHaveLength(1)
    expect(everyLabelPointNamesAFeature(label('gardens', 'bim-son'))[0]).toContain('of must be a collection')
  })
  test('a disagreement about nothing', () => {
    const disagreement = (about: string) =>
      atlasWith(
        { parks: [feature(park)] },
        {
          'plan/disagreements.json': [
            {
              id: 'd',
              topic_vi: 'T',
              topic_en: 'T',
              about: [about],
              statements: [],
              handling_vi: 'H',
              handling_en: 'H',
            },
          ],
        },
      )
    expect(everyDisagreementIsAboutAFeature(disagreement('park:bim-son'))).toEqual([])
    expect(everyDisagreementIsAboutAFeature(disagreement('parks:bim-son'))).toHaveLength(1)
  })
})

describe('mesh', () => {
  const east: Position[] = [
    [105.01, 20],
    [105.02, 20],
    [105.02, 20.01],
    [105.01, 20.01],
    [105.01, 20],
  ]
  const both: Position[] = [
    [105, 20],
    [105.01, 20],
    [105.02, 20],
    [105.02, 20.01],
    [105.01, 20.01],
    [105, 20.01],
    [105, 20],
  ]
  const mesh = (second: Position[], changes: Partial<Record<CollectionId, AnyFeature[]>> = {}) => {
    const parts = [
      feature(
        { id: 'a', drawnAreaHectares: 100, population2019: 40, districtId: 'a', unitId: 'a', communeIds: ['a'] },
        area(square),
      ),
      feature(
        { id: 'b', drawnAreaHectares: 100, population2019: 60, districtId: 'b', unitId: 'b', communeIds: ['b'] },
        area(second),
      ),
    ]
    return atlasWith({
      communes: parts,
      districts: parts,
      units: parts,
      province: [feature({ id: 'p', drawnAreaHectares: 200, population2019: 100 }, area(both))],
      ...changes,
    })
  }

  test('two squares fill their province', () => {
    expect(partsFillTheProvince(mesh(east))).toEqual([])
    expect(areasAddUp(mesh(east))).toEqual([])
    expect(everyCommuneIsInOneDistrictAndOneUnit(mesh(east))).toEqual([])
    expect(peopleOfCommunesAddUpToTheirDistrict(mesh(east))).toEqual([])
    expect(everyCommuneMeetsAnother(mesh(east))).toEqual([])
    expect(noCommuneIsCrowdedBeyondBelief(mesh(east))).toEqual([])
  })
  test('a commune of islands only', () => {
    const away = east.map(([x, y]): Position => [Number(x) + 0.1, Number(y)])
    const communes = [...mesh(east).collections.communes, feature({ id: 'c' }, area(away))]
    expect(everyCommuneMeetsAnother(mesh(east, { communes }))).toEqual([
      'communes.geojson: c must share an edge with another commune, got only islands; its mainland in seeds/gazetteer/communes.json says where its other ground lies',
    ])
  })
  test('a commune that holds more people than fit on its ground', () => {
    const communes = [feature({ id: 'a', drawnAreaHectares: 10, population2019: 2001 })]
    expect(noCommuneIsCrowdedBeyondBelief(mesh(east, { communes }))[0]).toContain('at most 20000 people per km²')
  })
  test('a gap of a metre between them', () => {
    const apart = east.map(([x, y]): Position => [Number(x) === 105.01 ? 105.01001 : Number(x), Number(y)])
    expect(partsFillTheProvince(mesh(apart))).toHaveLength(3)
  })
  test('one of them twice', () => {
    expect(partsFillTheProvince(mesh(square)).length).toBeGreaterThan(0)
  })
  test('areas that do not add up', () => {
    const province = [feature({ id: 'p', drawnAreaHectares: 201, population2019: 100 }, area(both))]
    expect(areasAddUp(mesh(east, { province }))[0]).toContain('must add up to the province')
  })
  test('people who are not those of the census, or not those of the district', () => {
    expect(peopleAddUpToTheCensus(mesh(east))[0]).toBe(
      'communes.geojson: population2019 must add up to the census total 3640128, got 100',
    )
    const districts = [feature({ id: 'a', population2019: 41 }), feature({ id: 'b', population2019: 60 })]
    expect(peopleOfCommunesAddUpToTheirDistrict(mesh(east, { districts }))).toHaveLength(1)
  })
  test('a commune in two units, in none, in an unknown district', () => {
    const units = [feature({ id: 'a', communeIds: ['a', 'b'] }), feature({ id: 'b', communeIds: ['b'] })]
    expect(everyCommuneIsInOneDistrictAndOneUnit(mesh(east, { units }))[0]).toContain('got a, b')
    expect(everyCommuneIsInOneDistrictAndOneUnit(mesh(east, { units: [] }))).toHaveLength(2)
    expect(everyCommuneIsInOneDistrictAndOneUnit(mesh(east, { districts: [] }))).toHaveLength(2)
  })
})

const distanceSeed: Seeds['distances.json'][number] = {
  id: 'a-b',
  from_vi: 'A',
  to_vi: 'B',
  distanceKilometers: 1,
  mode: 'road',
  straightKilometers: null,
  straightUncertaintyKilometers: null,
  independent: true,
  confidence: 'high',
  originId: 'paper',
  note_en: null,
}

const zoneSeed: Seeds['zones.json'][number] = {
  id: 'z',
  name_vi: 'Z',
  name_en: 'Z',
  aliases: [],
  kind: 'zone',
  clauses: [],
  pillarIds: [],
  status: 'existing',
  targetYear: null,
  originIds: ['paper'],
  figures: [],
  notes: [],
  placement: null,
  extent: null,
  statedAreaFigure: null,
}
