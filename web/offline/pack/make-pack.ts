/** Fetches all that a show and the modes need into the cache of what is kept. */
import { fetchOfflineContents } from '../../api/client.ts'
import { askWorker } from '../ask-worker.ts'
import { keep, listPaths, type Progress } from '../keep.ts'

export interface PackWish {
  lastZoom: number
  /** Languages with letters of their own: zh, ja, ko. */
  letters: readonly string[]
}

export async function listPackPaths(worker: ServiceWorker, { lastZoom, letters }: PackWish): Promise<string[]> {
  const [{ base, pack }, { letterFiles }] = await Promise.all([fetchOfflineContents(), askWorker(worker, 'describe')])
  const paths = [
    '/offline/contents',
    ...listPaths(base, lastZoom),
    ...listPaths(pack, lastZoom),
    ...letters.flatMap((language) => letterFiles[language] ?? []).map((file) => `/${file}`),
  ]
  return [...new Set(paths)]
}

export async function makePack(
  worker: ServiceWorker,
  wish: PackWish,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  // The browser is asked not to clear this away when the disk gets short; it may say no.
  await navigator.storage?.persist?.().catch(() => false)
  const paths = await listPackPaths(worker, wish)
  const { keptCache } = await askWorker(worker, 'describe')
  await keep(paths, { cacheName: keptCache, atOnce: 8, signal, onProgress })
}

/** What the pack added goes; the atlas itself stays usable without a network. */
export async function discardPack(worker: ServiceWorker): Promise<void> {
  const [{ base }, { keptCache }] = await Promise.all([fetchOfflineContents(), askWorker(worker, 'describe')])
  const stays = new Set(['/offline/contents', ...listPaths(base)])
  const cache = await caches.open(keptCache)
  const { scope } = await navigator.serviceWorker.ready
  for (const request of await cache.keys())
    if (!stays.has(request.url.slice(scope.length - 1))) await cache.delete(request)
}
