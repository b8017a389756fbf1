import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { LanguageChoice } from './LanguageChoice.tsx'
import { isPack, leadsHere, toPublicLink } from '../api/pack.ts'
import { loadAreas } from '../i18n/index.ts'
import { shareLink } from './share-link.ts'

const millisecondsToRead = 4000

/** Language, share, print, help: the corner every reader looks at first. */
export function TopBar({ onHelp, onPrint }: { onHelp: () => void; onPrint: () => void }) {
  const { t } = useTranslation()
  const [told, setTold] = useState<'top.shared' | 'top.inAddress' | 'pack.hereOnly' | null>(null)
  const share = async () => {
    const link = toPublicLink(window.location.href)
    const came = await shareLink(link)
    if (came === 'passed-on') return
    const isHereOnly = isPack && leadsHere(link)
    if (isHereOnly) await loadAreas(['pack'])
    setTold(came === 'refused' ? 'top.inAddress' : isHereOnly ? 'pack.hereOnly' : 'top.shared')
    setTimeout(() => setTold(null), millisecondsToRead)
  }
  return (
    <div className="top-bar">
      <LanguageChoice />
      <BarButton name={t('top.share')} icon="M12 3v12M8 7l4-4 4 4M6 11H5v9.500h14V11h-1" onPress={() => void share()} />
      <BarButton name={t('top.print')} icon="M7 9V3.500h10V9M7 17H4V9h16v8h-3M7 14h10v6.500H7z" onPress={onPrint} />
      <button type="button" className="bar-button" onClick={onHelp} aria-label={t('top.help')}>
        ?
      </button>
      <span className="bar-told" role="status">
        {told ? t(told) : null}
      </span>
    </div>
  )
}

/** A word where there is room for it, a sign on a phone. */
function BarButton({ name, icon, onPress }: { name: string; icon: string; onPress: () => void }) {
  return (
    <button type="button" className="bar-button" onClick={onPress}>
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" className="line-icon">
        <path d={icon} />
      </svg>
      <span>{name}</span>
    </button>
  )
}
