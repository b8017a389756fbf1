import { lazy, Suspense } from 'react'
import { useAtlas } from '../state/atlas-context.tsx'
import '../theme/venues.css'

const Embed = lazy(() => import('./embed/Embed.tsx'))
const Kiosk = lazy(() => import('./kiosk/Kiosk.tsx'))

/** What a kiosk and a frame in another page add to the map. */
export default function Venue() {
  const { venue } = useAtlas().state
  return <Suspense fallback={null}>{venue === 'embed' ? <Embed /> : venue === 'kiosk' ? <Kiosk /> : null}</Suspense>
}
