import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readSeeds } from '../../server/catalog/read-seeds.ts'
import type { Figure, Note } from '../../server/domain/provenance.ts'
import type { Extent, Placement } from '../../server/domain/seeds.ts'

const seeds = readSeeds(fileURLToPath(new URL('../../seeds', import.meta.url)))

interface Told {
  id: string
  notes: readonly Note[]
  figures: readonly Figure[]
  placement?: Placement | null
  extent?: Extent | null
}

function untranslated(features: readonly Told[]): string[] {
  return features.flatMap(({ id, notes, figures, placement, extent }) => [
    ...notes.flatMap((note) => (note.text_zh && note.text_ja && note.text_ko ? [] : [`${id}: ${note.text_en}`])),
    ...figures.flatMap((figure) =>
      figure.about_en && !(figure.about_zh && figure.about_ja && figure.about_ko) ? [`${id}: ${figure.about_en}`] : [],
    ),
    ...[placement, extent].flatMap((found) =>
      found && !(found.method_zh && found.method_ja && found.method_ko) ? [`${id}: ${found.method_en}`] : [],
    ),
  ])
}

test.each([
  'parks.json',
  'later-parks.json',
  'zones.json',
  'zone-sea.json',
  'transport/ports.json',
  'transport/airports.json',
  'transport/interchanges.json',
  'transport/stations.json',
  'transport/border-gates.json',
] as const)('all that seeds/%s tells is there in five languages', (file) => {
  expect(untranslated(seeds[file])).toEqual([])
})

test('why a speed is assumed is said in five languages', () => {
  const missing = seeds['transport/driving.json'].filter(
    (entry) => 'basis_en' in entry && !(entry.basis_zh && entry.basis_ja && entry.basis_ko),
  )
  expect(missing.map(({ id }) => id)).toEqual([])
})
