import { expect, test } from 'vitest'
import { feature, fixtureCatalog, fixtureFeatures } from '../testing/fixture-catalog.ts'
import { findUnplaced } from './unplaced.ts'

test('only what has no position is listed, with the note that says why and who says so', () => {
  expect(findUnplaced(fixtureCatalog().collections.values())).toEqual([
    {
      collection: 'zones',
      id: 'gate-zone',
      name_vi: 'Tên gate-zone',
      name_en: 'Name gate-zone',
      kind: 'zone',
      status: 'planned',
      clauses: ['II.2.1'],
      reason: { text_vi: 'Chưa ai công bố ranh giới.', text_en: 'Nobody has published an outline.' },
      originId: 'press',
    },
  ])
})

test('without a note the remark is our own', () => {
  const [port] = fixtureFeatures.ports
  if (!port) throw new Error('the fixtures have ports')
  const catalog = fixtureCatalog({ zones: [], ports: [feature<'ports'>(null, port.properties)] })
  expect(findUnplaced(catalog.collections.values())).toMatchObject([
    { collection: 'ports', originId: null, reason: { text_vi: 'Chưa tìm thấy văn bản nào nói vị trí.' } },
  ])
})
