import { useRef, type PointerEvent } from 'react'

/** A finger that moves farther than this, in pixels, turns the page; a shorter way is a tap. */
const leastSwipe = 48

/** A tap or click goes on, a swipe to the right goes back. */
export function useSwipe(go: (step: 1 | -1) => void) {
  const from = useRef<{ x: number; y: number } | null>(null)
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button === 0) from.current = { x: event.clientX, y: event.clientY }
    },
    onPointerUp: (event: PointerEvent) => {
      if (!from.current) return
      const x = event.clientX - from.current.x
      const y = event.clientY - from.current.y
      from.current = null
      if (Math.abs(x) >= leastSwipe && Math.abs(x) > Math.abs(y)) go(x < 0 ? 1 : -1)
      else if (Math.hypot(x, y) < leastSwipe) go(1)
    },
    onPointerCancel: () => {
      from.current = null
    },
  }
}
