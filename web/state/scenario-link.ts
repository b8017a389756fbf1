import type { Position } from 'geojson'
import type { Scenario, ScenarioFile, ScenarioLine } from '../../server/domain/scenario.ts'

/**
 * A small scenario within a link: lines as differences of whole 0.00001° (a metre), packed with deflate, in the
 * letters a link may hold. What comes back has the form of a scenario file and is judged like one.
 */
export const mostLinkCharacters = 2000

/** To a degree: so fine are positions in a link. */
export const linkSteps = 1e5

/** Null: it is too large for a link. */
export async function toScenarioLink(scenario: Omit<Scenario, 'id'>): Promise<string | null> {
  const { name, bufferMeters, removed, lines } = scenario
  const short = [
    1,
    name,
    bufferMeters,
    removed,
    lines.map(({ id, corridorId, name: own, uncertaintyMeters, geometry }) => [
      id === corridorId ? 0 : id,
      corridorId ?? 0,
      own ?? 0,
      uncertaintyMeters,
      geometry.type === 'LineString' ? 0 : 1,
      partsOf(geometry).map(toSteps),
    ]),
  ]
  const packed = await passThrough(
    new TextEncoder().encode(JSON.stringify(short)),
    new CompressionStream('deflate-raw'),
  )
  const text = toBase64Url(packed)
  return text.length > mostLinkCharacters ? null : text
}

/** Whatever the link holds, to be judged by `readScenario`; null: it cannot be unpacked. */
export async function fromScenarioLink(text: string): Promise<unknown> {
  try {
    if (text.length > 4 * mostLinkCharacters) return null
    const packed = await passThrough(fromBase64Url(text), new DecompressionStream('deflate-raw'))
    const [version, name, bufferMeters, removed, lines] = JSON.parse(new TextDecoder().decode(packed)) as ShortScenario
    return {
      type: 'FeatureCollection',
      scenario: { version, name, bufferMeters, removed },
      features: lines.map(([id, corridorId, own, uncertaintyMeters, isMulti, parts]) => {
        const unpacked = parts.map(fromSteps)
        return {
          type: 'Feature',
          id: id === 0 ? String(corridorId) : id,
          properties: {
            corridorId: corridorId === 0 ? null : corridorId,
            name: own === 0 ? null : own,
            uncertaintyMeters,
          },
          geometry:
            isMulti === 1
              ? { type: 'MultiLineString', coordinates: unpacked }
              : { type: 'LineString', coordinates: unpacked[0] ?? [] },
        }
      }),
    } satisfies Omit<ScenarioFile, 'scenario'> & { scenario: object }
  } catch {
    return null
  }
}

type ShortScenario = [
  version: number,
  name: string,
  bufferMeters: number,
  removed: string[],
  lines: [
    id: string | 0,
    corridorId: string | 0,
    name: string | 0,
    uncertaintyMeters: number,
    isMulti: 0 | 1,
    parts: number[][],
  ][],
]

function partsOf(geometry: ScenarioLine['geometry']): Position[][] {
  return geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates
}

function toSteps(part: readonly Position[]): number[] {
  let [x, y] = [0, 0]
  return part.flatMap(([longitude = 0, latitude = 0]) => {
    const [nextX, nextY] = [Math.round(longitude * linkSteps), Math.round(latitude * linkSteps)]
    const step = [nextX - x, nextY - y]
    ;[x, y] = [nextX, nextY]
    return step
  })
}

function fromSteps(numbers: readonly number[]): Position[] {
  let [x, y] = [0, 0]
  const part: Position[] = []
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    x += numbers[i] ?? 0
    y += numbers[i + 1] ?? 0
    part.push([x / linkSteps, y / linkSteps])
  }
  return part
}

/** So much is unpacked at most: a link from somebody else may hold a bomb. */
const mostUnpackedBytes = 200_000

async function passThrough(
  bytes: Uint8Array<ArrayBuffer>,
  stream: GenericTransformStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough<Uint8Array>(stream).getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.length
    if (size > mostUnpackedBytes) {
      await reader.cancel()
      throw new RangeError('too much to unpack')
    }
    chunks.push(read.value)
  }
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

function toBase64Url(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
}
