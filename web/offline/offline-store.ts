import { create } from 'zustand'

/** What the page knows of its service worker. */
interface Offline {
  /** Null until it is known; `unsupported` where the browser has none or the address is neither https nor localhost. */
  worker: 'unsupported' | 'refused' | 'installing' | 'ready' | null
  /** A newer version that is fetched and waits. */
  waiting: ServiceWorker | null
  /** Whether everything of the base set is kept, so that a reload works without a network. */
  baseKept: boolean
}

export const useOffline = create<Offline>(() => ({ worker: null, waiting: null, baseKept: false }))
