import { create } from 'zustand'

/**
 * The reader's own shortlist with private notes. It lives in this browser only: never in a link, never on a server.
 */
export interface ShortlistEntry {
  id: string
  note: string
}

interface Shortlist {
  entries: readonly ShortlistEntry[]
  /** Private windows may refuse to keep anything; the list then lasts as long as the page. */
  isKept: boolean
}

const place = 'thanh-hoa-atlas/shortlist'
export const longestNote = 500

export const useShortlist = create<Shortlist>(() => ({ entries: readKept(), isKept: true }))

export function shortlist(id: string, on: boolean): void {
  change((entries) => {
    const others = entries.filter((entry) => entry.id !== id)
    return on ? [...others, entries.find((entry) => entry.id === id) ?? { id, note: '' }] : others
  })
}

export function annotate(id: string, note: string): void {
  change((entries) => entries.map((entry) => (entry.id === id ? { id, note: note.slice(0, longestNote) } : entry)))
}

/** Puts a list back as it was, as after an undo. */
export function replaceShortlist(entries: readonly ShortlistEntry[]): void {
  change(() => entries)
}

/** Leaves nothing behind, not even an empty list. */
export function forgetShortlist(): void {
  useShortlist.setState({ entries: [] })
  try {
    localStorage.removeItem(place)
  } catch {
    // Nothing was kept, so nothing is left.
  }
}

function change(next: (entries: readonly ShortlistEntry[]) => readonly ShortlistEntry[]): void {
  const entries = next(useShortlist.getState().entries)
  let isKept = true
  try {
    localStorage.setItem(place, JSON.stringify(entries))
  } catch {
    isKept = false
  }
  useShortlist.setState({ entries, isKept })
}

function readKept(): ShortlistEntry[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]')
    return Array.isArray(kept) ? kept.flatMap((entry: unknown) => toEntry(entry) ?? []) : []
  } catch {
    return []
  }
}

function toEntry(entry: unknown): ShortlistEntry | null {
  if (typeof entry !== 'object' || entry === null || !('id' in entry) || typeof entry.id !== 'string') return null
  if (!/^[a-z0-9-]{1,80}$/.test(entry.id)) return null
  return {
    id: entry.id,
    note: 'note' in entry && typeof entry.note === 'string' ? entry.note.slice(0, longestNote) : '',
  }
}
