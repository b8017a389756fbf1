import proj4 from 'proj4'
import { findReferenceSystem } from '../../server/analysis/reference-systems.ts'
import { fromVn2000Grid } from '../../server/analysis/vn2000.ts'
import { FileProblem } from '../exchange/problem.ts'
import type { DeclaredSystem } from '../exchange/raw-layer.ts'

/** East (or longitude) and north (or latitude) in a file's system → longitude and latitude on WGS 84. */
export type ToLonLat = (east: number, north: number) => readonly [longitude: number, latitude: number]

export function toWgs84From(system: DeclaredSystem): ToLonLat {
  switch (system.kind) {
    case 'code': {
      const known = findReferenceSystem(system.code)
      if (!known) throw new FileProblem('unknown-system', { system: system.code })
      if (system.code === 'EPSG:4326') return (east, north) => [east, north]
      // The authority puts latitude first, the numbers here are east first.
      return known.isGeographic
        ? (east, north) => known.to84([north, east])
        : (east, north) => known.to84([east, north])
    }
    case 'vn2000-grid':
      return fromVn2000Grid(system)
    case 'definition':
      return fromDefinition(system.definition, system.name)
    case 'unknown':
    case 'datum':
      throw new FileProblem('unknown-system', { system: system.kind === 'unknown' ? system.name : system.datum })
  }
}

function fromDefinition(definition: string, name: string): ToLonLat {
  try {
    const converter = proj4(definition, '+proj=longlat +datum=WGS84 +no_defs')
    return (east, north) => {
      const [longitude, latitude] = converter.forward([east, north])
      return [Number(longitude), Number(latitude)]
    }
  } catch {
    throw new FileProblem('unknown-system', { system: name })
  }
}
