/**
 * What this browser remembers of its pack, so that an interrupted one is found again.
 */
import type { Proof } from './prove-pack.ts'

const key = 'atlas-pack'

export interface PackRecord {
  dataVersion: string
  lastZoom: number
  letters: readonly string[]
  done: number
  total: number
  /** The last proof, and when it was made. */
  proof: Proof | null
  provedAt: string | null
}

export function readPackRecord(): PackRecord | null {
  try {
    const record = JSON.parse(localStorage.getItem(key) ?? 'null') as PackRecord | null
    return record && typeof record.dataVersion === 'string' && Number.isFinite(record.total) ? record : null
  } catch {
    return null
  }
}

/** A browser that keeps nothing of this sort still makes the pack. */
export function writePackRecord(record: PackRecord | null): void {
  try {
    if (record) localStorage.setItem(key, JSON.stringify(record))
    else localStorage.removeItem(key)
  } catch {
    // Then an interrupted pack is begun again, and finds most files already there.
  }
}
