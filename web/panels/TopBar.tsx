import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { LanguageChoice } from './LanguageChoice.tsx'

/** Language, share, print, help: the corner every reader looks at first. */
export function TopBar({ onHelp, onPrint }: { onHelp: () => void; onPrint: () => void }) {
  const { t } = useTranslation()
  const [shared, setShared] = useState(false)
  const share = async () => {
    if (await copyLink()) {
      setShared(true)
      setTimeout(() => setShared(false), 2500)
    }
  }
  return (
    <div className="top-bar">
      <LanguageChoice />
      <button type="button" className="bar-button" onClick={() => void share()}>
        {shared ? t('top.shared') : t('top.share')}
      </button>
      <button type="button" className="bar-button bar-print" onClick={onPrint}>
        {t('top.print')}
      </button>
      <button type="button" className="bar-button" onClick={onHelp} aria-label={t('top.help')}>
        ?
      </button>
    </div>
  )
}

/** False where the browser forbids the clipboard (no secure context): the address bar holds the same link. */
export async function copyLink(): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(window.location.href)
    return true
  } catch {
    return false
  }
}
