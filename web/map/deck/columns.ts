import type { Layer } from '@deck.gl/core'
import { ColumnLayer } from '@deck.gl/layers'
import { boundsOf } from '../../format/bounds.ts'
import { findReplacement, useReplacements } from '../../state/replacements.ts'
import { plan } from '../../theme/palette.ts'
import { readFeatures } from './features.ts'
import { toRgba, underNames } from './anchors.ts'

interface Column {
  position: [number, number]
  hectares: number
}

/** Height in metres of a column for one stated hectare, chosen so that the largest park stands out at zoom 9. */
const metersPerHectare = 17

/** A column over each park whose area a document states; no column where none does, rather than one of height 0. */
export async function buildColumns(): Promise<Layer[]> {
  return [columnsLayer(await readColumns(), () => 1)]
}

/** Tallest first. */
export async function readColumns(): Promise<Column[]> {
  const parks = await readFeatures('parks')
  const { replacements } = useReplacements.getState()
  const columns = parks.flatMap((park): Column[] => {
    const hectares = park.properties.statedAreaHectares
    // Stated hectares stay what they are; a column stands on the reader's own outline if there is one.
    const geometry = findReplacement(replacements, 'parks', park.id)?.geometry ?? park.geometry
    if (hectares === null || (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon')) return []
    const [west, south, east, north] = boundsOf(geometry)
    return [{ position: [(west + east) / 2, (south + north) / 2], hectares }]
  })
  return columns.toSorted((one, other) => other.hectares - one.hectares)
}

/** `grown` says of each column how much of it stands, from 0 to 1. */
export function columnsLayer(columns: readonly Column[], grown: (index: number) => number): Layer {
  const props = {
    id: 'columns',
    data: columns,
    beforeId: underNames,
    diskResolution: 24,
    radius: 700,
    extruded: true,
    getPosition: (column: Column) => column.position,
    getElevation: (column: Column, { index }: { index: number }) => column.hectares * metersPerHectare * grown(index),
    getFillColor: toRgba(plan.industrial, 215),
    material: { ambient: 0.55, diffuse: 0.6, shininess: 20 },
    updateTriggers: { getElevation: columns.map((_, index) => grown(index)).join() },
  }
  return new ColumnLayer<Column>(props)
}
