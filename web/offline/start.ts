/**
 * Makes the atlas usable without a network, once the first view has been drawn and answers.
 *
 * The service worker fetches the page; then what every reader needs is kept, two requests at a time. Readers who asked
 * their browser to save data get the page alone.
 */
import { address, fetchOfflineContents } from '../api/client.ts'
import { isPack } from '../api/pack.ts'
import { askWorker } from './ask-worker.ts'
import { answerForThisWindow } from './audience.ts'
import { keep, listPaths } from './keep.ts'
import { useOffline } from './offline-store.ts'

const hourMilliseconds = 3_600_000

if (import.meta.env.PROD && window.top === window && !isPack) void start()

async function start(): Promise<void> {
  if (!('serviceWorker' in navigator)) {
    useOffline.setState({ worker: 'unsupported' })
    return
  }
  await firstIdle()
  // Where a browser is told to let no worker in, nothing is registered and nothing complains.
  let registration: ServiceWorkerRegistration | undefined
  try {
    registration = await navigator.serviceWorker.register(`${address}/sw.js`, { updateViaCache: 'none' })
  } catch {
    registration = undefined
  }
  if (!registration) {
    useOffline.setState({ worker: 'refused' })
    return
  }
  useOffline.setState({ worker: registration.active ? 'ready' : 'installing' })
  answerForThisWindow()
  watchForUpdates(registration)
  const { active } = await navigator.serviceWorker.ready
  if (!active) return
  useOffline.setState({ worker: 'ready' })
  await keepBase(active)
}

async function firstIdle(): Promise<void> {
  const rested = () => document.querySelector('[data-map-state="idle"], .map-absent') !== null
  while (!rested()) await new Promise((wake) => setTimeout(wake, 400))
}

let offers: Promise<void> | undefined

function watchForUpdates(registration: ServiceWorkerRegistration): void {
  const offer = () => {
    // Without a controller this is the first visit: nothing older is on the screen.
    if (!registration.waiting || !navigator.serviceWorker.controller) return
    useOffline.setState({ waiting: registration.waiting })
    offers ??= import('./offer-update.tsx').then(({ offerUpdates }) => offerUpdates())
  }
  offer()
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', offer)
  })
  setInterval(() => void registration.update().catch(() => undefined), hourMilliseconds)
}

async function keepBase(worker: ServiceWorker): Promise<void> {
  const saving = (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true
  if (saving) return
  try {
    const { keptCache } = await askWorker(worker, 'describe')
    const { base } = await fetchOfflineContents()
    await keep(['/offline/contents', ...listPaths(base)], { cacheName: keptCache, atOnce: 2 })
    useOffline.setState({ baseKept: true })
    document.documentElement.dataset['offline'] = 'ready'
  } catch {
    // No network, or no room: the next visit goes on from here.
  }
}
