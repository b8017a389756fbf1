import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readSeeds } from '../../server/catalog/read-seeds.ts'

const seeds = readSeeds(fileURLToPath(new URL('../../seeds', import.meta.url)))

test('what is said of interchanges, stations and border gates is there in five languages', () => {
  const points = ['transport/interchanges.json', 'transport/stations.json', 'transport/border-gates.json'] as const
  const missing = points
    .flatMap((file) => seeds[file])
    .flatMap(({ id, notes, figures }) => [
      ...notes.flatMap((note) => (note.text_zh && note.text_ja && note.text_ko ? [] : [`${id}: ${note.text_en}`])),
      ...figures.flatMap((figure) =>
        !figure.about_en || (figure.about_zh && figure.about_ja && figure.about_ko)
          ? []
          : [`${id}: ${figure.about_en}`],
      ),
    ])
  expect(missing).toEqual([])
})

test('why a speed is assumed is said in five languages', () => {
  const missing = seeds['transport/driving.json'].filter(
    (entry) => 'basis_en' in entry && !(entry.basis_zh && entry.basis_ja && entry.basis_ko),
  )
  expect(missing.map(({ id }) => id)).toEqual([])
})
