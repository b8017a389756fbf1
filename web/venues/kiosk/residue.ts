/**
 * A kiosk that starts over leaves nothing of the last visitor: what was stored meanwhile is taken back, and the page is
 * loaded anew at the link the kiosk was started with, which empties every store in memory.
 */
const startKey = 'atlas-kiosk-start'
const storedKey = 'atlas-kiosk-stored'
const databasesKey = 'atlas-kiosk-databases'

type Stored = Record<string, string>

/** Remembers how the kiosk was started, once: a later load is one that starts over. */
export function rememberStart(): void {
  if (sessionStorage.getItem(startKey) !== null) return
  sessionStorage.setItem(startKey, window.location.hash)
  sessionStorage.setItem(storedKey, JSON.stringify({ ...localStorage } satisfies Stored))
  void listDatabases().then((names) => sessionStorage.setItem(databasesKey, JSON.stringify(names)))
}

async function listDatabases(): Promise<string[]> {
  const found = await indexedDB.databases()
  return found.flatMap(({ name }) => (name === undefined ? [] : [name]))
}

export async function startOver(): Promise<void> {
  const databases = JSON.parse(sessionStorage.getItem(databasesKey) ?? '[]') as string[]
  for (const name of await listDatabases().catch(() => []))
    if (!databases.includes(name)) indexedDB.deleteDatabase(name)
  const start = sessionStorage.getItem(startKey)
  const stored = JSON.parse(sessionStorage.getItem(storedKey) ?? '{}') as Stored
  // What the pack remembers of itself is the operator's, not a visitor's.
  const pack = localStorage.getItem('atlas-pack')
  localStorage.clear()
  for (const [name, value] of Object.entries(stored)) localStorage.setItem(name, value)
  if (pack !== null) localStorage.setItem('atlas-pack', pack)
  sessionStorage.clear()
  if (start !== null) {
    sessionStorage.setItem(startKey, start)
    sessionStorage.setItem(storedKey, JSON.stringify(stored))
    sessionStorage.setItem(databasesKey, JSON.stringify(databases))
    window.history.replaceState(null, '', start)
  }
  window.location.reload()
}

export function forgetStart(): void {
  sessionStorage.removeItem(startKey)
  sessionStorage.removeItem(storedKey)
  sessionStorage.removeItem(databasesKey)
}
