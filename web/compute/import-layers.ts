/**
 * From the bytes of a file to layers on WGS 84, with everything a reader should know about how they got there.
 *
 * Runs in a worker; nothing leaves the browser. Ordinary failure is a `FileProblem`.
 */
import { linesOf } from '../format/lines-of.ts'
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'
import { findDatumShift } from '../../server/analysis/datum-shift.ts'
import { judgeSystem, type Judgement } from '../exchange/judge-system.ts'
import { mapPositions } from '../exchange/map-positions.ts'
import type { FileFormat } from '../exchange/detect-format.ts'
import type { Order } from '../exchange/plausible.ts'
import { FileProblem, type Note } from '../exchange/problem.ts'
import type { DeclaredSystem, Properties, RawLayer, SystemCode } from '../exchange/raw-layer.ts'
import { readFile, type Addresses } from '../exchange/read-file.ts'
import { toWgs84From, type ToLonLat } from './to-wgs84.ts'

export interface ImportedData {
  name: string
  format: FileFormat
  /** As a reader knows it: `EPSG:5897`, or the name in the file. */
  system: string
  order: Order
  notes: Note[]
  featureCount: number
  positionCount: number
  shapes: { points: number; lines: number; areas: number }
  fields: string[]
  bounds: [west: number, south: number, east: number, north: number]
  collection: FeatureCollection<Geometry, Properties>
}

export interface Question {
  candidates: readonly SystemCode[]
  order: Order
  example: readonly [number, number]
}

export interface ImportWork {
  ask: (question: Question) => Promise<SystemCode>
  progress: (stage: 'read' | 'place' | 'check', share: number) => void
  /** Lines of which we know well where they run: for noticing a wrong datum. */
  known: readonly Position[][]
  addresses?: Addresses
}

export async function importLayers(name: string, bytes: Uint8Array, work: ImportWork): Promise<ImportedData[]> {
  work.progress('read', 0)
  const file = await readFile(name, bytes, work.addresses)
  work.progress('place', 0)
  const judged = file.layers.map((layer) => ({ layer, judgement: judgeSystem(layer, file.format) }))
  const question = judged.map(({ judgement }) => judgement).find((judgement) => judgement.kind === 'asked')
  // One question a file: its layers were drawn by one hand.
  const answer = question ? await work.ask(question) : null
  let done = 0
  return judged.map(({ layer, judgement }) => {
    const { system, notes } = settle(judgement, answer)
    const { dropped, ...placed } = placeLayer(layer, system, judgement.order, () => {
      done++
      if (done % 4000 === 0) work.progress('place', done / Math.max(1, file.tally.features))
    })
    work.progress('check', done / Math.max(1, file.tally.features))
    return {
      ...placed,
      name: layer.name,
      format: file.format,
      system: nameOf(system),
      order: judgement.order,
      notes: unique([...file.notes, ...layer.notes, ...notes, ...checkPlace({ dropped, ...placed }, work.known)]),
    }
  })
}

function settle(judgement: Judgement, answer: SystemCode | null): { system: DeclaredSystem; notes: Note[] } {
  if (judgement.kind === 'decided') return judgement
  if (!answer) throw new FileProblem('unknown-system', { system: '?' })
  const silent: Note[] = /5897|3405|3406|4756/.test(answer) ? [{ code: 'datum-silent', values: {} }] : []
  const asked: Note = { code: 'system-asked', values: { system: answer } }
  return { system: { kind: 'code', code: answer }, notes: [...judgement.notes, asked, ...silent] }
}

function nameOf(system: DeclaredSystem): string {
  return system.kind === 'code' ? system.code : system.kind === 'datum' ? system.datum : system.name
}

type Placed = { dropped: number } & Pick<
  ImportedData,
  'featureCount' | 'positionCount' | 'shapes' | 'fields' | 'bounds' | 'collection'
>

function placeLayer({ features }: RawLayer, system: DeclaredSystem, order: Order, onFeature: () => void): Placed {
  const place = new Placer(toWgs84From(system), order)
  const fields = new Set<string>()
  const shapes = { points: 0, lines: 0, areas: 0 }
  const placed: Feature<Geometry, Properties>[] = []
  let dropped = 0
  for (const { geometry, properties } of features) {
    onFeature()
    if (!geometry) continue
    const lostBefore = place.lost
    const shape = place.geometry(geometry)
    if (place.lost > lostBefore) {
      dropped++
      continue
    }
    for (const field of Object.keys(properties)) fields.add(field)
    shapes[kindOf(shape)]++
    placed.push({ type: 'Feature', id: placed.length + 1, properties, geometry: shape })
  }
  if (placed.length === 0) throw new FileProblem('off-earth', { system: nameOf(system) })
  const [west, south, east, north] = place.bounds
  return {
    dropped,
    featureCount: placed.length,
    positionCount: place.count,
    shapes,
    fields: [...fields],
    bounds: [west, south, east, north],
    collection: { type: 'FeatureCollection', features: placed },
  }
}

function kindOf(geometry: Geometry): keyof ImportedData['shapes'] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries[0] ? kindOf(geometry.geometries[0]) : 'points'
  if (geometry.type.endsWith('Polygon')) return 'areas'
  return geometry.type.endsWith('LineString') ? 'lines' : 'points'
}

/** Eight decimals of a degree are a millimetre. */
const decimals = 1e8

class Placer {
  count = 0
  /** Positions that lie nowhere on earth once placed: their shapes are left out and counted. */
  lost = 0
  bounds: [number, number, number, number] = [180, 90, -180, -90]
  readonly #toLonLat: ToLonLat
  readonly #isSwapped: boolean

  constructor(toLonLat: ToLonLat, order: Order) {
    this.#toLonLat = toLonLat
    this.#isSwapped = order === 'north-east'
  }

  geometry(geometry: Geometry): Geometry {
    return mapPositions(geometry, (position) => this.#position(position))
  }

  #position([first = 0, second = 0]: Position): Position {
    this.count++
    const [longitude, latitude] = this.#isSwapped ? this.#toLonLat(second, first) : this.#toLonLat(first, second)
    if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
      this.lost++
      return [Number.NaN, Number.NaN]
    }
    const [west, south, east, north] = this.bounds
    this.bounds = [
      Math.min(west, longitude),
      Math.min(south, latitude),
      Math.max(east, longitude),
      Math.max(north, latitude),
    ]
    return [Math.round(longitude * decimals) / decimals, Math.round(latitude * decimals) / decimals]
  }
}

/** The province with a margin of some ten kilometres. */
const surroundings = { west: 104.27, south: 19.15, east: 106.35, north: 20.78 }

function checkPlace({ bounds, collection, dropped }: Placed, known: readonly Position[][]): Note[] {
  const notes: Note[] = dropped > 0 ? [{ code: 'shapes-dropped', values: { count: dropped } }] : []
  const [west, south, east, north] = bounds
  const { west: w, south: s, east: e, north: n } = surroundings
  if (east < w || west > e || north < s || south > n) notes.push({ code: 'outside-province', values: {} })
  const shift = findDatumShift(
    collection.features.flatMap(({ geometry }) => linesOf(geometry)),
    known,
  )
  if (shift) {
    notes.push({
      code: 'datum-shift',
      values: {
        meters: Math.round(shift.medianMeters),
        step: Math.round(shift.stepMeters),
        moved: Math.round(shift.movedMedianMeters),
        kilometers: Math.round(shift.alongKilometers),
      },
    })
  }
  return notes
}

function unique(notes: readonly Note[]): Note[] {
  const seen = new Set<string>()
  return notes.filter(({ code, values }) => {
    const key = `${code} ${JSON.stringify(values)}`
    return !seen.has(key) && seen.add(key)
  })
}
