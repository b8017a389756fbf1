import { onShelf } from './shelf.ts'

/**
 * Whether the reader has data of their own in this browser: a page without any need not fetch the scripts that
 * draw them. Where storage is forbidden nothing is kept anyway.
 */
const prefix = onShelf('atlas.own.')

export function rememberOwnData(what: 'imported' | 'replaced', count: number): void {
  try {
    if (count > 0) localStorage.setItem(prefix + what, String(count))
    else localStorage.removeItem(prefix + what)
  } catch {
    // Forbidden: the data live as long as the page.
  }
}

export function hasOwnData(): boolean {
  try {
    return localStorage.getItem(`${prefix}imported`) !== null || localStorage.getItem(`${prefix}replaced`) !== null
  } catch {
    return false
  }
}
