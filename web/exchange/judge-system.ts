/**
 * In which system and order a layer's numbers are: decided when file and numbers agree, otherwise asked.
 *
 * What the file says counts as long as the numbers can be that. A GeoJSON that says nothing is WGS 84, by its
 * standard. Numbers that fit one system only need no question; the question offers first what is likeliest here.
 */
import type { Geometry, Position } from 'geojson'
import { families, readPairs, type Order, type Reading } from './plausible.ts'
import { FileProblem, type Note } from './problem.ts'
import { systemCodes, type DeclaredSystem, type RawLayer, type SystemCode } from './raw-layer.ts'

export type Judgement =
  | { kind: 'decided'; system: DeclaredSystem; order: Order; notes: Note[] }
  | {
      kind: 'asked'
      candidates: readonly SystemCode[]
      order: Order
      example: readonly [number, number]
      notes: Note[]
    }

const mostSamples = 4000

export function judgeSystem(layer: RawLayer, format: string): Judgement {
  const sample = samplePositions(layer)
  const reading = readPairs(sample)
  const order = reading?.order ?? 'east-north'
  const swapped: Note[] = order === 'north-east' ? [{ code: 'axes-swapped', values: {} }] : []
  const decide = (system: DeclaredSystem, ...notes: Note[]): Judgement => ({
    kind: 'decided',
    system,
    order,
    notes: [...swapped, ...notes],
  })
  const ask = (candidates: readonly SystemCode[], ...notes: Note[]): Judgement => ({
    kind: 'asked',
    candidates,
    order,
    example: sample[0] ?? [0, 0],
    notes: [...swapped, ...notes],
  })
  const byNumbers = (found: Reading | null, candidates: readonly SystemCode[], ...notes: Note[]): Judgement => {
    const [only, second] = candidates
    if (found && only && second === undefined) {
      return decide({ kind: 'code', code: only }, { code: 'system-from-numbers', values: { system: only } }, ...notes)
    }
    return ask(found ? candidates : systemCodes, ...notes)
  }

  const { system } = layer
  if (system === null) {
    const isDegrees = reading ? reading.family.name === 'degrees' : mayBeDegrees(sample)
    if (format === 'GeoJSON' && isDegrees) return decide({ kind: 'code', code: 'EPSG:4326' })
    if (reading || !isDegrees) return byNumbers(reading, reading?.family.systems ?? [])
    // Degrees far from here: a grid of metres would put them beside its own origin.
    return ask(['EPSG:4326', 'EPSG:4756'])
  }
  switch (system.kind) {
    case 'code': {
      if (reading && !reading.family.systems.includes(system.code)) {
        const contradiction: Note = { code: 'system-contradicted', values: { system: system.code } }
        return byNumbers(reading, reading.family.systems, contradiction)
      }
      if (!reading && !canBe(system.code, sample)) throw new FileProblem('off-earth', { system: system.code })
      return decide(system)
    }
    case 'vn2000-grid':
    case 'definition':
      return decide(system)
    case 'datum': {
      const fits = (code: SystemCode) =>
        system.datum === 'vn2000'
          ? code !== 'EPSG:4326' && code !== 'EPSG:3857'
          : code === 'EPSG:4326' || code === 'EPSG:3857'
      const candidates = reading?.family.systems.filter(fits) ?? []
      return candidates.length > 0 ? byNumbers(reading, candidates) : byNumbers(reading, reading?.family.systems ?? [])
    }
    case 'unknown': {
      const contradiction: Note = { code: 'system-contradicted', values: { system: system.name } }
      if (!reading) throw new FileProblem('unknown-system', { system: system.name })
      return byNumbers(reading, reading.family.systems, contradiction)
    }
  }
}

/** Degrees have their bounds; metres of a grid may be anywhere on it. */
function canBe(code: SystemCode, sample: readonly (readonly [number, number])[]): boolean {
  return !families.some(({ name, systems }) => name === 'degrees' && systems.includes(code)) || mayBeDegrees(sample)
}

function mayBeDegrees(sample: readonly (readonly [number, number])[]): boolean {
  const onEarth = sample.filter(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 180).length
  return onEarth * 2 > sample.length
}

function samplePositions({ features }: RawLayer): [number, number][] {
  const sample: [number, number][] = []
  const step = Math.max(1, Math.floor(features.length / mostSamples))
  for (let at = 0; at < features.length && sample.length < mostSamples; at += step) {
    const geometry = features[at]?.geometry
    if (geometry) addPositions(geometry, sample)
  }
  return sample
}

/** The first few of each shape: a long one must not speak for all. */
function addPositions(geometry: Geometry, sample: [number, number][]): void {
  if (geometry.type === 'GeometryCollection') {
    for (const part of geometry.geometries.slice(0, 4)) addPositions(part, sample)
    return
  }
  let positions: unknown = geometry.coordinates
  while (Array.isArray(positions) && Array.isArray(positions[0]) && Array.isArray(positions[0][0]))
    positions = positions[0]
  const list = (geometry.type === 'Point' ? [positions] : positions) as Position[]
  for (const [x, y] of list.slice(0, 8)) if (x !== undefined && y !== undefined) sample.push([x, y])
}
