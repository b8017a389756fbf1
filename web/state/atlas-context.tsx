import { createContext, useCallback, useContext, useEffect, useMemo, useReducer, useRef, type ReactNode } from 'react'
import { speak } from '../i18n/index.ts'
import { initialState, reduce, type AtlasAction, type AtlasState } from './atlas-state.ts'
import { isKioskShelf } from './shelf.ts'
import { fromHash, preferredLanguage, toHash, type Camera } from './url.ts'

/** The reducer's state for every component, and the one place that writes the address bar. */
interface Atlas {
  state: AtlasState
  dispatch: (action: AtlasAction) => void
  /** The camera that the link asked for, if it did. */
  initialCamera: Camera | null
  /** Tells the link where the map is now; replaces the history entry. */
  rememberCamera: (camera: Camera) => void
}

const AtlasContext = createContext<Atlas | null>(null)

export function useAtlas(): Atlas {
  const atlas = useContext(AtlasContext)
  if (!atlas) throw new Error('useAtlas needs an AtlasProvider above it')
  return atlas
}

export function readLink() {
  return fromHash(window.location.hash, initialState(preferredLanguage(navigator.languages)))
}

export function AtlasProvider({ children }: { children: ReactNode }) {
  const link = useMemo(readLink, [])
  const [state, dispatch] = useReducer(reduce, link.state)
  const camera = useRef<Camera | null>(link.camera)
  const written = useRef(state)

  // Selection and mode are steps a reader may want to go back over; everything else is not. In a kiosk none is: the
  // next visitor would go back over the steps of the last.
  useEffect(() => {
    const before = written.current
    const isStep =
      before.selection !== state.selection ||
      before.mode !== state.mode ||
      before.tab !== state.tab ||
      investView(before) !== investView(state)
    written.current = state
    const hash = toHash(state, camera.current)
    if (hash === window.location.hash) return
    if (isStep && !isKioskShelf) window.history.pushState(null, '', hash)
    else window.history.replaceState(null, '', hash)
  }, [state])

  useEffect(() => {
    document.documentElement.lang = state.language
    void speak(state.language)
  }, [state.language])

  useEffect(() => {
    const restore = () => dispatch({ type: 'restore', state: readLink().state })
    window.addEventListener('popstate', restore)
    return () => window.removeEventListener('popstate', restore)
  }, [])

  const rememberCamera = useCallback((next: Camera) => {
    camera.current = next
    window.history.replaceState(null, '', toHash(written.current, next))
  }, [])

  const atlas = useMemo(
    () => ({ state, dispatch, initialCamera: link.camera, rememberCamera }),
    [state, link.camera, rememberCamera],
  )
  return <AtlasContext value={atlas}>{children}</AtlasContext>
}

/** The investor's tab, without reading the rest of that mode's text. */
function investView({ invest }: AtlasState): string {
  return /(?:^|&)iv=(\w+)/.exec(invest)?.[1] ?? ''
}
