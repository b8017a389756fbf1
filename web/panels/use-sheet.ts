import { useRef, useState, type PointerEvent } from 'react'

/** The three heights of the bottom sheet on a phone; the panel ignores them on a wide screen. */
export type SheetHeight = 'peek' | 'half' | 'full'
const heights: readonly SheetHeight[] = ['peek', 'half', 'full']
const dragThreshold = 36

export function useSheet() {
  const [height, setHeight] = useState<SheetHeight>('half')
  const start = useRef<number | null>(null)
  const step = (by: number) => setHeight((now) => heights[Math.max(0, Math.min(2, heights.indexOf(now) + by))] ?? now)
  return {
    height,
    taller: () => setHeight((now) => (now === 'full' ? 'peek' : (heights[heights.indexOf(now) + 1] ?? now))),
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        start.current = event.clientY
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        const from = start.current
        start.current = null
        if (from === null) return
        const moved = from - event.clientY
        if (Math.abs(moved) > dragThreshold) step(moved > 0 ? 1 : -1)
      },
      onPointerCancel: () => {
        start.current = null
      },
    },
  }
}
