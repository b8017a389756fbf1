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
  const parks = await readFeatures('parks')
  const columns = parks.flatMap((park): Column[] => {
    const hectares = park.properties.statedAreaHectares
    if (hectares === null || park.geometry?.type !== 'Polygon') return []
    const ring = (park.geometry.coordinates[0] ?? []).slice(1)
    const mean = (axis: 0 | 1) => ring.reduce((sum, position) => sum + (position[axis] ?? 0), 0) / ring.length
    return [{ position: [mean(0), mean(1)], hectares }]
  })
  const anchor = { beforeId: underNames }
  return [
    new ColumnLayer<Column>({
      ...anchor,
      id: 'columns',
      data: columns,
      diskResolution: 6,
      radius: 1100,
      extruded: true,
      getPosition: (column) => column.position,
      getElevation: (column) => column.hectares * metersPerHectare,
      getFillColor: toRgba(plan.industrial, 215),
      material: { ambient: 0.55, diffuse: 0.6, shininess: 20 },
    }),
  ]
}
