import type { Layer } from '@deck.gl/core'
import { ColumnLayer } from '@deck.gl/layers'
import { plan } from '../../theme/palette.ts'
import { columnRadiusMeters, readColumns, type Column } from './column-sizes.ts'
import { toRgba, underNames } from './anchors.ts'

/** A column over each park whose area a document states; no column where none does, rather than one of height 0. */
export async function buildColumns(): Promise<Layer[]> {
  return [columnsLayer(await readColumns(), () => 1)]
}

/** `grown` says of each column how much of it stands, from 0 to 1. */
export function columnsLayer(columns: readonly Column[], grown: (index: number) => number): Layer {
  const props = {
    id: 'columns',
    data: columns,
    beforeId: underNames,
    diskResolution: 24,
    radius: columnRadiusMeters,
    extruded: true,
    getPosition: (column: Column) => column.position,
    getElevation: (column: Column, { index }: { index: number }) => column.heightMeters * grown(index),
    getFillColor: toRgba(plan.industrial, 215),
    material: { ambient: 0.55, diffuse: 0.6, shininess: 20 },
    updateTriggers: { getElevation: columns.map((_, index) => grown(index)).join() },
  }
  return new ColumnLayer<Column>(props)
}
