import { useEffect, useMemo, useState } from 'react'
import type { Padding } from './map/atlas-map.tsx'

const phone = '(max-width: 720px)'

export const isPhone = (): boolean => matchMedia(phone).matches

/** How much of the map the panel, the card and the bars cover. */
export function usePadding(cardOpen: boolean, isBare: boolean): Padding {
  const [narrow, setNarrow] = useState(isPhone)
  useEffect(() => {
    const query = matchMedia(phone)
    const update = () => setNarrow(query.matches)
    query.addEventListener('change', update)
    return () => query.removeEventListener('change', update)
  }, [])
  return useMemo(() => {
    if (isBare) return { top: 0, right: 0, bottom: 0, left: 0 }
    if (narrow) return { top: 56, right: 0, bottom: Math.round(window.innerHeight * 0.46), left: 0 }
    return { top: 0, right: cardOpen ? 380 : 60, bottom: 72, left: 392 }
  }, [narrow, cardOpen, isBare])
}
