import { useEffect } from 'react'
import { create } from 'zustand'
import type { MapHandle } from '../map/map-handle.ts'
import type { DeckDrawing } from '../map/deck/drawing.ts'
import type { MapExtra } from '../map/extras/extra.ts'
import type { Selection } from './atlas-state.ts'
import type { StyleSpecification } from 'maplibre-gl'

/**
 * What panels and map share and no link remembers: how to move the map, and what open panels have it draw.
 */
interface Workbench {
  /** Null until the map has been drawn for the first time, and for ever where there is no WebGL. */
  map: MapHandle | null
  /** The first view has been drawn and answers: what it did not need may be fetched now. */
  isRested: boolean
  extras: readonly MapExtra[]
  drawings: readonly { id: string; drawing: DeckDrawing }[]
  /** What is under the pointer, on the map or in a list: either marks it in the other. */
  pointed: Selection | null
  /** A feature of an extra, none of the atlas, that was pressed last, until another or nothing is. */
  picked: PickedExtra | null
  /** Files dropped on the page that nobody has taken up yet. */
  dropped: readonly File[]
  /** How the finished style is changed for a projector; null: it is not. */
  restyle: ((style: StyleSpecification) => StyleSpecification) | null
  /** While a pencil is on the map: what is pressed there selects nothing. */
  isDrawing: boolean
}

export interface PickedExtra {
  extraId: string
  featureId: number
}

export const useWorkbench = create<Workbench>(() => ({
  map: null,
  isRested: false,
  extras: [],
  drawings: [],
  pointed: null,
  picked: null,
  dropped: [],
  restyle: null,
  isDrawing: false,
}))

/** Draws an extra for as long as the calling component is shown; null draws nothing. */
export function useMapExtra(extra: MapExtra | null): void {
  useEffect(() => {
    if (!extra) return
    useWorkbench.setState(({ extras }) => ({ extras: [...extras.filter(({ id }) => id !== extra.id), extra] }))
    return () => useWorkbench.setState(({ extras }) => ({ extras: extras.filter((one) => one !== extra) }))
  }, [extra])
}

/** Has deck.gl draw for as long as the calling component is shown; null draws nothing. Memoise the drawing. */
export function useDeckDrawing(id: string, drawing: DeckDrawing | null): void {
  useEffect(() => {
    if (!drawing) return
    const entry = { id, drawing }
    useWorkbench.setState(({ drawings }) => ({ drawings: [...drawings.filter((one) => one.id !== id), entry] }))
    return () => useWorkbench.setState(({ drawings }) => ({ drawings: drawings.filter((one) => one !== entry) }))
  }, [id, drawing])
}
