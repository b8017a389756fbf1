declare module 'shpjs' {
  /** Shapes in the order of the file, positions as the file has them; null for an empty record. */
  export function parseShp(shp: ArrayBuffer | DataView | Uint8Array): (import('geojson').Geometry | null)[]
  export function parseDbf(dbf: ArrayBuffer | DataView | Uint8Array, encoding?: string): Record<string, unknown>[]
}
