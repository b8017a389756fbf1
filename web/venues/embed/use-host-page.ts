import { useEffect, useRef } from 'react'
import { ApiError, fetchEmbedSettings, fetchFeature } from '../../api/client.ts'
import { layers } from '../../layers/index.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { isLayerVisible, type AtlasAction, type AtlasState } from '../../state/atlas-state.ts'
import { collectionOfKind } from '../../state/kinds.ts'
import { useWorkbench } from '../../state/workbench.ts'
import type { MapHandle } from '../../map/map-handle.ts'
import { readWish, type Told, type View, type Wish } from './messages.ts'

/**
 * Listens to the page that shows the atlas in a frame, and tells it what happens. Only pages that the server's
 * EMBED_ORIGINS allow, and the atlas' own, are heard and told anything.
 */
export function useHostPage(): void {
  const { state, dispatch } = useAtlas()
  const map = useWorkbench((bench) => bench.map)
  const current = useRef({ state, map })
  useEffect(() => {
    current.current = { state, map }
  })
  const tell = useRef<(told: Told) => void>(() => undefined)

  useEffect(() => {
    if (!map || window.parent === window) return
    const control = new AbortController()
    void listen(control.signal, map, dispatch, current, tell)
    return () => {
      control.abort()
      tell.current = () => undefined
    }
  }, [map, dispatch])

  const selected = state.selection ? `${state.selection.kind}:${state.selection.id}` : null
  useEffect(() => tell.current({ atlas: 1, event: 'select', feature: selected }), [selected])
}

type Current = React.RefObject<{ state: AtlasState; map: MapHandle | null }>

async function listen(
  signal: AbortSignal,
  map: MapHandle,
  dispatch: (action: AtlasAction) => void,
  current: Current,
  tell: React.RefObject<(told: Told) => void>,
): Promise<void> {
  const { origins } = await fetchEmbedSettings().catch(() => ({ origins: [] as string[] }))
  if (signal.aborted) return
  const isAllowed = (origin: string) =>
    origin === window.location.origin || origins.includes(origin) || origins.includes('*')
  let host = findHost()
  tell.current = (told) => {
    if (host !== null && isAllowed(host)) window.parent.postMessage(told, host)
  }
  window.addEventListener(
    'message',
    ({ source, origin, data }: MessageEvent<unknown>) => {
      if (source !== window.parent || !isAllowed(origin)) return
      const wish = readWish(data)
      if (wish === null) return
      host = origin
      if (typeof wish === 'string') tell.current({ atlas: 1, event: 'refused', reason: wish })
      else if (wish.do === 'hello') tell.current({ atlas: 1, event: 'ready', view: viewOf(map) })
      else
        void findObstacle(wish).then((reason) => {
          if (signal.aborted) return
          if (reason !== null) tell.current({ atlas: 1, event: 'refused', reason })
          else follow(wish, map, dispatch, current)
        })
    },
    { signal },
  )
  const stop = map.onRest(() => tell.current({ atlas: 1, event: 'viewchange', view: viewOf(map) }))
  signal.addEventListener('abort', stop)
  tell.current({ atlas: 1, event: 'ready', view: viewOf(map) })
}

/** Chromium and Safari name the page round the frame; elsewhere it may have been the one that led here. */
function findHost(): string | null {
  const [named] = window.location.ancestorOrigins ?? []
  if (named !== undefined) return named
  return URL.canParse(document.referrer) ? new URL(document.referrer).origin : null
}

/** Why something that is well said cannot be done: it names what the atlas does not have. Null: it can. */
async function findObstacle(wish: Exclude<Wish, { do: 'hello' }>): Promise<string | null> {
  if (wish.do === 'layers') {
    const unknown = [...wish.shown, ...wish.hidden].find((id) => !layers.some((layer) => layer.id === id))
    return unknown === undefined ? null : `there is no layer "${unknown}"`
  }
  if (wish.do !== 'select' || wish.feature === null) return null
  const { kind, id } = wish.feature
  const collection = collectionOfKind(kind)
  if (collection === null) return `there is no kind of feature "${kind}"`
  const isMissing = await fetchFeature(collection, id).then(
    () => false,
    (error: unknown) => error instanceof ApiError && error.status === 404,
  )
  return isMissing ? `there is no ${kind} "${id}"` : null
}

function follow(
  wish: Exclude<Wish, { do: 'hello' }>,
  map: MapHandle,
  dispatch: (action: AtlasAction) => void,
  current: Current,
): void {
  switch (wish.do) {
    case 'view':
      void map.goTo(wish.view, wish.milliseconds)
      break
    case 'select':
      dispatch({ type: 'select', selection: wish.feature })
      break
    case 'layers':
      for (const layer of layers) {
        const visible = wish.shown.includes(layer.id) || (!wish.hidden.includes(layer.id) && layer.visibleByDefault)
        if (visible !== isLayerVisible(current.current.state, layer))
          dispatch({ type: 'toggle-layer', layerId: layer.id, visible, visibleByDefault: layer.visibleByDefault })
      }
      break
    case 'phase':
      dispatch({ type: 'set-phase', phase: wish.phase })
      break
    case 'language':
      dispatch({ type: 'speak', language: wish.language })
  }
}

function viewOf(map: MapHandle): View {
  return map.camera()
}
