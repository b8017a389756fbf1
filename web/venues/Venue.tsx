import { Suspense } from 'react'
import { lazyPart } from '../panels/lazy-panel.tsx'
import { useAtlas } from '../state/atlas-context.tsx'
import '../theme/venues.css'

const Embed = lazyPart(() => import('./embed/Embed.tsx'))
const Kiosk = lazyPart(() => import('./kiosk/Kiosk.tsx'))

/** What a kiosk and a frame in another page add to the map. */
export default function Venue() {
  const { venue } = useAtlas().state
  return <Suspense fallback={null}>{venue === 'embed' ? <Embed /> : venue === 'kiosk' ? <Kiosk /> : null}</Suspense>
}
