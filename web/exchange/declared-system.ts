/**
 * Which reference system a file says it is in: an EPSG code, a name, or well-known text (`.prj`, GeoPackage).
 *
 * VN-2000 is recognised by its datum's name in all the spellings that programs write, because most of them
 * leave out the seven parameters without which everything lies 224 m off. A file that calls itself VN-2000
 * while its datum is WGS 84 contradicts itself and counts as half a word.
 */
import { systemCodes, type DeclaredSystem, type SystemCode } from './raw-layer.ts'

/** `EPSG:5897`, `urn:ogc:def:crs:EPSG::5897`, `http://www.opengis.net/def/crs/EPSG/0/5897`, `CRS84`. */
export function systemOfName(name: string): DeclaredSystem | null {
  const text = name.trim()
  if (text === '') return null
  if (/crs:?84/i.test(text)) return { kind: 'code', code: 'EPSG:4326' }
  const number = /(?:^|epsg\D+(?:\d+\D+)*?)(\d{4,6})$/i.exec(text)?.[1]
  return number === undefined ? { kind: 'unknown', name: text.slice(0, 80) } : systemOfCode(Number(number))
}

export function systemOfCode(number: number): DeclaredSystem {
  const code = `EPSG:${number}`
  // What web maps were called before the EPSG gave them a number.
  if (number === 900913 || number === 102100) return { kind: 'code', code: 'EPSG:3857' }
  if (isKnown(code)) return { kind: 'code', code }
  const zone = /^326([0-5]\d|60)$/.exec(String(number))?.[1]
  if (zone === undefined) return { kind: 'unknown', name: code }
  return {
    kind: 'definition',
    name: `WGS 84 / UTM ${Number(zone)}N`,
    definition: `+proj=utm +zone=${Number(zone)} +datum=WGS84 +units=m`,
  }
}

/** From well-known text of either generation. */
export function systemOfDefinition(definition: string): DeclaredSystem | null {
  const text = definition.replace(/\s+/g, ' ').trim()
  if (text === '') return null
  const name = /^\w+\s*\[\s*"([^"]*)"/.exec(text)?.[1] ?? ''
  const isProjected = /^(PROJCS|PROJCRS|PROJECTEDCRS)/i.test(text)
  const isGeographic = /^(GEOGCS|GEOGCRS|GEODCRS|GEOGRAPHICCRS)/i.test(text)
  if (!isProjected && !isGeographic) return null
  const datum = /(?:DATUM|ENSEMBLE)\s*\[\s*"([^"]*)"/i.exec(text)?.[1] ?? ''
  const isVn2000 = vn2000.test(datum)
  const isWgs84 = /WGS[_ ]?(19)?84|World Geodetic System 1984/i.test(datum)
  if (isWgs84 && vn2000.test(text)) return { kind: 'datum', datum: 'vn2000' }
  if (isGeographic) {
    if (isVn2000) return { kind: 'code', code: 'EPSG:4756' }
    return isWgs84 ? { kind: 'code', code: 'EPSG:4326' } : { kind: 'definition', name, definition: text }
  }
  if (/Pseudo.?Mercator|Mercator_Auxiliary_Sphere|Popular Visualisation/i.test(text)) {
    return { kind: 'code', code: 'EPSG:3857' }
  }
  if (isVn2000 && /Transverse[_ ]Mercator/i.test(text)) return vn2000Grid(text, name)
  return isVn2000 ? { kind: 'unknown', name } : { kind: 'definition', name, definition: text }
}

const vn2000 = /VN[-_ ]?2000|Viet_?nam[-_ ]?2000/i

function vn2000Grid(text: string, name: string): DeclaredSystem {
  const parameter = (pattern: string, fallback: number) => {
    const number = new RegExp(`PARAMETER\\s*\\[\\s*"${pattern}"\\s*,\\s*(-?[\\d.]+(?:e[-+]?\\d+)?)`, 'i').exec(
      text,
    )?.[1]
    return number === undefined ? fallback : Number(number)
  }
  const grid = {
    centralMeridian: parameter('(?:central[_ ]meridian|longitude of natural origin|longitude_of_center)', 105),
    scale: parameter('scale[_ ]factor(?: at natural origin)?', 0.9999),
    falseEasting: parameter('false[_ ]easting', 500_000),
    falseNorthing: parameter('false[_ ]northing', 0),
  }
  const known = knownGrids.find(
    ({ centralMeridian, scale }) =>
      near(grid.centralMeridian, centralMeridian) && near(grid.scale, scale) && grid.falseEasting === 500_000,
  )
  return known && grid.falseNorthing === 0
    ? { kind: 'code', code: known.code }
    : { kind: 'vn2000-grid', name: name || 'VN-2000', ...grid }
}

const knownGrids = [
  { code: 'EPSG:5897', centralMeridian: 105, scale: 0.9999 },
  { code: 'EPSG:3405', centralMeridian: 105, scale: 0.9996 },
  { code: 'EPSG:3406', centralMeridian: 111, scale: 0.9996 },
] as const

/** What the heading of a table gives away: `X_VN2000`, `toa do WGS84`, `EPSG:5897`. */
export function systemOfHeadings(headings: readonly string[]): DeclaredSystem | null {
  const text = headings.join(' ')
  const number = /(?:^|\D)(5897|3405|3406|4756|4326|3857)(?!\d)/.exec(text)?.[1]
  if (number !== undefined) return systemOfCode(Number(number))
  if (vn2000.test(text)) return { kind: 'datum', datum: 'vn2000' }
  return /WGS[-_ ]?84/i.test(text) ? { kind: 'datum', datum: 'wgs84' } : null
}

function isKnown(code: string): code is SystemCode {
  return systemCodes.some((known) => known === code)
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-7
}
