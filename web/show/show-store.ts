import { create } from 'zustand'
import type { Camera } from '../state/url.ts'

/** What a running show remembers and no link does. */
interface ShowMemory {
  isBlank: boolean
  isPlaying: boolean
  contrast: 'normal' | 'high'
  /** When the show was started, in milliseconds since 1970. */
  startedAt: number | null
  /** Where the presenter had the map when leaving, and in which scene: the way back leads there. */
  left: { scene: string; camera: Camera } | null
}

export const useShowMemory = create<ShowMemory>(() => ({
  isBlank: false,
  isPlaying: false,
  contrast: 'normal',
  startedAt: null,
  left: null,
}))
