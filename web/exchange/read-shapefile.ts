import { parseDbf, parseShp } from 'shpjs'
import { decodeAs, decodeText, ownEncodings, toEncoding, type Encoding } from './decode-text.ts'
import { systemOfDefinition } from './declared-system.ts'
import { limits } from './limits.ts'
import { FileProblem, toProblem, type Note } from './problem.ts'
import type { RawLayer } from './raw-layer.ts'
import { takeGeometry, type Tally } from './take-geometry.ts'
import { takeProperties } from './take-properties.ts'
import type { PackedFile } from './unpack.ts'

/** One Shapefile of an archive: `.shp` for shapes, `.dbf` for values, `.prj` for the system, `.cpg` for the encoding. */
export function readShapefile(shp: PackedFile, parts: readonly PackedFile[], tally: Tally): RawLayer {
  const base = shp.name.replace(/\.shp$/i, '')
  const part = (ending: string) =>
    parts.find(({ name }) => name.toLowerCase() === `${base}.${ending}`.toLowerCase())?.bytes ?? null
  const shapes = parseShapes(shp.bytes)
  const dbf = part('dbf')
  const notes: Note[] = dbf ? [] : [{ code: 'no-values', values: {} }]
  const rows = dbf ? parseRows(dbf, part('cpg'), notes) : []
  tally.features += shapes.length
  if (tally.features > limits.features) throw new FileProblem('too-many-features', { most: limits.features })
  const features = shapes.map((shape, index) => {
    const geometry = takeGeometry(shape, tally)
    if (shape === null) tally.withoutShape++
    else if (!geometry) tally.droppedShapes++
    return { geometry, properties: takeProperties(rows[index]) }
  })
  const prj = part('prj')
  return { name: base, features, system: prj ? systemOfDefinition(decodeText(prj).text) : null, notes }
}

function parseShapes(bytes: Uint8Array) {
  try {
    return parseShp(viewOf(bytes))
  } catch (error) {
    throw toProblem(error, 'Shapefile')
  }
}

function parseRows(bytes: Uint8Array, cpg: Uint8Array | null, notes: Note[]): Record<string, unknown>[] {
  const view = viewOf(bytes)
  if (bytes.length < 33) return []
  const [records, headerLength, recordLength] = [
    view.getUint32(4, true),
    view.getUint16(8, true),
    view.getUint16(10, true),
  ]
  // The count is what somebody wrote there; the bytes are what there is.
  if (recordLength === 0 || records > (bytes.length - headerLength) / recordLength + 1) {
    throw new FileProblem('broken', { format: 'DBF', detail: `${records} × ${recordLength} > ${bytes.length}` })
  }
  const declared = cpg ? toEncoding(decodeAs(cpg, 'UTF-8')) : null
  const { encoding, isCertain } = declared
    ? { encoding: declared, isCertain: true }
    : decodeText(bytes.slice(headerLength))
  if (!isCertain) notes.push({ code: 'encoding-guessed', values: { encoding } })
  const isOwn = ownEncodings.includes(encoding)
  const rows = parseDbf(view, isOwn ? 'windows-1252' : encoding.toLowerCase())
  return isOwn ? rows.map((row) => decodeAgain(row, encoding)) : rows
}

/** windows-1252 takes each byte to a letter of its own, and so back. */
function decodeAgain(row: Record<string, unknown>, encoding: Encoding): Record<string, unknown> {
  const again = (value: unknown) =>
    typeof value === 'string'
      ? decodeAs(
          Uint8Array.from(value, (letter) => byteOf.get(letter) ?? 0x3f),
          encoding,
        )
      : value
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, again(value)]))
}

const byteOf = new Map(
  Array.from(
    { length: 256 },
    (_, byte) => [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte] as const,
  ),
)

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
