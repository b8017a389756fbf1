import { useEffect, useRef } from 'react'

/**
 * The keys of the whole page. A key typed into a field stays there, except Escape; one pressed together
 * with Ctrl, Alt or ⌘ belongs to the browser, except Ctrl/⌘ K, which means search everywhere.
 */
export function useKeyboard(keys: Record<string, () => void>): void {
  const current = useRef(keys)
  useEffect(() => {
    current.current = keys
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const withCommand = event.ctrlKey || event.metaKey
      const name =
        withCommand && event.key.toLowerCase() === 'k'
          ? '/'
          : event.key.length === 1
            ? event.key.toLowerCase()
            : event.key
      const typing =
        event.target instanceof HTMLElement &&
        event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null
      const scrolling =
        event.key.startsWith('Arrow') &&
        event.target instanceof HTMLElement &&
        event.target.closest('.panel, .card, .help') !== null
      if (
        (withCommand && name !== '/') ||
        event.altKey ||
        (typing && name !== 'Escape') ||
        scrolling ||
        event.defaultPrevented
      )
        return
      const act = current.current[name]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
