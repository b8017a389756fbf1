import { isOnKioskShelf } from '../../state/shelf.ts'

/**
 * A kiosk that starts over leaves nothing of the last visitor: its own shelf is emptied, whatever else was stored
 * meanwhile is taken back, and the page is loaded anew at the link the kiosk was started with, which empties every
 * store in memory. What was kept in this browser before the kiosk lies on another shelf (`web/state/shelf.ts`).
 */
const startKey = 'atlas-kiosk-start'
const storedKey = 'atlas-kiosk-stored'

type Stored = Record<string, string>

/**
 * Remembers how the kiosk was started, once: a later load is one that starts over. A kiosk that was switched off while
 * a visitor had it begins by throwing away what is left of that visit; true: something was.
 */
export async function rememberStart(): Promise<boolean> {
  if (sessionStorage.getItem(startKey) !== null) return false
  sessionStorage.setItem(startKey, window.location.hash)
  const wasLeft = await emptyShelf()
  sessionStorage.setItem(storedKey, JSON.stringify({ ...localStorage } satisfies Stored))
  return wasLeft
}

export async function startOver(): Promise<void> {
  await emptyShelf()
  const start = sessionStorage.getItem(startKey)
  const stored = sessionStorage.getItem(storedKey)
  if (stored !== null) {
    // What the pack remembers of itself is the operator's, not a visitor's.
    const pack = localStorage.getItem('atlas-pack')
    localStorage.clear()
    for (const [name, value] of Object.entries(JSON.parse(stored) as Stored)) localStorage.setItem(name, value)
    if (pack !== null) localStorage.setItem('atlas-pack', pack)
  }
  sessionStorage.clear()
  if (start !== null) {
    sessionStorage.setItem(startKey, start)
    if (stored !== null) sessionStorage.setItem(storedKey, stored)
    window.history.replaceState(null, '', start)
  }
  window.location.reload()
}

/** Back at the desk, with what was kept there; nothing of the kiosk stays. */
export async function leaveKiosk(hash: string): Promise<void> {
  await emptyShelf()
  sessionStorage.removeItem(startKey)
  sessionStorage.removeItem(storedKey)
  window.history.replaceState(null, '', hash)
  window.location.reload()
}

/** True: there was something. */
async function emptyShelf(): Promise<boolean> {
  const items = Object.keys(localStorage).filter(isOnKioskShelf)
  for (const name of items) localStorage.removeItem(name)
  const databases = await indexedDB.databases().catch(() => [])
  const emptied = await Promise.all(
    databases.flatMap(({ name }) => (name !== undefined && isOnKioskShelf(name) ? [emptyDatabase(name)] : [])),
  )
  return items.length > 0 || emptied.includes(true)
}

/**
 * Emptied and not deleted: the page still has it open, which would hold a deletion back until after the next load.
 * Resolves with whether anything was in it.
 */
function emptyDatabase(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const opening = indexedDB.open(name)
    opening.addEventListener('error', () => resolve(false))
    opening.addEventListener('success', () => {
      const database = opening.result
      const stores = [...database.objectStoreNames]
      const end = (hadSome: boolean) => {
        database.close()
        resolve(hadSome)
      }
      if (stores.length === 0) return end(false)
      const emptying = database.transaction(stores, 'readwrite')
      let count = 0
      for (const store of stores.map((one) => emptying.objectStore(one))) {
        const counting = store.count()
        counting.addEventListener('success', () => (count += counting.result))
        store.clear()
      }
      emptying.addEventListener('complete', () => end(count > 0))
      emptying.addEventListener('abort', () => end(false))
    })
  })
}
