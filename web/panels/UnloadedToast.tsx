import { useEffect, useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { isLoadFailure } from './is-load-failure.ts'
import { ReloadButton } from './ReloadButton.tsx'

/** Says that something pressed could not be done because its code did not arrive, wherever on the page that was. */
export function UnloadedToast() {
  const { t } = useTranslation()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const note = (event: PromiseRejectionEvent) => {
      if (!isLoadFailure(event.reason)) return
      event.preventDefault()
      setShown(true)
    }
    window.addEventListener('unhandledrejection', note)
    return () => window.removeEventListener('unhandledrejection', note)
  }, [])
  if (!shown) return null
  return (
    <div className="toast" role="alert">
      {t('problem.unloaded')}
      <ReloadButton />
      <button type="button" className="icon-button" onClick={() => setShown(false)} aria-label={t('app.close')}>
        ✕
      </button>
    </div>
  )
}
