import type { FeatureOf } from '../../../server/domain/collections.ts'

/** An end of an arc. */
export interface ArcPlace {
  position: [longitude: number, latitude: number]
  name_vi: string
  name_en: string
}

/** Where the province's own end of every arc is: the city of Thanh Hóa (GeoNames 1566166). */
export const thanhHoaCity: [number, number] = [105.76667, 19.8]

const home: ArcPlace = { position: thanhHoaCity, name_vi: 'Thanh Hóa', name_en: 'Thanh Hóa' }

/** The city and, of the places beyond the province, those that are named and known, in the order of their names. */
export function arcPlaces(
  links: readonly Pick<FeatureOf<'links'>, 'id' | 'geometry' | 'properties'>[],
  ids: readonly string[],
): [home: ArcPlace, ...ArcPlace[]] {
  const away = ids.flatMap((id): ArcPlace[] => {
    const link = links.find((one) => one.id === id)
    if (link?.geometry?.type !== 'Point') return []
    const { name_vi, name_en } = link.properties
    const [longitude = 0, latitude = 0] = link.geometry.coordinates
    return [{ position: [longitude, latitude], name_vi, name_en }]
  })
  return [home, ...away]
}

type Arc = readonly [from: ArcPlace, to: ArcPlace]

/** An arc from home to each place, and a ring through them all. */
export function arcsBetween([from, ...away]: readonly [ArcPlace, ...ArcPlace[]]): { spokes: Arc[]; ring: Arc[] } {
  return {
    spokes: away.map((place) => [from, place]),
    ring: away.slice(1).map((place, index) => [away[index] ?? place, place]),
  }
}
