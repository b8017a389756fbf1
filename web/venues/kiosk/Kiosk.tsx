import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { isKioskShelf } from '../../state/shelf.ts'
import { toHash } from '../../state/url.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { ExitByCode } from './ExitByCode.tsx'
import { leaveKiosk, rememberStart, startOver } from './residue.ts'
import { useAttractLoop } from './use-attract-loop.ts'
import { useIdleSeconds } from './use-idle-seconds.ts'

/** For how long the visitor is warned before the kiosk starts over. */
const warningSeconds = 10
/** For how long it is said that files stay where they are. */
const refusalMilliseconds = 6000

/** An atlas that anybody may touch: a loop until somebody does, and the loop again when nobody does any more. */
export default function Kiosk() {
  const { t } = useTranslation()
  const { state, dispatch } = useAtlas()
  const [isRefused, setRefused] = useState(false)
  const { idleSeconds, exitCode } = state.kiosk
  const [isExploring, setExploring] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  useAttractLoop(!isExploring)
  const idle = useIdleSeconds(isExploring)
  const left = idleSeconds - idle

  useEffect(() => {
    // A page that became a kiosk without being loaded as one still has the desk's things open.
    if (!isKioskShelf) window.location.reload()
    else void rememberStart().then((wasLeft) => (wasLeft ? window.location.reload() : undefined))
  }, [])
  useEffect(() => {
    document.documentElement.dataset['kiosk'] = isExploring ? 'explore' : 'attract'
    return () => {
      delete document.documentElement.dataset['kiosk']
    }
  }, [isExploring])
  useEffect(() => {
    if (isExploring && left <= 0) void startOver()
  }, [isExploring, left])
  useNoWayOut(useCallback(() => setRefused(true), []))
  useEffect(() => {
    if (!isRefused) return
    const timer = setTimeout(() => setRefused(false), refusalMilliseconds)
    return () => clearTimeout(timer)
  }, [isRefused])

  const explore = () => {
    // The loop is a show; a visitor looks around in the plan.
    dispatch({ type: 'show-mode', mode: 'plan' })
    dispatch({ type: 'reset-layers' })
    dispatch({ type: 'set-phase', phase: 2021 })
    useWorkbench.getState().map?.home()
    setExploring(true)
  }
  useEffect(() => {
    if (isExploring || isLeaving) return
    const wake = (event: KeyboardEvent) => {
      // Of the keys only those that a visitor presses: not those that only change others.
      if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key) || event.ctrlKey) return
      event.preventDefault()
      event.stopPropagation()
      explore()
    }
    window.addEventListener('keydown', wake, { capture: true })
    return () => window.removeEventListener('keydown', wake, { capture: true })
  })

  return (
    <>
      {isExploring ? (
        <button type="button" className="kiosk-again" onClick={() => void startOver()}>
          ↺ {t('venue.kioskAgain')}
        </button>
      ) : (
        <button type="button" className="kiosk-attract" onClick={explore}>
          <span className="kiosk-touch">{t('venue.kioskTouch')}</span>
        </button>
      )}
      {isExploring && left <= Math.min(warningSeconds, idleSeconds / 2) ? (
        <p className="kiosk-warning" role="alert">
          {t('venue.kioskLeaving', { seconds: Math.max(left, 0) })}
        </p>
      ) : null}
      {isRefused ? (
        <p className="kiosk-refusal" role="status">
          {t('venue.kioskNoFiles')}
        </p>
      ) : null}
      <ExitByCode
        code={exitCode}
        onAsking={setLeaving}
        onExit={() => void leaveKiosk(toHash({ ...state, venue: 'desk', mode: 'plan', show: null }, null))}
      />
    </>
  )
}

/**
 * No link leads out of a kiosk, no menu comes up, no window opens; no file is taken from the machine it runs on or left
 * there, which is said (`onFile`), and nothing is handed to other programs of it.
 */
function useNoWayOut(onFile: () => void): void {
  useEffect(() => {
    const control = new AbortController()
    const { signal } = control
    const options = { capture: true, signal }
    const refuse = (event: Event) => event.preventDefault()
    const refuseLinks = (event: Event) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (link && !link.classList.contains('skip-link')) event.preventDefault()
    }
    const refuseFiles = (event: Event) => {
      const chooser = event.target instanceof Element ? event.target.closest('input[type=file], label') : null
      if (!chooser?.matches('input[type=file], label:has(input[type=file])')) return
      event.preventDefault()
      onFile()
    }
    const refuseKeys = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && ['p', 's', 'o', 'u'].includes(event.key.toLowerCase()))
        event.preventDefault()
    }
    window.addEventListener('click', refuseLinks, options)
    window.addEventListener('click', refuseFiles, options)
    window.addEventListener('keydown', refuseKeys, options)
    window.addEventListener('auxclick', refuseLinks, options)
    window.addEventListener('contextmenu', refuse, options)
    window.addEventListener('dragover', refuse, options)
    window.addEventListener('drop', refuse, options)
    const open = window.open.bind(window)
    window.open = () => null
    // Every file that is written leaves through a link that nobody sees.
    const click = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'click')?.value as (this: HTMLElement) => void
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      if (this.hasAttribute('download')) onFile()
      else click.call(this)
    }
    Object.defineProperty(navigator, 'share', { value: undefined, configurable: true })
    return () => {
      control.abort()
      window.open = open
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click')
      Reflect.deleteProperty(navigator, 'share')
    }
  }, [onFile])
}
