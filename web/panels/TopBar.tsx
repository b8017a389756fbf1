import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { useAtlas } from '../state/atlas-context.tsx'

/** Language, share, help: the corner every reader looks at first. */
export function TopBar({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation()
  const { state, dispatch } = useAtlas()
  const [shared, setShared] = useState(false)
  const other = state.language === 'vi' ? 'en' : 'vi'
  const share = async () => {
    if (await copyLink()) {
      setShared(true)
      setTimeout(() => setShared(false), 2500)
    }
  }
  return (
    <div className="top-bar">
      <button
        type="button"
        className="bar-button"
        lang={other}
        onClick={() => dispatch({ type: 'speak', language: other })}
        aria-label={t('top.switchTo')}
      >
        {other === 'en' ? 'EN' : 'VI'}
      </button>
      <button type="button" className="bar-button" onClick={() => void share()}>
        {shared ? t('top.shared') : t('top.share')}
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
