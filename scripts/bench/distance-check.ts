/**
 * How good are the computed distances by road?
 *
 * The published ones of `seeds/distances.json` beside what the network of the atlas says, on the data it serves.
 * Once more without the lengths of roads that documents publish: then only the drawn lines and the assumed
 * winding speak, and all published distances count.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { accessCollections, prepareAccess, type AccessFeatures } from '../../server/analysis/access.ts'
import { toAccessPlace } from '../../server/analysis/access-place.ts'
import { distanceCheck as check } from '../../server/analysis/distance-check.ts'
import { readSeeds } from '../../server/catalog/read-seeds.ts'
import type { DistanceCheck } from '../../server/domain/access.ts'
import { collectionIds, collections, type CollectionId, type CollectionOf } from '../../server/domain/collections.ts'
import { judge, type Answer } from './answer.ts'

export interface DistanceAnswers {
  answers: Answer[]
  /** Row by row, for people to read. */
  table: string
}

export function checkDistances(dataFolder: string, seedsFolder: string): DistanceAnswers {
  const read = <Id extends CollectionId>(id: Id) =>
    (JSON.parse(readFileSync(join(dataFolder, `${id}.geojson`), 'utf8')) as CollectionOf<Id>).features
  const seeds = readSeeds(seedsFolder)
  const features = Object.fromEntries(accessCollections.map((id) => [id, read(id)])) as unknown as AccessFeatures
  const placeOf = (key: string) => {
    const [kind = '', id = ''] = key.split(':')
    const collection = collectionIds.find((one) => collections[one].singular === kind)
    const feature = collection && read(collection).find((one) => one.id === id)
    return feature ? toAccessPlace(kind, feature) : null
  }
  const checkWith = (driving: (typeof seeds)[typeof drivingFile]) =>
    check(
      prepareAccess(features, driving),
      {
        distances: seeds['distances.json'],
        places: seeds['distance-places.json'],
        driving,
        originsById: new Map(seeds['sources.json'].map((origin) => [origin.id, origin])),
      },
      placeOf,
    )
  const whole = checkWith(seeds[drivingFile])
  const shapesAlone = checkWith(seeds[drivingFile].filter(({ kind }) => kind !== 'length'))
  return { answers: [...summaryOf(whole, ''), ...summaryOf(shapesAlone, ', from shapes alone')], table: tableOf(whole) }
}

const drivingFile = 'transport/driving.json'

function summaryOf({ summary }: DistanceCheck, how: string): Answer[] {
  const isPromised = how === ''
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`
  const { counted, medianError, p90Error, insideShare, medianHalfWidth } = summary
  return [
    judge(
      `error of ${counted} road distances, median${how}`,
      medianError ?? NaN,
      isPromised ? { atMost: 0.1 } : null,
      percent,
    ),
    judge(`  of nine tenths${how}`, p90Error ?? NaN, null, percent),
    judge(`  published inside our range${how}`, insideShare ?? NaN, isPromised ? { atLeast: 0.8 } : null, percent),
    judge(`  half our range, median${how}`, medianHalfWidth ?? NaN, null, percent),
  ]
}

function tableOf({ rows }: DistanceCheck): string {
  return rows
    .map(({ id, publishedKilometers, computedKilometers: computed, relativeError, isInside, counts, reason }) => {
      const range = computed ? `${show(computed.value)} (${show(computed.low)}–${show(computed.high)})` : '–'
      const error = relativeError === null ? '' : `${relativeError > 0 ? '+' : ''}${(relativeError * 100).toFixed(0)} %`
      const verdict = counts ? (isInside ? 'inside' : 'OUTSIDE') : (reason?.text_en ?? '')
      return `${id.padEnd(58)} ${show(publishedKilometers).padStart(6)} ${range.padStart(20)} ${error.padStart(7)}  ${verdict}`
    })
    .join('\n')
}

function show(kilometers: number): string {
  return kilometers.toFixed(1)
}
