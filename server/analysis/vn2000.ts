/**
 * What a WGS 84 position reads in Vietnam's own coordinate systems, and back.
 *
 * Seven parameters of Decision 05/2007/QĐ-BTNMT, rotations with the sign of the position-vector
 * convention. Good to about ±1 m: these are grid readings, never cadastral precision. Left out, the
 * datum is 224 m off; with the signs as printed in the decision, 0.74 m.
 */
import proj4, { type Converter } from 'proj4'
import type { Position } from 'geojson'

const datum = '+towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278 +no_defs'

export const vn2000Systems = {
  'EPSG:4756': {
    name_vi: 'VN-2000, kinh độ và vĩ độ',
    name_en: 'VN-2000 geographic',
    definition: `+proj=longlat +ellps=WGS84 ${datum}`,
    unit: 'degree',
  },
  'EPSG:5897': {
    name_vi: 'VN-2000 / TM-3, kinh tuyến trục 105°00′ (lưới địa chính Thanh Hóa)',
    name_en: 'VN-2000 / TM-3, central meridian 105°00′ (cadastral grid of Thanh Hóa)',
    definition: `+proj=tmerc +lat_0=0 +lon_0=105 +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 +units=m ${datum}`,
    unit: 'metre',
  },
  'EPSG:3405': {
    name_vi: 'VN-2000 / UTM múi 48 Bắc',
    name_en: 'VN-2000 / UTM zone 48N',
    definition: `+proj=utm +zone=48 +ellps=WGS84 +units=m ${datum}`,
    unit: 'metre',
  },
  'EPSG:3406': {
    name_vi: 'VN-2000 / UTM múi 49 Bắc',
    name_en: 'VN-2000 / UTM zone 49N',
    definition: `+proj=utm +zone=49 +ellps=WGS84 +units=m ${datum}`,
    unit: 'metre',
  },
} as const

export type Vn2000System = keyof typeof vn2000Systems

const wgs84 = '+proj=longlat +datum=WGS84 +no_defs'
const converters = new Map<Vn2000System, Converter>()

/**
 * `[longitude, latitude]` on WGS 84 → `[east, north]` in the system (degrees `[longitude, latitude]` for
 * EPSG:4756). Always east first; `reference-systems.ts` knows in which order an authority prints them.
 */
export function toVn2000(system: Vn2000System, position: Position): [east: number, north: number] {
  const [east, north] = converterFor(system).forward([Number(position[0]), Number(position[1])])
  return [Number(east), Number(north)]
}

/** `[east, north]` in the system → `[longitude, latitude]` on WGS 84. */
export function fromVn2000(system: Vn2000System, position: Position): [longitude: number, latitude: number] {
  const [longitude, latitude] = converterFor(system).inverse([Number(position[0]), Number(position[1])])
  return [Number(longitude), Number(latitude)]
}

/** A transverse Mercator grid on VN-2000 other than the ones that have a code above: each province has its meridian. */
export interface Vn2000Grid {
  centralMeridian: number
  scale: number
  falseEasting: number
  falseNorthing: number
}

/** What takes `[east, north]` on such a grid to `[longitude, latitude]` on WGS 84. */
export function fromVn2000Grid({ centralMeridian, scale, falseEasting, falseNorthing }: Vn2000Grid) {
  const converter = proj4(
    wgs84,
    `+proj=tmerc +lat_0=0 +lon_0=${centralMeridian} +k=${scale} +x_0=${falseEasting} +y_0=${falseNorthing} +ellps=WGS84 +units=m ${datum}`,
  )
  return (east: number, north: number): [longitude: number, latitude: number] => {
    const [longitude, latitude] = converter.inverse([east, north])
    return [Number(longitude), Number(latitude)]
  }
}

function converterFor(system: Vn2000System): Converter {
  const known = converters.get(system)
  if (known) return known
  const made = proj4(wgs84, vn2000Systems[system].definition)
  converters.set(system, made)
  return made
}
