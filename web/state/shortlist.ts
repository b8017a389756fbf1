import { create } from 'zustand'
import { onShelf } from './shelf.ts'

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
  /** The last one taken off, with its note, so that it can be put back; lasts as long as the page. */
  removed: ShortlistEntry | null
}

const place = onShelf('thanh-hoa-atlas/shortlist')
export const longestNote = 500

export const useShortlist = create<Shortlist>(() => ({ entries: readKept(), isKept: true, removed: null }))

export function shortlist(id: string, on: boolean): void {
  const { entries, removed } = useShortlist.getState()
  const known = entries.find((entry) => entry.id === id) ?? (removed?.id === id ? removed : undefined)
  change((before) => {
    const others = before.filter((entry) => entry.id !== id)
    return on ? [...others, known ?? { id, note: '' }] : others
  })
  useShortlist.setState({ removed: on ? (removed?.id === id ? null : removed) : (known ?? null) })
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
  useShortlist.setState({ entries: [], removed: null })
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
