import type { Position } from 'geojson'
import { crs84, findReferenceSystem } from '../../server/analysis/reference-systems.ts'
import { spotInside } from '../../server/analysis/spot-inside.ts'
import type { ExportFormat, ExportLayer, ExportSystem, WrittenFile } from '../exchange/export-formats.ts'
import type { Addresses } from '../exchange/read-file.ts'
import { writeLayer } from '../exchange/write-file.ts'

/** Writes a layer in the system, east (or longitude) first; a tenth of a millimetre is kept. */
export function exportLayer(
  format: ExportFormat,
  layer: ExportLayer,
  system: ExportSystem,
  sources: readonly string[],
  addresses: Addresses = {},
): Promise<WrittenFile> {
  return writeLayer(format, layer, { system, sources, project: projectorFor(system), spotInside: spotOf }, addresses)
}

function spotOf(polygons: readonly Position[][][]): Position {
  return [...spotInside(polygons.map((rings) => rings.map((ring) => ring.map(([x = 0, y = 0]) => [x, y]))))]
}

function projectorFor(code: ExportSystem): (position: Position) => [number, number] {
  // The authority puts latitude first in 4326; files put longitude first.
  const system = code === 'EPSG:4326' ? crs84 : findReferenceSystem(code)
  if (!system) throw new Error(code)
  const factor = system.isGeographic ? 1e9 : 1e4
  return (position) => {
    const [east, north] = system.from84(position)
    return [Math.round(east * factor) / factor, Math.round(north * factor) / factor]
  }
}
