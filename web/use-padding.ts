import { useEffect, useMemo, useState } from 'react'
import type { Padding } from './map/atlas-map.tsx'

const phone = '(max-width: 720px)'
/** No room between panel and card: held upright, the card lies over the panel, see `theme/atlas/card.css`. */
const tablet = '(max-width: 980px)'

export const isPhone = (): boolean => matchMedia(phone).matches

/** How much of the map the panel, the card and the bars cover. */
export function usePadding(cardOpen: boolean, isBare: boolean): Padding {
  const onPhone = useMedia(phone)
  const onTablet = useMedia(tablet)
  return useMemo(() => {
    if (isBare) return { top: 0, right: 0, bottom: 0, left: 0 }
    // The names of the coast's towns stand right of them and need room.
    if (onPhone) return { top: 56, right: 8, bottom: Math.round(window.innerHeight * 0.46), left: 0 }
    return { top: 0, right: cardOpen && !onTablet ? 380 : 60, bottom: 72, left: 392 }
  }, [onPhone, onTablet, cardOpen, isBare])
}

function useMedia(condition: string): boolean {
  const [holds, setHolds] = useState(() => matchMedia(condition).matches)
  useEffect(() => {
    const query = matchMedia(condition)
    const update = () => setHolds(query.matches)
    query.addEventListener('change', update)
    return () => query.removeEventListener('change', update)
  }, [condition])
  return holds
}
