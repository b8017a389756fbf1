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

test('what investors read of the plan beside a park, a port, an airport, an interchange or a zone is said in five languages', () => {
  const read = /^(later-park|park|port|airport|interchange|zone):/
  const disagreements = seeds['plan/disagreements.json'].filter(({ about }) => about.some((one) => read.test(one)))
  const named = new Set(
    [...seeds['parks.json'], ...seeds['zones.json'], ...seeds['transport/ports.json']].flatMap(
      ({ clauses }) => clauses,
    ),
  )
  const clauses = seeds['plan/clauses.json'].filter(({ id }) => named.has(id))
  const missing = [
    ...disagreements.flatMap((one) => [
      ...(one.topic_zh && one.topic_ja && one.topic_ko ? [] : [one.topic_en]),
      ...(one.handling_zh && one.handling_ja && one.handling_ko ? [] : [one.handling_en]),
      ...one.statements.flatMap((said) => (said.text_zh && said.text_ja && said.text_ko ? [] : [said.text_en])),
    ]),
    ...clauses.flatMap((one) => (one.title_zh && one.title_ja && one.title_ko ? [] : [one.title_en])),
  ]
  expect(missing).toEqual([])
})
