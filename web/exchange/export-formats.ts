import type { Feature, Geometry, Position } from 'geojson'
import type { Cell, Properties } from './raw-layer.ts'

export const exportFormats = ['geojson', 'gpkg', 'kml', 'dxf', 'csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** The systems a file can be written in; KML knows WGS 84 only. */
export const exportSystems = ['EPSG:4326', 'EPSG:5897', 'EPSG:3405'] as const
export type ExportSystem = (typeof exportSystems)[number]

export type ExportFeature = Feature<Geometry | null, Properties>

export interface ExportLayer {
  /** For people; files and tables get a plain form of it. */
  name: string
  features: readonly ExportFeature[]
}

/** A table without shapes: its headings carry the units. */
export interface ExportTable {
  name: string
  headings: readonly string[]
  rows: readonly (readonly Cell[])[]
}

export interface ExportWork {
  system: ExportSystem
  /** WGS 84 longitude and latitude → east and north (longitude and latitude) in the system, rounded to its worth. */
  project: (position: Position) => [number, number]
  /** Where the name of an area may stand: inside it, and not in a hole. */
  spotInside: (polygons: readonly Position[][][]) => Position
  /** Who made what, under which licence, and what the numbers are worth; lines of plain text. */
  sources: readonly string[]
}

export interface WrittenFile {
  name: string
  bytes: Uint8Array
}

/** Names of the two coordinate columns, with unit and system, as surveyors and programs both understand them. */
export function coordinateHeadings(system: ExportSystem): [string, string] {
  return system === 'EPSG:4326'
    ? ['longitude_deg_EPSG4326', 'latitude_deg_EPSG4326']
    : [`east_m_${system.replace(':', '')}`, `north_m_${system.replace(':', '')}`]
}

/** `11 khu công nghiệp` → `11-khu-cong-nghiep`. */
export function plainName(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return plain.slice(0, 60) || 'layer'
}

/** Every column of a layer, in the order in which features bring them. */
export function fieldsOf({ features }: ExportLayer): string[] {
  return [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))]
}
