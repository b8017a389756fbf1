import { expect, test } from 'vitest'
import { deriveAnswer, wholeCollection } from './derive-answer.ts'

const parks = {
  type: 'FeatureCollection',
  numberMatched: 3,
  numberReturned: 3,
  links: [{ rel: 'self' }],
  features: ['le-mon', 'bim-son', 'hoang-long'].map((id) => ({ type: 'Feature', id, properties: { id } })),
}
const readKept = async (path: string) => (path === wholeCollection('parks') ? parks : null)

test('a feature is found in its collection', async () => {
  expect(await deriveAnswer('/collections/parks/items/bim-son?f=geojson', readKept)).toEqual({
    status: 200,
    document: { type: 'Feature', id: 'bim-son', properties: { id: 'bim-son' }, links: [] },
  })
})

test('a feature that its collection does not have is a 404 that names it', async () => {
  const answer = await deriveAnswer('/collections/parks/items/no-such-park?f=geojson', readKept)
  expect(answer).toEqual({
    status: 404,
    document: { status: 404, detail: 'There is no feature "no-such-park" in parks.' },
  })
})

test('a page is the beginning of its collection and says how many there are', async () => {
  const answer = await deriveAnswer('/collections/parks/items?f=geojson&limit=2', readKept)
  expect(answer?.document).toMatchObject({ numberMatched: 3, numberReturned: 2, features: parks.features.slice(0, 2) })
})

test('a later page goes on where the one before ended', async () => {
  const answer = await deriveAnswer('/collections/parks/items?f=geojson&limit=2&offset=2', readKept)
  expect(answer?.document).toMatchObject({ numberMatched: 3, numberReturned: 1, features: parks.features.slice(2) })
})

test('what is filtered, in another reference system or not kept follows from nothing', async () => {
  for (const path of [
    '/collections/parks/items?f=geojson&bbox=105,19,106,20',
    '/collections/parks/items/bim-son?crs=http://www.opengis.net/def/crs/EPSG/0/5897',
    '/collections/zones/items/nghi-son?f=geojson',
    '/collections/parks',
    '/plan',
  ])
    expect(await deriveAnswer(path, readKept), path).toBeNull()
})
