import { useEffect, type RefObject } from 'react'

/** Escape closes the part of the page that has the focus, and nothing that lies under it. */
export function useEscape(part: RefObject<HTMLElement | null>, close: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !part.current?.contains(document.activeElement)) return
      event.stopPropagation()
      close()
    }
    // Before the page's own shortcuts hear of it.
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [part, close])
}
