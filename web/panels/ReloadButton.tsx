import { useEffect, useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'

const kioskPatienceMilliseconds = 30_000

/**
 * Loads the page again: browsers remember for as long as a page lives that a script did not come. Not before there is
 * a page to load, or even what is on the screen would be lost. Before a kiosk, where nobody presses anything, it
 * presses itself.
 */
export function ReloadButton() {
  const { t } = useTranslation()
  const [refused, setRefused] = useState(false)
  const reload = () => void reloadPage().then((done) => setRefused(!done))
  useEffect(() => {
    if (!/[#&]ui=kiosk\b/.test(window.location.hash)) return
    const timer = setInterval(() => void reloadPage(), kioskPatienceMilliseconds)
    return () => clearInterval(timer)
  }, [])
  return (
    <>
      <button type="button" className="button" onClick={reload}>
        {t('app.reload')}
      </button>
      <span role="status">{refused ? t('problem.offline') : ''}</span>
    </>
  )
}

async function reloadPage(): Promise<boolean> {
  const page = window.location.href.replace(/#.*/, '')
  const isKept = Boolean(navigator.serviceWorker?.controller)
  const isThere =
    isKept ||
    (await fetch(page, { method: 'HEAD', cache: 'no-store' }).then(
      ({ ok }) => ok,
      () => false,
    ))
  if (isThere) window.location.reload()
  return isThere
}
