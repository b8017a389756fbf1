import { useEffect, useState } from 'react'

/** True when the pointer has not moved for two seconds: it is hidden then, and what it points at steps back. */
export function useIdlePointer(milliseconds = 2000): boolean {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    let timer = setTimeout(() => setIdle(true), milliseconds)
    const wake = () => {
      setIdle(false)
      clearTimeout(timer)
      timer = setTimeout(() => setIdle(true), milliseconds)
    }
    window.addEventListener('pointermove', wake)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointermove', wake)
    }
  }, [milliseconds])
  return isIdle
}
