/**
 * What people typed in from documents, read once and held to its schema.
 *
 * A file that does not fit is refused with a sentence that names the file, the entry, the field and
 * what stood there.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Compile } from 'typebox/compile'
import { findSchemaProblems } from './schema-problems.ts'
import { seedFiles, type SeedEntryOf, type SeedFile } from '../domain/seeds.ts'

export type Seeds = { [File in SeedFile]: SeedEntryOf<File>[] }

export const seedFileNames = Object.keys(seedFiles) as SeedFile[]

/** All seeds of a folder. Throws with every problem, one a line. */
export function readSeeds(folder: string): Seeds {
  const { seeds, problems } = readSeedsWithProblems(folder)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return seeds
}

/** The entries that fit, and sentences about those that do not. */
export function readSeedsWithProblems(folder: string): { seeds: Seeds; problems: string[] } {
  const problems: string[] = []
  const read = <File extends SeedFile>(file: File): SeedEntryOf<File>[] => {
    const entries = readEntries(folder, file, problems)
    return entries.filter((entry, index): entry is SeedEntryOf<File> => {
      const found = findEntryProblems(file, index, entry)
      problems.push(...found)
      return found.length === 0
    })
  }
  return {
    problems,
    seeds: {
      'sources.json': read('sources.json'),
      'plan/figures.json': read('plan/figures.json'),
      'plan/pillars.json': read('plan/pillars.json'),
      'plan/clauses.json': read('plan/clauses.json'),
      'plan/disagreements.json': read('plan/disagreements.json'),
      'centres.json': read('centres.json'),
      'zones.json': read('zones.json'),
      'zone-sea.json': read('zone-sea.json'),
      'parks.json': read('parks.json'),
      'later-parks.json': read('later-parks.json'),
      'corridors.json': read('corridors.json'),
      'links.json': read('links.json'),
      'projects.json': read('projects.json'),
      'heritage.json': read('heritage.json'),
      'waterworks.json': read('waterworks.json'),
      'fishing-ports.json': read('fishing-ports.json'),
      'transport/roads.json': read('transport/roads.json'),
      'transport/interchanges.json': read('transport/interchanges.json'),
      'transport/railways.json': read('transport/railways.json'),
      'transport/stations.json': read('transport/stations.json'),
      'transport/ports.json': read('transport/ports.json'),
      'transport/airports.json': read('transport/airports.json'),
      'transport/runways.json': read('transport/runways.json'),
      'transport/border-gates.json': read('transport/border-gates.json'),
      'transport/driving.json': read('transport/driving.json'),
      'gazetteer/districts.json': read('gazetteer/districts.json'),
      'gazetteer/communes.json': read('gazetteer/communes.json'),
      'gazetteer/units.json': read('gazetteer/units.json'),
      'gazetteer/neighbour-communes.json': read('gazetteer/neighbour-communes.json'),
      'gazetteer/places.json': read('gazetteer/places.json'),
      'distances.json': read('distances.json'),
      'distance-places.json': read('distance-places.json'),
    },
  }
}

function readEntries(folder: string, file: SeedFile, problems: string[]): unknown[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(readFileSync(join(folder, file), 'utf8'))
  } catch (error) {
    problems.push(
      `${file}: must be a readable JSON file, got ${error instanceof Error ? error.message : String(error)}`,
    )
    return []
  }
  if (Array.isArray(parsed)) return parsed
  problems.push(`${file}: must be a list of entries, got ${typeof parsed}`)
  return []
}

const checkers = new Map<SeedFile, ReturnType<typeof compileFile>>()

function compileFile(file: SeedFile) {
  return Compile(seedFiles[file])
}

function findEntryProblems(file: SeedFile, index: number, entry: unknown): string[] {
  const checker = checkers.get(file) ?? compileFile(file)
  checkers.set(file, checker)
  const id = idOf(entry)
  return findSchemaProblems(checker, entry).map(({ path, message, got }) => {
    const shown = (JSON.stringify(got) ?? 'nothing').slice(0, 120)
    return `${file}: entries/${index}${id ? ` (${id})` : ''} ${path} ${message}, got ${shown}`
  })
}

function idOf(entry: unknown): string | null {
  return typeof entry === 'object' && entry !== null && 'id' in entry && typeof entry.id === 'string' ? entry.id : null
}
