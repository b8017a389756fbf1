/**
 * Every layer of a file in any format the atlas takes, numbers as the file has them; or the problem it has.
 */
import { decodeText } from './decode-text.ts'
import { foreignFormat, formatOfBytes, formatOfName, type Container, type FileFormat } from './detect-format.ts'
import { limits } from './limits.ts'
import { FileProblem, toProblem, type Note } from './problem.ts'
import type { RawLayer } from './raw-layer.ts'
import { readCsv } from './read-csv.ts'
import { readGeoJson } from './read-geojson.ts'
import { readShapefile } from './read-shapefile.ts'
import { readXml } from './read-xml.ts'
import { newTally, type Tally } from './take-geometry.ts'
import { unpack, type PackedFile } from './unpack.ts'

export interface ReadFile {
  format: FileFormat
  layers: RawLayer[]
  tally: Tally
  notes: Note[]
}

/** Where the WebAssembly of SQLite lies, once a bundler has moved it. */
export interface Addresses {
  sqlite?: string
}

export async function readFile(name: string, bytes: Uint8Array, addresses: Addresses = {}): Promise<ReadFile> {
  const megabytes = (count: number) => Math.round(count / 1024 / 1024)
  if (bytes.length > limits.fileBytes) {
    throw new FileProblem('too-large', { size: megabytes(bytes.length), most: megabytes(limits.fileBytes) })
  }
  if (bytes.length === 0) throw new FileProblem('empty')
  const tally = newTally()
  const notes: Note[] = []
  const { format, layers } = await readAny(name, bytes, { tally, notes, addresses, isPacked: false })
  const shown = layers.filter(({ features }) => features.some(({ geometry }) => geometry !== null))
  if (shown.length === 0) throw new FileProblem('no-features', { format })
  return { format, layers: shown, tally, notes: [...notes, ...tallyNotes(tally)] }
}

interface Work {
  tally: Tally
  notes: Note[]
  addresses: Addresses
  isPacked: boolean
}

interface AnyFile {
  format: FileFormat
  layers: RawLayer[]
}

async function readAny(name: string, bytes: Uint8Array, work: Work): Promise<AnyFile> {
  const said = formatOfName(name)
  const format = whichFormat(name, bytes, said)
  if (said !== null && !agree(said, format)) work.notes.push({ code: 'extension', values: { name, format } })
  const title = name.replace(/\.[a-z0-9]{2,7}$/i, '')
  try {
    switch (format) {
      case 'zip':
        return await readArchive(name, bytes, work)
      case 'GeoJSON':
        return { format, layers: readGeoJson(bytes, title, work.tally) }
      case 'GeoPackage': {
        const { readGeoPackage } = await import('./read-geopackage.ts')
        return { format, layers: await readGeoPackage(bytes, work.tally, work.addresses.sqlite) }
      }
      case 'KML':
      case 'GPX':
        return { format, layers: readXml(bytes, format, title, work.tally) }
      case 'DXF': {
        const { readDxf } = await import('./read-dxf.ts')
        return { format, layers: readDxf(bytes, title, work.tally) }
      }
      case 'CSV':
        return { format, layers: readCsv(bytes, title, work.tally) }
      case 'Shapefile':
        return { format, layers: [readShapefile({ name, bytes }, [], work.tally)] }
      case 'KMZ':
        throw new FileProblem('nothing-in-zip', { names: name })
    }
  } catch (error) {
    throw toProblem(error, format)
  }
}

function whichFormat(name: string, bytes: Uint8Array, said: Container | null): Container {
  const held = formatOfBytes(bytes)
  if (held) return held
  const foreign = foreignFormat(bytes)
  if (foreign) throw new FileProblem('old-format', { format: foreign })
  const looksLikeTable = said === 'CSV' || said === null || said === 'GeoJSON'
  if (looksLikeTable && isText(bytes)) return 'CSV'
  throw new FileProblem('unknown-format', { name: name.slice(0, 80) })
}

/** A table is text: lines of it with a separator, no markup, no control characters. */
function isText(bytes: Uint8Array): boolean {
  const { text } = decodeText(bytes.subarray(0, 4000))
  // eslint-disable-next-line no-control-regex
  return !/^\s*</.test(text) && !/[\u0000-\u0008\u000e-\u001f]/.test(text) && /[,;\t|]/.test(text)
}

function agree(said: Container, format: Container): boolean {
  return said === format || (said === 'KMZ' && format === 'zip')
}

async function readArchive(name: string, bytes: Uint8Array, work: Work): Promise<AnyFile> {
  if (work.isPacked) throw new FileProblem('nested-zip', { name })
  const files = unpack(bytes, (packed) => /\.(shp|dbf|prj|cpg|kml|gpkg|geojson|json|gpx|csv|dxf)$/i.test(packed))
  const shapefiles = files.filter(({ name: packed }) => /\.shp$/i.test(packed))
  if (shapefiles.length > 0) {
    return { format: 'Shapefile', layers: shapefiles.map((shp) => readShapefile(shp, files, work.tally)) }
  }
  if (files.some(({ name: packed }) => /\.dbf$/i.test(packed))) throw new FileProblem('missing-part', { part: '.shp' })
  const isMap = ({ name: packed }: PackedFile) => !/\.(prj|cpg)$/i.test(packed)
  const layers: RawLayer[] = []
  let format: FileFormat | null = null
  for (const file of files.filter(isMap)) {
    const read = await readAny(file.name, file.bytes, { ...work, isPacked: true })
    format ??= read.format
    layers.push(...read.layers)
  }
  if (!format)
    throw new FileProblem('nothing-in-zip', {
      names: files
        .map((file) => file.name)
        .join(', ')
        .slice(0, 200),
    })
  return { format: format === 'KML' ? 'KMZ' : format, layers }
}

function tallyNotes(tally: Tally): Note[] {
  const note = (code: Note['code'], count: number): Note[] => (count > 0 ? [{ code, values: { count } }] : [])
  return [
    ...note('positions-dropped', tally.droppedPositions),
    ...note('shapes-dropped', tally.droppedShapes),
    ...note('no-shape', tally.withoutShape),
  ]
}
