/**
 * Under which name something is kept in this browser. A kiosk has a shelf of its own: what whoever set it up had kept
 * before (drawings, shortlist, stories …) is neither shown to visitors nor touched, and is there again at the desk.
 *
 * Decided once, when the page is loaded: what is open does not change its shelf.
 */
const prefix = 'kiosk/'

export const isKioskShelf = /[#&]ui=kiosk(?:&|$)/.test(globalThis.location?.hash ?? '')

export function onShelf(name: string): string {
  return isKioskShelf ? prefix + name : name
}

/** Whether a visitor of the kiosk left this. */
export function isOnKioskShelf(name: string): boolean {
  return name.startsWith(prefix)
}
