import type { Geometry } from 'geojson'
import type { Note } from './problem.ts'

/** What a reader of a format hands on: shapes with the two numbers of each position as the file has them. */
export interface RawLayer {
  name: string
  features: RawFeature[]
  /** What the file says of its reference system; null when it says nothing. */
  system: DeclaredSystem | null
  notes: Note[]
}

export interface RawFeature {
  geometry: Geometry | null
  properties: Properties
}

export type Cell = string | number | boolean | null
export type Properties = Record<string, Cell>

/** The systems a reader may be asked to choose from, the likeliest here first. */
export const systemCodes = ['EPSG:5897', 'EPSG:3405', 'EPSG:4756', 'EPSG:4326', 'EPSG:3857', 'EPSG:3406'] as const
export type SystemCode = (typeof systemCodes)[number]

export type DeclaredSystem =
  | { kind: 'code'; code: SystemCode }
  /** VN-2000 on a transverse Mercator grid of another province or zone. */
  | {
      kind: 'vn2000-grid'
      name: string
      centralMeridian: number
      scale: number
      falseEasting: number
      falseNorthing: number
    }
  /** Anything else that comes with its definition (well-known text). */
  | { kind: 'definition'; name: string; definition: string }
  /** Named, but neither known to the atlas nor defined in the file. */
  | { kind: 'unknown'; name: string }
  /** Half a word: the datum without the grid (a column called `VN2000_X`), so that the reader is asked among few. */
  | { kind: 'datum'; datum: 'vn2000' | 'wgs84' }
