import { geoJSONToWkt } from 'betterknown'
import { coordinateHeadings, fieldsOf, type ExportLayer, type ExportTable, type ExportWork } from './export-formats.ts'
import { mapPositions } from './map-positions.ts'
import type { Cell } from './raw-layer.ts'

/**
 * A layer as rows: points get two columns of coordinates, everything else one of well-known text, whose headings
 * name unit and system.
 *
 * @param longestCell longer shapes are left out, with a word in their place
 */
export function toTable(layer: ExportLayer, { system, project }: ExportWork, longestCell = Infinity): ExportTable {
  const fields = fieldsOf(layer)
  const shapes = layer.features.map(({ geometry }) => geometry && mapPositions(geometry, project))
  const onlyPoints = shapes.every((shape) => shape === null || shape.type === 'Point')
  const headings = onlyPoints ? coordinateHeadings(system) : [`wkt_${system.replace(':', '')}`]
  const rows = layer.features.map(({ properties }, at): Cell[] => {
    const shape = shapes[at] ?? null
    const cells = fields.map((field) => properties[field] ?? null)
    if (onlyPoints) {
      const [x, y] = shape?.type === 'Point' ? shape.coordinates : []
      return [...cells, x ?? null, y ?? null]
    }
    const wkt = shape ? geoJSONToWkt(shape) : null
    return [...cells, wkt !== null && wkt.length > longestCell ? '(too long for a cell)' : wkt]
  })
  return { name: layer.name, headings: [...fields, ...headings], rows }
}
