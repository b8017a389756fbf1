import type { Layer } from '@deck.gl/core'
import { ColumnLayer } from '@deck.gl/layers'
import { plan } from '../../theme/palette.ts'
import { readFeatures } from './features.ts'
import { toRgba, underNames } from './anchors.ts'

interface Column {
  position: [number, number]
  hectares: number
}

/** Height in metres of a column for one stated hectare, chosen so that the largest park stands out at zoom 9. */
const metersPerHectare = 22

/** A column over each park whose area a document states; no column where none does, rather than one of height 0. */
export async function buildColumns(): Promise<Layer[]> {
  return [columnsLayer(await readColumns(), () => 1)]
}

/** Tallest first. */
export async function readColumns(): Promise<Column[]> {
  const parks = await readFeatures('parks')
  const columns = parks.flatMap((park): Column[] => {
    const hectares = park.properties.statedAreaHectares
    if (hectares === null || park.geometry?.type !== 'Polygon') return []
    const ring = (park.geometry.coordinates[0] ?? []).slice(1)
    const mean = (axis: 0 | 1) => ring.reduce((sum, position) => sum + (position[axis] ?? 0), 0) / ring.length
    return [{ position: [mean(0), mean(1)], hectares }]
  })
  return columns.toSorted((one, other) => other.hectares - one.hectares)
}

/** `grown` says of each column how much of it stands, from 0 to 1. */
export function columnsLayer(columns: readonly Column[], grown: (index: number) => number): Layer {
  const props = {
    id: 'columns',
    data: columns,
    beforeId: underNames,
    diskResolution: 6,
    radius: 1100,
    extruded: true,
    getPosition: (column: Column) => column.position,
    getElevation: (column: Column, { index }: { index: number }) => column.hectares * metersPerHectare * grown(index),
    getFillColor: toRgba(plan.industrial, 215),
    material: { ambient: 0.55, diffuse: 0.6, shininess: 20 },
    updateTriggers: { getElevation: columns.map((_, index) => grown(index)).join() },
  }
  return new ColumnLayer<Column>(props)
}
