/**
 * What a request of the page is for, as far as keeping answers goes.
 *
 * `page`: the atlas itself. `file`: a file of the built page. `tile`: a vector tile. `answer`: any other GET of our
 * server; it depends on nothing but its address and the version of the data. `other`: never kept, because it changes
 * something, belongs to another host, is meant for another program, or is asked for in order to know the state of the
 * network.
 */
export type RequestKind = 'page' | 'file' | 'tile' | 'answer' | 'other'

/** Addresses below the scope that must reach the server. */
const live = /^(?:sw\.js|healthz|readyz|embed|pack|pack\.zip|api|problems)(?:$|\/)/

/** By this header the packer reaches past the service worker: it fetches in order to keep. */
export const packerHeader = 'x-atlas-packer'

export interface AskedFor {
  url: string
  method: string
  mode: string
  headers: { has: (name: string) => boolean }
}

export function classifyRequest(asked: AskedFor, scope: string, isOwnFile: (url: string) => boolean): RequestKind {
  const { origin, pathname, search, searchParams } = new URL(asked.url)
  const root = new URL(scope)
  if (asked.method !== 'GET' || origin !== root.origin || !pathname.startsWith(root.pathname)) return 'other'
  if (asked.headers.has(packerHeader)) return 'other'
  const path = pathname.slice(root.pathname.length)
  if (asked.mode === 'navigate')
    return (path === '' || path === 'index.html') && !searchParams.has('f') ? 'page' : 'other'
  if (live.test(path) || searchParams.get('f') === 'html') return 'other'
  if (isOwnFile(origin + pathname) || /^(?:assets|icons)\//.test(path)) return 'file'
  if (search === '' && /^tiles\/WebMercatorQuad\/\d+\/\d+\/\d+$/.test(path)) return 'tile'
  return path === '' ? 'other' : 'answer'
}
