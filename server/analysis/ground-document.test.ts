import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { CollectionId, CollectionOf, FeatureOf } from '../domain/collections.ts'
import { coverageAnswer } from './coverage-answer.ts'
import { areaCollections, pointCollections, prepareGround, type GroundCollections } from './coverage-ground.ts'
import { groundDocument, type GroundDocument } from './ground-document.ts'
import { loadOverlay } from './overlay.ts'

const read = <Id extends CollectionId>(id: Id): readonly FeatureOf<Id>[] =>
  (JSON.parse(readFileSync(new URL(`../../data/geojson/${id}.geojson`, import.meta.url), 'utf8')) as CollectionOf<Id>)
    .features

const sent = JSON.stringify(groundDocument(read))
const document = JSON.parse(sent) as GroundDocument

test('all 637 communes, 27 districts and six corridors are in the document', () => {
  expect([
    document.communes.features.length,
    document.districts.features.length,
    document.corridors.length,
    document.parks?.features.length,
  ]).toEqual([637, 27, 6, 11])
})

test('the document answers as the collections do it was made from, to the last digit', async () => {
  const { plane } = await loadOverlay()
  const ids = ['province', 'districts', 'communes', ...areaCollections, ...pointCollections] as const
  const whole = Object.fromEntries(ids.map((id) => [id, { features: read(id) }])) as unknown as GroundCollections
  const answer = (collections: GroundCollections) =>
    coverageAnswer(prepareGround(collections, plane), document.corridors, 7000)
  expect(answer(document)).toEqual(answer(whole))
})

test('it is a third of what the collections weigh', () => {
  expect(sent.length).toBeLessThan(700_000)
})
