/**
 * The service worker: the atlas without a network.
 *
 * Page, tiles and answers come from the caches first. That is safe because page and data are versioned together:
 * whenever the page, the data or the server's code changes, `sw.js` changes, a new worker fetches the new page and
 * waits, and what is kept for the old data is dropped when a reader takes the new version, never before. Nothing old
 * is ever shown beside something new.
 */
import { PrecacheController } from 'workbox-precaching/PrecacheController.js'
import { classifyRequest, type RequestKind } from './classify-request.ts'
import { deriveAnswer } from './derive-answer.ts'
import type { Answers, Count, Question } from './messages.ts'

declare const self: ServiceWorkerGlobalScope
/** Filled in by `scripts/service-worker.ts`. */
declare const atlasFiles: { url: string; revision: string | null }[]
declare const atlasDataVersion: string
declare const atlasLetterFiles: Record<string, string[]>

const keptCache = `atlas-kept-${atlasDataVersion}`
const seenCache = `atlas-seen-${atlasDataVersion}`
/** Answers seen in passing; the oldest make room. Whatever a pack needs is kept elsewhere. */
const mostSeen = 1500

const page = new PrecacheController({ cacheName: 'atlas-page' })
page.addToCacheList(atlasFiles)

/** The map looks ten zoom levels up at most, from the last one that has tiles. */
const coarsestZoom = 4

let blocked = false
let answered = 0
const missed = new Set<string>()

self.addEventListener('install', (event) => void page.install(event))

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      await page.activate(event)
      const names = await caches.keys()
      const old = names.filter((name) => /^atlas-(?:kept|seen)-/.test(name) && name !== keptCache && name !== seenCache)
      await Promise.all(old.map((name) => caches.delete(name)))
      await self.clients.claim()
    })(),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.url.startsWith('data:') || request.url.startsWith('blob:')) return
  const kind = classifyRequest(request, self.registration.scope, (url) => page.getCacheKeyForURL(url) !== undefined)
  if (blocked) event.respondWith(answerFromCaches(request, kind))
  else if (kind !== 'other') event.respondWith(answer(event, kind))
  else if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => absentPage()))
})

async function find(request: Request, kind: RequestKind): Promise<Response | undefined> {
  if (kind === 'other') return undefined
  if (kind === 'page') return page.matchPrecache('index.html')
  const options = { ignoreVary: true }
  return (
    (kind === 'file' ? await page.matchPrecache(withoutFragment(request.url)) : undefined) ??
    (await (await caches.open(keptCache)).match(request, options)) ??
    (await (await caches.open(seenCache)).match(request, options)) ??
    (kind === 'answer' ? await derive(request.url) : undefined)
  )
}

async function derive(url: string): Promise<Response | undefined> {
  const base = self.registration.scope.replace(/\/$/, '')
  const derived = await deriveAnswer(url.slice(base.length), async (path) => {
    const whole = await (await caches.open(keptCache)).match(base + path, { ignoreVary: true })
    return whole?.json() as Promise<unknown>
  })
  return derived ? Response.json(derived.document, { status: derived.status }) : undefined
}

async function answer(event: FetchEvent, kind: RequestKind): Promise<Response> {
  const { request } = event
  const found = await find(request, kind)
  if (found) return found
  let response: Response
  try {
    response = await fetch(request)
  } catch (error) {
    // Where a tile is missing (404) the map shows a coarser one around it; that not even the coarsest was kept is a
    // fault, and told to the reader.
    const zoom = kind === 'tile' ? Number(/\/(\d+)\/\d+\/\d+$/.exec(request.url)?.[1]) : 0
    if (zoom > coarsestZoom)
      return new Response(null, { status: 404, statusText: 'Not kept for use without a network' })
    throw error
  }
  if (isWorthKeeping(response)) event.waitUntil(keep(request, response.clone()))
  return response
}

/** A full disk keeps nobody from reading on. */
async function keep(request: Request, response: Response): Promise<void> {
  try {
    const cache = await caches.open(seenCache)
    await cache.put(request, response)
    const keys = await cache.keys()
    if (keys.length > mostSeen) await Promise.all(keys.slice(0, mostSeen / 10).map((key) => cache.delete(key)))
  } catch {
    // Not kept: the next one to ask goes to the network again.
  }
}

function isWorthKeeping(response: Response): boolean {
  return (
    (response.status === 200 || response.status === 204) &&
    !/no-store/.test(response.headers.get('cache-control') ?? '')
  )
}

/** While a pack proves itself. What is not kept fails as it would without a network, and is counted. */
async function answerFromCaches(request: Request, kind: RequestKind): Promise<Response> {
  const found = await find(request, kind)
  if (found) {
    answered++
    return found
  }
  const { pathname, search } = new URL(request.url)
  missed.add(`${request.method === 'GET' ? '' : `${request.method} `}${pathname}${search}`)
  return Response.error()
}

self.addEventListener('message', (event: ExtendableMessageEvent) => {
  event.waitUntil(reply(event.data as Question).then((told) => event.ports[0]?.postMessage(told)))
})

async function reply(question: Question): Promise<Answers[Question['type']]> {
  switch (question.type) {
    case 'take-over':
      await self.skipWaiting()
      return null
    case 'describe':
      return { dataVersion: atlasDataVersion, keptCache, letterFiles: atlasLetterFiles }
    case 'block':
      blocked = true
      answered = 0
      missed.clear()
      return null
    case 'count':
      return { blocked, answered, missed: [...missed] } satisfies Count
    case 'unblock':
      blocked = false
      return null
  }
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/, '')
}

/** For the documents beside the atlas, which are not kept. */
function absentPage(): Response {
  const html = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Không có mạng · No network</title><body style="font:1rem/1.5 sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem"><h1>Không có mạng</h1><p>Trang này chưa được lưu để dùng khi không có mạng. <a href="./">Mở bản đồ</a></p><h2 lang="en">No network</h2><p lang="en">This page is not kept for use without a network. <a href="./">Open the atlas</a></p>`
  return new Response(html.replaceAll('"./"', `"${self.registration.scope}"`), {
    status: 503,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  })
}
