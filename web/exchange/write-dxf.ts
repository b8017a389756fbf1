/**
 * A DXF drawing (AutoCAD 2007, UTF-8) of a layer, with its sources as comments at the head.
 *
 * Areas are closed polylines, holes too; each feature has its name once, in or beside its shape. DXF knows no reference system: it is
 * in the name of the file and in the comments.
 */
import { DxfWriter, LWPolylineFlags, Units, point2d, point3d } from '@tarikjabiri/dxf'
import type { Geometry, Position } from 'geojson'
import { fieldsOf, plainName, type ExportLayer, type ExportWork } from './export-formats.ts'
import { mapPositions } from './map-positions.ts'
import { nameField } from './name-field.ts'

const textHeights = { 'EPSG:4326': 0.002, 'EPSG:5897': 200, 'EPSG:3405': 200 } as const
const magenta = 6

export function writeDxf(layer: ExportLayer, { project, system, sources, spotInside }: ExportWork): Uint8Array {
  const dxf = new DxfWriter()
  if (system !== 'EPSG:4326') dxf.setUnits(Units.Meters)
  // AutoCAD reads drawings of 2007 and later as UTF-8 anyway; GDAL and QGIS go by this.
  dxf.setVariable('$DWGCODEPAGE', { 3: 'ANSI_65001' })
  const layerName = plainName(layer.name)
  dxf.addLayer(layerName, magenta, 'Continuous')
  dxf.setCurrentLayerName(layerName)
  const fields = fieldsOf(layer)
  const field = fields.includes('name_vi') ? 'name_vi' : nameField(fields)
  for (const { geometry, properties } of layer.features) {
    if (!geometry) continue
    const name = field === null ? null : (properties[field] ?? null)
    const shape = mapPositions(geometry, project)
    draw(dxf, shape)
    if (name !== null && name !== '')
      for (const [x = 0, y = 0] of namePlaces(shape, spotInside))
        dxf.addText(point3d(x, y, 0), textHeights[system], onOneLine(String(name)))
  }
  const comments = [...sources, `${system}, east first`].flatMap((line) => ['999', onOneLine(line)])
  return new TextEncoder().encode(`${comments.join('\n')}\n${dxf.stringify()}`)
}

function draw(dxf: DxfWriter, geometry: Geometry): void {
  const line = (positions: readonly Position[], isClosed: boolean) => {
    const open = isClosed ? positions.slice(0, -1) : positions
    dxf.addLWPolyline(
      open.map(([x = 0, y = 0]) => ({ point: point2d(x, y) })),
      { flags: isClosed ? LWPolylineFlags.Closed : LWPolylineFlags.None },
    )
  }
  const point = ([x = 0, y = 0]: Position) => void dxf.addPoint(x, y, 0)
  switch (geometry.type) {
    case 'Point':
      return point(geometry.coordinates)
    case 'MultiPoint':
      return geometry.coordinates.forEach(point)
    case 'LineString':
      return line(geometry.coordinates, false)
    case 'MultiLineString':
      return geometry.coordinates.forEach((part) => line(part, false))
    case 'Polygon':
      return geometry.coordinates.forEach((ring) => line(ring, true))
    case 'MultiPolygon':
      return geometry.coordinates.forEach((rings) => rings.forEach((ring) => line(ring, true)))
    case 'GeometryCollection':
      return geometry.geometries.forEach((part) => draw(dxf, part))
  }
}

/** At each point, in the middle of a line's part with most corners, inside an area. */
function namePlaces(geometry: Geometry, spotInside: ExportWork['spotInside']): Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates]
    case 'MultiPoint':
      return geometry.coordinates
    case 'LineString':
      return geometry.coordinates.slice(geometry.coordinates.length >> 1).slice(0, 1)
    case 'MultiLineString': {
      const [longest = []] = geometry.coordinates.toSorted((a, b) => b.length - a.length)
      return namePlaces({ type: 'LineString', coordinates: longest }, spotInside)
    }
    case 'Polygon':
      return [spotInside([geometry.coordinates])]
    case 'MultiPolygon':
      return [spotInside(geometry.coordinates)]
    case 'GeometryCollection':
      return geometry.geometries.slice(0, 1).flatMap((part) => namePlaces(part, spotInside))
  }
}

/** One line of text: a drawing of AutoCAD 2007 or later is UTF-8, and a new line would end the value. */
function onOneLine(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ')
}
