/**
 * Puts answers and tiles of our server into the cache of what is kept. What is there already is not fetched again,
 * so that an interrupted run goes on where it stopped.
 */
import type { Contents } from '../../server/domain/offline.ts'
import { address } from '../api/client.ts'
import { fetchPatiently } from '../api/fetch-patiently.ts'
import { packerHeader } from './classify-request.ts'

export interface Progress {
  done: number
  total: number
  /** Of what was fetched in this run, as the page reads it: unpacked. */
  bytes: number
}

export interface KeepOptions {
  cacheName: string
  /** How many requests at a time. */
  atOnce: number
  signal?: AbortSignal
  onProgress?: (progress: Progress) => void
}

/** Rejects with a `QuotaExceededError` when the disk is full, and with an `AbortError` when it is called off. */
export async function keep(paths: readonly string[], { cacheName, atOnce, signal, onProgress }: KeepOptions) {
  const cache = await caches.open(cacheName)
  const kept = new Set((await cache.keys()).map(({ url }) => url))
  const wanted = paths.map((path) => address + path).filter((url) => !kept.has(url))
  const progress: Progress = { done: paths.length - wanted.length, total: paths.length, bytes: 0 }
  onProgress?.({ ...progress })
  const failure = new AbortController()
  const stop = signal ? AbortSignal.any([signal, failure.signal]) : failure.signal

  const work = async () => {
    for (let url = wanted.shift(); url !== undefined; url = wanted.shift()) {
      stop.throwIfAborted()
      const response = await fetchPatiently(url, {
        headers: { accept: 'application/json, application/geo+json, */*;q=0.5', [packerHeader]: '1' },
        signal: stop,
      })
      if (!response.ok) throw new Error(`${response.status}: ${url.slice(address.length)}`)
      const body = response.status === 204 ? null : await response.blob()
      await cache.put(url, new Response(body, { status: response.status, headers: keptHeaders(response) }))
      progress.done++
      progress.bytes += body?.size ?? 0
      onProgress?.({ ...progress })
    }
  }
  // What is under way when one fails ends first: nothing is put, and no progress told, after the end was.
  const failures: unknown[] = []
  const end = (error: unknown) => {
    failures.push(error)
    failure.abort()
  }
  await Promise.all(Array.from({ length: atOnce }, () => work().catch(end)))
  if (failures.length > 0) throw failures[0]
}

/** Only what says how to read the body: encoding and length belong to the way it came. */
function keptHeaders(response: Response): Headers {
  const type = response.headers.get('content-type')
  const etag = response.headers.get('etag')
  return new Headers({ ...(type === null ? {} : { 'content-type': type }), ...(etag === null ? {} : { etag }) })
}

/** @param lastZoom tiles further in are left out. */
export function listPaths({ answers, tiles }: Contents, lastZoom = Number.POSITIVE_INFINITY): string[] {
  return [
    ...answers,
    ...tiles.flatMap(({ zoom, minColumn, maxColumn, minRow, maxRow }) =>
      zoom > lastZoom
        ? []
        : count(minRow, maxRow).flatMap((row) =>
            count(minColumn, maxColumn).map((column) => `/tiles/WebMercatorQuad/${zoom}/${row}/${column}`),
          ),
    ),
  ]
}

function count(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, step) => first + step)
}
