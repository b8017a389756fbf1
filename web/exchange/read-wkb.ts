/**
 * The shape in well-known binary, ISO or extended, with the third and fourth dimension skipped.
 *
 * Counts are checked against the bytes that are left, so that a false one cannot ask for memory.
 */
import type { Geometry, Position } from 'geojson'
import { limits } from './limits.ts'
import { FileProblem } from './problem.ts'

export function readWkb(bytes: Uint8Array): Geometry | null {
  const reader: Reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0 }
  return readShape(reader, 0)
}

interface Reader {
  view: DataView
  at: number
}

interface Header {
  isLittle: boolean
  kind: number
  dimensions: number
}

function readShape(reader: Reader, depth: number): Geometry | null {
  if (depth > limits.depth) throw new FileProblem('too-deep')
  const header = readHeader(reader)
  const list = <Part>(bytesEach: number, read: () => Part) => readList(reader, header, bytesEach, read)
  const position = () => readPosition(reader, header)
  const line = () => list(8 * header.dimensions, position)
  const inner = (type: Geometry['type']) => () => {
    const shape = readShape(reader, depth + 1)
    return shape?.type === type ? shape : null
  }
  switch (header.kind) {
    case 1:
      return { type: 'Point', coordinates: position() }
    case 2:
      return { type: 'LineString', coordinates: line() }
    case 3:
      return { type: 'Polygon', coordinates: list(4, line) }
    case 4:
      return { type: 'MultiPoint', coordinates: coordinatesOf<Position>(list(9, inner('Point'))) }
    case 5:
      return { type: 'MultiLineString', coordinates: coordinatesOf<Position[]>(list(9, inner('LineString'))) }
    case 6:
      return { type: 'MultiPolygon', coordinates: coordinatesOf<Position[][]>(list(9, inner('Polygon'))) }
    case 7:
      return {
        type: 'GeometryCollection',
        geometries: list(9, () => readShape(reader, depth + 1)).filter((shape) => shape !== null),
      }
    default:
      throw new FileProblem('broken', { format: 'WKB', detail: `type ${header.kind}` })
  }
}

function readHeader(reader: Reader): Header {
  const isLittle = reader.view.getUint8(reader.at) === 1
  const code = reader.view.getUint32(reader.at + 1, isLittle)
  reader.at += 5
  // Extended: flags in the high bits; ISO: thousands.
  if ((code & 0x20000000) !== 0) reader.at += 4
  const plain = code & 0x0fffffff
  const thousands = Math.floor(plain / 1000)
  const hasZ = (code & 0x80000000) !== 0 || thousands === 1 || thousands === 3
  const hasM = (code & 0x40000000) !== 0 || thousands === 2 || thousands === 3
  return { isLittle, kind: plain % 1000, dimensions: 2 + Number(hasZ) + Number(hasM) }
}

function readList<Part>(reader: Reader, { isLittle }: Header, bytesEach: number, read: () => Part): Part[] {
  const count = reader.view.getUint32(reader.at, isLittle)
  reader.at += 4
  if (count * bytesEach > reader.view.byteLength - reader.at) {
    throw new FileProblem('broken', { format: 'WKB', detail: `${count} × ${bytesEach} > ${reader.view.byteLength}` })
  }
  const parts: Part[] = []
  for (let i = 0; i < count; i++) parts.push(read())
  return parts
}

function readPosition(reader: Reader, { isLittle, dimensions }: Header): Position {
  const position = [reader.view.getFloat64(reader.at, isLittle), reader.view.getFloat64(reader.at + 8, isLittle)]
  reader.at += 8 * dimensions
  return position
}

function coordinatesOf<Coordinates>(shapes: readonly (Geometry | null)[]): Coordinates[] {
  return shapes.flatMap((shape) =>
    shape && shape.type !== 'GeometryCollection' ? [shape.coordinates as Coordinates] : [],
  )
}
