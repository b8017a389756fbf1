import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { loadAreas } from '../i18n/index.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { askWorker } from './ask-worker.ts'
import { isAnyShowRunning } from './audience.ts'
import { isShowRunning } from './is-show-running.ts'
import { useOffline } from './offline-store.ts'
import '../theme/offline.css'

const lookMilliseconds = 1000

/** Puts the offer beside the atlas, in a root of its own: the first view carries nothing of it. */
export async function offerUpdates(): Promise<void> {
  await loadAreas(['offline'])
  const place = document.createElement('div')
  document.body.append(place)
  createRoot(place).render(<UpdateOffer />)
}

/** “A new version is ready”: offered while somebody reads, never during a show, never taken by itself. */
function UpdateOffer() {
  const { t } = useTranslation()
  const waiting = useOffline(({ waiting: worker }) => worker)
  const [refused, setRefused] = useState<ServiceWorker | null>(null)
  const [isShowing, setShowing] = useState(() => isShowRunning(window.location.hash))
  const [mustWait, setMustWait] = useState(false)
  useEffect(() => {
    const timer = setInterval(() => setShowing(isShowRunning(window.location.hash)), lookMilliseconds)
    return () => clearInterval(timer)
  }, [])
  if (!waiting || waiting === refused || isShowing) return null

  const take = async () => {
    // The old page's files go with the old worker: a show in another window would lose what it has not fetched yet.
    if (await isAnyShowRunning()) return setMustWait(true)
    navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true })
    await askWorker(waiting, 'take-over').catch(() => undefined)
  }
  return (
    <div className="update-offer" role="status">
      <p>{mustWait ? t('offline.updateShow') : t('offline.update')}</p>
      <button type="button" className="button" onClick={() => void take()}>
        {t('offline.updateTake')}
      </button>
      <button type="button" className="button" onClick={() => setRefused(waiting)}>
        {t('offline.updateLater')}
      </button>
    </div>
  )
}
