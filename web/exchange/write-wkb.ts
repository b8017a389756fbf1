import type { Geometry, Position } from 'geojson'

const kinds = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
  GeometryCollection: 7,
} as const

/** Well-known binary, little-endian, two dimensions. */
export function writeWkb(geometry: Geometry): Uint8Array {
  const out = new DataView(new ArrayBuffer(sizeOf(geometry)))
  writeShape(geometry, { out, at: 0 })
  return new Uint8Array(out.buffer)
}

interface Pen {
  out: DataView
  at: number
}

function writeShape(geometry: Geometry, pen: Pen): void {
  pen.out.setUint8(pen.at, 1)
  pen.at += 1
  count(kinds[geometry.type], pen)
  switch (geometry.type) {
    case 'Point':
      return position(geometry.coordinates, pen)
    case 'LineString':
      return line(geometry.coordinates, pen)
    case 'Polygon':
      return list(geometry.coordinates, line, pen)
    case 'MultiPoint':
      return list(geometry.coordinates, (coordinates) => writeShape({ type: 'Point', coordinates }, pen), pen)
    case 'MultiLineString':
      return list(geometry.coordinates, (coordinates) => writeShape({ type: 'LineString', coordinates }, pen), pen)
    case 'MultiPolygon':
      return list(geometry.coordinates, (coordinates) => writeShape({ type: 'Polygon', coordinates }, pen), pen)
    case 'GeometryCollection':
      return list(geometry.geometries, (part) => writeShape(part, pen), pen)
  }
}

function list<Part>(parts: readonly Part[], write: (part: Part, pen: Pen) => void, pen: Pen): void {
  count(parts.length, pen)
  for (const part of parts) write(part, pen)
}

function line(positions: readonly Position[], pen: Pen): void {
  list(positions, position, pen)
}

function position([x = Number.NaN, y = Number.NaN]: Position, pen: Pen): void {
  pen.out.setFloat64(pen.at, x, true)
  pen.out.setFloat64(pen.at + 8, y, true)
  pen.at += 16
}

function count(number: number, pen: Pen): void {
  pen.out.setUint32(pen.at, number, true)
  pen.at += 4
}

function sizeOf(geometry: Geometry): number {
  const head = 5
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0)
  const ofLine = (positions: readonly Position[]) => 4 + 16 * positions.length
  const ofRings = (rings: readonly Position[][]) => 4 + sum(rings.map(ofLine))
  switch (geometry.type) {
    case 'Point':
      return head + 16
    case 'LineString':
      return head + ofLine(geometry.coordinates)
    case 'Polygon':
      return head + ofRings(geometry.coordinates)
    case 'MultiPoint':
      return head + 4 + geometry.coordinates.length * (head + 16)
    case 'MultiLineString':
      return head + 4 + sum(geometry.coordinates.map((part) => head + ofLine(part)))
    case 'MultiPolygon':
      return head + 4 + sum(geometry.coordinates.map((part) => head + ofRings(part)))
    case 'GeometryCollection':
      return head + 4 + sum(geometry.geometries.map(sizeOf))
  }
}
