import { createStore, del, entries, set, type UseStore } from 'idb-keyval'
import { create } from 'zustand'
import type { PackedLayer } from '../compute/import-file.ts'
import { rememberOwnData } from './own-data.ts'
import { onShelf } from './shelf.ts'

/**
 * What the reader has imported: kept in this browser (IndexedDB), never sent anywhere, and so in no link.
 */
export interface ImportedLayer extends PackedLayer {
  id: string
  fileName: string
  /** ISO, to the second. */
  importedAt: string
  color: string
  isVisible: boolean
}

interface ImportedLayers {
  layers: readonly ImportedLayer[]
  /** Removed last, so that it can be brought back. */
  removed: ImportedLayer | null
  /** False where the browser keeps nothing (a private window): layers live as long as the page. */
  isKept: boolean
}

export const useImportedLayers = create<ImportedLayers>(() => ({ layers: [], removed: null, isKept: true }))

/** Told apart from each other and from the colours of the plan. */
export const layerColors = ['#7b1fa2', '#00695c', '#ad1457', '#4e342e', '#1a4fa0', '#5b6b00'] as const

let restoring: Promise<void> | undefined

/** Brings back what an earlier visit kept, once. */
export function restoreImportedLayers(): Promise<void> {
  restoring ??= (async () => {
    try {
      const kept = (await entries<string, ImportedLayer>(database())).map(([, layer]) => layer)
      const byTime = kept.toSorted((a, b) => a.importedAt.localeCompare(b.importedAt))
      useImportedLayers.setState(({ layers }) => ({ layers: [...byTime, ...layers] }))
      remember()
    } catch {
      useImportedLayers.setState({ isKept: false })
    }
  })()
  return restoring
}

export function addImportedLayers(fileName: string, packed: readonly PackedLayer[]): ImportedLayer[] {
  const { layers } = useImportedLayers.getState()
  const importedAt = `${new Date().toISOString().slice(0, 19)}Z`
  const added = packed.map((layer, at): ImportedLayer => ({
    ...layer,
    id: crypto.randomUUID(),
    fileName,
    importedAt,
    color: layerColors[(layers.length + at) % layerColors.length] ?? layerColors[0],
    isVisible: true,
  }))
  useImportedLayers.setState({ layers: [...layers, ...added] })
  for (const layer of added) void keep(layer)
  remember()
  return added
}

export function changeImportedLayer(
  id: string,
  change: Partial<Pick<ImportedLayer, 'name' | 'color' | 'isVisible'>>,
): void {
  useImportedLayers.setState(({ layers }) => ({
    layers: layers.map((layer) => (layer.id === id ? { ...layer, ...change } : layer)),
  }))
  const layer = useImportedLayers.getState().layers.find((one) => one.id === id)
  if (layer) void keep(layer)
}

export function removeImportedLayer(id: string): void {
  const { layers } = useImportedLayers.getState()
  const removed = layers.find((layer) => layer.id === id) ?? null
  useImportedLayers.setState({ layers: layers.filter((layer) => layer.id !== id), removed })
  del(id, database()).catch(() => undefined)
  remember()
}

export function bringBackLayer(): void {
  const { removed, layers } = useImportedLayers.getState()
  if (!removed) return
  useImportedLayers.setState({
    layers: [...layers, removed].toSorted((a, b) => a.importedAt.localeCompare(b.importedAt)),
    removed: null,
  })
  void keep(removed)
  remember()
}

let opened: UseStore | undefined

function database(): UseStore {
  opened ??= createStore(onShelf('thanh-hoa-atlas-imported'), 'layers')
  return opened
}

async function keep(layer: ImportedLayer): Promise<void> {
  try {
    await set(layer.id, layer, database())
  } catch {
    useImportedLayers.setState({ isKept: false })
  }
}

function remember(): void {
  rememberOwnData('imported', useImportedLayers.getState().layers.length)
}
