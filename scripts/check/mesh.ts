/**
 * Do communes, units and districts fill the province without gap or overlap, in ground and in people?
 */
import { censusTotal2019 } from '../build/population.ts'
import type { AnyFeature, Rule } from './atlas.ts'
import { polygonsOf } from './shapes.ts'

const meshes = ['communes', 'districts', 'units'] as const

/** Every edge of a part is the province's own or is run along the other way by exactly one other part. */
export const partsFillTheProvince: Rule = ({ collections }) =>
  meshes.flatMap((id) => {
    const left = new Map<string, number>()
    const count = (key: string, by: number) => left.set(key, (left.get(key) ?? 0) + by)
    for (const edge of collections[id].flatMap(edgesOf)) count(edge.forwards, 1)
    for (const edge of collections[id].flatMap(edgesOf)) {
      if (left.has(edge.backwards)) count(edge.forwards, -1)
    }
    for (const edge of collections.province.flatMap(edgesOf)) count(edge.forwards, -1)
    const loose = [...left].find(([, times]) => times !== 0)
    return loose
      ? [
          `${id}.geojson: must fill the province without gap or overlap, got an edge at ${loose[0]} that ${loose[1] > 0 ? 'no neighbour and not the province shares' : 'only the province has'}`,
        ]
      : []
  })

/** Island communes have land on the shore as well; one that touches no other has lost it to its neighbours. */
export const everyCommuneMeetsAnother: Rule = ({ collections: { communes } }) => {
  const ownersOf = new Map<string, unknown[]>()
  for (const commune of communes) {
    for (const { forwards } of edgesOf(commune)) ownersOf.set(forwards, [...(ownersOf.get(forwards) ?? []), commune.id])
  }
  return communes.flatMap((commune) =>
    edgesOf(commune).some(({ backwards }) => ownersOf.get(backwards)?.some((owner) => owner !== commune.id))
      ? []
      : [
          `communes.geojson: ${String(commune.id)} must share an edge with another commune, got only islands; its mainland in seeds/gazetteer/communes.json says where its other ground lies`,
        ],
  )
}

export const noCommuneIsCrowdedBeyondBelief: Rule = ({ collections: { communes } }) =>
  communes.flatMap(({ id, properties }) => {
    const density = (Number(properties['population2019'] ?? 0) / Number(properties['drawnAreaHectares'])) * 100
    return density <= mostPeoplePerSquareKilometer
      ? []
      : [
          `communes.geojson: ${String(id)} must have at most ${mostPeoplePerSquareKilometer} people per km² of its drawn area, got ${Math.round(density)}; has the coast or a neighbour taken its ground?`,
        ]
  })

/** The densest, wards of the city of Thanh Hóa, are drawn with some 14,000. */
const mostPeoplePerSquareKilometer = 20_000

export const areasAddUp: Rule = ({ collections }) => {
  const province = sumOf(collections.province, 'drawnAreaHectares')
  return meshes.flatMap((id) => {
    const sum = sumOf(collections[id], 'drawnAreaHectares')
    // Every area is rounded to a hundredth of a hectare.
    const tolerance = province * 1e-6 + collections[id].length * 0.005
    return Math.abs(sum - province) <= tolerance
      ? []
      : [`${id}.geojson: drawnAreaHectares must add up to the province's ${province}, got ${sum.toFixed(2)}`]
  })
}

export const peopleAddUpToTheCensus: Rule = ({ collections }) =>
  (['communes', 'districts', 'province'] as const).flatMap((id) => {
    const sum = sumOf(collections[id], 'population2019')
    return sum === censusTotal2019
      ? []
      : [`${id}.geojson: population2019 must add up to the census total ${censusTotal2019}, got ${sum}`]
  })

export const peopleOfCommunesAddUpToTheirDistrict: Rule = ({ collections }) =>
  collections.districts.flatMap(({ id, properties }) => {
    const communes = collections.communes.filter((commune) => commune.properties['districtId'] === id)
    const sum = sumOf(communes, 'population2019')
    return sum === properties['population2019']
      ? []
      : [
          `communes.geojson: population2019 of ${String(id)} must add up to ${String(properties['population2019'])}, got ${sum}`,
        ]
  })

export const everyCommuneIsInOneDistrictAndOneUnit: Rule = ({ collections }) => {
  const districts = new Set(collections.districts.map(({ id }) => id))
  const unitsOf = new Map<unknown, unknown[]>()
  for (const unit of collections.units) {
    const communeIds = unit.properties['communeIds']
    for (const communeId of Array.isArray(communeIds) ? (communeIds as unknown[]) : []) {
      unitsOf.set(communeId, [...(unitsOf.get(communeId) ?? []), unit.id])
    }
  }
  return collections.communes.flatMap(({ id, properties }) => {
    const problems: string[] = []
    const units = unitsOf.get(id) ?? []
    if (!districts.has(String(properties['districtId']))) {
      problems.push(
        `communes.geojson: ${String(id)} districtId must be in districts.geojson, got ${String(properties['districtId'])}`,
      )
    }
    if (units.length !== 1 || units[0] !== properties['unitId']) {
      problems.push(
        `communes.geojson: ${String(id)} must be in the one unit it names, ${String(properties['unitId'])}, got ${units.join(', ') || 'none'}`,
      )
    }
    return problems
  })
}

function edgesOf({ geometry }: AnyFeature): { forwards: string; backwards: string }[] {
  return polygonsOf(geometry).flatMap((rings) =>
    rings.flatMap((ring) =>
      ring.slice(1).map((to, i) => {
        const from = String(ring[i])
        return { forwards: `${from} → ${String(to)}`, backwards: `${String(to)} → ${from}` }
      }),
    ),
  )
}

function sumOf(features: readonly AnyFeature[], property: string): number {
  return features.reduce((sum, { properties }) => sum + Number(properties[property] ?? 0), 0)
}
