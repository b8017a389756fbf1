/**
 * Which towns of Thanh Hóa GeoNames knows: the 27 district seats and five more.
 *
 * The package is a list of the world; first-order division 38 of Vietnam is Thanh Hóa. One row of it
 * was once a “Hanoi” in the wrong place, so that name is refused here whatever its code.
 */
import { readFileSync } from 'node:fs'
import { slugOf } from './features.ts'

const expectedPlaces = 32

interface CityRow {
  name: string
  lat: string
  lng: string
  country: string
  admin1: string
  admin2: string
}

export interface BasemapPlace {
  id: string
  originId: 'geonames'
  name_vi: string
  name_en: string
  lon: number
  lat: number
  /** GeoNames fields as they came. */
  geonames: { name: string; country: string; admin1: string; admin2: string }
}

export function extractPlaces(citiesPath: string): BasemapPlace[] {
  const rows = JSON.parse(readFileSync(citiesPath, 'utf8')) as CityRow[]
  const places = rows
    .filter((row) => row.country === 'VN' && row.admin1 === '38' && slugOf(row.name) !== 'hanoi')
    .map(toPlace)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  if (places.length !== expectedPlaces) {
    throw new Error(`${citiesPath}: must hold ${expectedPlaces} places, got ${places.length}`)
  }
  return places
}

function toPlace(row: CityRow): BasemapPlace {
  const name = row.name.normalize('NFC').replace(/^Thị Trấn /u, '')
  return {
    id: `place-${slugOf(name)}`,
    originId: 'geonames',
    name_vi: name,
    name_en: name,
    lon: Number(row.lng),
    lat: Number(row.lat),
    geonames: {
      name: row.name.normalize('NFC'),
      country: row.country,
      admin1: row.admin1,
      admin2: row.admin2,
    },
  }
}
