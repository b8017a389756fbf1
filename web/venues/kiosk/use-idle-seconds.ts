import { useEffect, useRef, useState } from 'react'

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/** Whole seconds since somebody last touched anything; stands still at 0 while nobody is waited for. */
export function useIdleSeconds(isWatching: boolean): number {
  const [seconds, setSeconds] = useState(0)
  const last = useRef(0)
  useEffect(() => {
    if (!isWatching) return
    const touch = () => {
      last.current = Date.now()
      setSeconds(0)
    }
    touch()
    for (const sign of signs) window.addEventListener(sign, touch, { capture: true, passive: true })
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - last.current) / 1000)), 250)
    return () => {
      clearInterval(timer)
      for (const sign of signs) window.removeEventListener(sign, touch, { capture: true })
      setSeconds(0)
    }
  }, [isWatching])
  return seconds
}
