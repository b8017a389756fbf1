import { createStore, del, entries, set, type UseStore } from 'idb-keyval'
import type { MultiPolygon, Polygon } from 'geojson'
import { create } from 'zustand'
import type { CollectionId } from '../../server/domain/collections.ts'
import { rememberOwnData } from './own-data.ts'
import { onShelf } from './shelf.ts'

/**
 * Outlines of the reader's own that stand in for drawn shapes of the plan: kept in this browser, in no link.
 * From then on map, card and drawn area follow them; what documents state stays what it is.
 */
export interface Replacement {
  collection: CollectionId
  id: string
  geometry: Polygon | MultiPolygon
  /** Measured on the ellipsoid, and on the plane of EPSG:5897. */
  areaHectares: number
  gridAreaHectares: number
  fileName: string
  /** Of the feature of the plan, and of the one in the file. */
  replacedName: string
  featureName: string
  /** ISO dates: when the file was imported, when its outline took the shape's place. */
  importedAt: string
  replacedAt: string
}

interface Replacements {
  replacements: readonly Replacement[]
  /** Whether coverage counts with them: the page's own worker does, the server knows nothing of them. */
  areCounted: boolean
}

export const useReplacements = create<Replacements>(() => ({ replacements: [], areCounted: false }))

/** More positions than any boundary on this map needs; the page holds each outline as it is. */
export const mostOutlinePositions = 20_000

export function findReplacement(
  replacements: readonly Replacement[],
  collection: string | null,
  id: string | undefined,
): Replacement | undefined {
  return replacements.find((one) => one.collection === collection && one.id === id)
}

export function replaceShape(replacement: Replacement): void {
  useReplacements.setState(({ replacements }) => ({
    replacements: [...without(replacements, replacement), replacement],
  }))
  set(keyOf(replacement), replacement, database()).catch(() => undefined)
  remember()
}

export function putBack(replacement: Replacement): void {
  useReplacements.setState(({ replacements }) => ({ replacements: without(replacements, replacement) }))
  del(keyOf(replacement), database()).catch(() => undefined)
  remember()
}

let restoring: Promise<void> | undefined

/** Brings back what an earlier visit put in place, once. */
export function restoreReplacements(): Promise<void> {
  restoring ??= entries<string, Replacement>(database()).then(
    (kept) => {
      useReplacements.setState({ replacements: kept.map(([, replacement]) => replacement) })
      remember()
    },
    () => undefined,
  )
  return restoring
}

function without(replacements: readonly Replacement[], { collection, id }: Replacement): Replacement[] {
  return replacements.filter((one) => one.collection !== collection || one.id !== id)
}

function keyOf({ collection, id }: Replacement): string {
  return `${collection}/${id}`
}

let opened: UseStore | undefined

function database(): UseStore {
  opened ??= createStore(onShelf('thanh-hoa-atlas-replaced'), 'outlines')
  return opened
}

function remember(): void {
  rememberOwnData('replaced', useReplacements.getState().replacements.length)
}
