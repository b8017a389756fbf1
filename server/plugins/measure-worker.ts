/** The thread that `measurer.ts` starts: reads a shape, measures it, answers. */
import { parentPort } from 'node:worker_threads'
import { measureGeoJson } from '../analysis/measure-geojson.ts'
import { readGeoJson } from '../analysis/read-geojson.ts'
import type { WorkerMessage } from './measurer.ts'

parentPort?.on('message', (geojson: unknown) => {
  const read = readGeoJson(geojson)
  const answer: WorkerMessage = 'problem' in read ? read : { answer: measureGeoJson(read.geometries) }
  parentPort?.postMessage(answer)
})

parentPort?.postMessage('ready' satisfies WorkerMessage)
