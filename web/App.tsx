import { Suspense, useCallback, useEffect, useState } from 'react'
import { useTranslation } from './i18n/use-translation.ts'
import { SearchBox } from './panels/SearchBox.tsx'
import { SidePanel } from './panels/SidePanel.tsx'
import { copyLink } from './panels/share-link.ts'
import { TopBar } from './panels/TopBar.tsx'
import { lazyPanel, lazyPart } from './panels/lazy-panel.tsx'
import { MapControls } from './panels/MapControls.tsx'
import { PhaseBar } from './panels/PhaseBar.tsx'
import { LiveSentence } from './panels/LiveSentence.tsx'
import { UnloadedToast } from './panels/UnloadedToast.tsx'
import { boundsOf, type Bounds } from './format/bounds.ts'
import { useDataDesk } from './use-data-desk.ts'
import { useKeyboard } from './use-keyboard.ts'
import { formatName } from './format/name.ts'
import { useAtlas } from './state/atlas-context.tsx'
import type { Selection } from './state/atlas-state.ts'
import { giveMapItsTurn, mapsTurn } from './state/map-turn.ts'
import type { Camera } from './state/url.ts'
import { usePadding } from './use-padding.ts'
import { useShowFeature } from './use-show-feature.ts'
import { useExportWish } from './state/export-wish.ts'
import { useWorkbench } from './state/workbench.ts'
import { hasWebGl } from './map/has-web-gl.ts'

const mapHandle = () => useWorkbench.getState().map

// What the first view does not need is fetched when it is first asked for.
const FeatureCard = lazyPanel(() => import('./panels/card/FeatureCard.tsx'))
const DataDesk = lazyPanel(() => import('./panels/data/DataDesk.tsx'), 'exchange', 'replace')
const ExportPanel = lazyPanel(() => import('./panels/export/ExportPanel.tsx'), 'export')
const PointerReadout = lazyPanel(() => import('./map/PointerReadout.tsx'), 'readout')
const Venue = lazyPanel(() => import('./venues/Venue.tsx'), 'venue')
const HelpPanel = lazyPanel(() => import('./panels/HelpPanel.tsx'))
const Show = lazyPanel(() => import('./show/Show.tsx'), 'show')
const ReturnPill = lazyPanel(() => import('./show/ReturnPill.tsx'), 'show')
const CompareMap = lazyPanel(() => import('./map/compare/CompareMap.tsx'), 'phases')
const PrintPanel = lazyPanel(() => import('./panels/print/PrintPanel.tsx'), 'print')
const AtlasMap = lazyPart(async () => {
  await mapsTurn()
  return { default: (await import('./map/atlas-map.tsx')).AtlasMap }
})

/** Map, panel, card and controls, and the few wires between them. */
export function App() {
  const { t } = useTranslation()
  const { state, dispatch, initialCamera, rememberCamera } = useAtlas()
  const [help, setHelp] = useState(false)
  const [print, setPrint] = useState(false)
  const [problem, setProblem] = useState(false)
  const [hovered, setHovered] = useState<{ name_vi: string; name_en: string } | null>(null)
  const [pin, setPin] = useState<[number, number] | null>(null)
  const [camera, setCamera] = useState<Camera | null>(initialCamera)
  const [drawable, setDrawable] = useState(hasWebGl)
  // A map whose WebGL was taken away is made anew, where it was.
  const [mapTurn, setMapTurn] = useState(0)
  const restartMap = useCallback(() => {
    setDrawable(hasWebGl())
    setMapTurn((turn) => turn + 1)
  }, [])
  const showing = state.show?.running ?? false
  const padding = usePadding(state.selection !== null, state.venue === 'embed')

  const isDeskWanted = useDataDesk(state.mode === 'plan' && state.tab === 'data')

  const isRested = useWorkbench((bench) => bench.isRested)
  const isExporting = useExportWish(({ subject }) => subject !== null)

  const flyTo = useCallback(
    // In the next frame the map knows of the card that a selection opens, and leaves room for it at once.
    (target: { bounds: Bounds } | { position: [number, number] }) =>
      void requestAnimationFrame(() => mapHandle()?.flyTo(target)),
    [],
  )
  const noteProblem = useCallback(() => setProblem(true), [])
  const show = useShowFeature()
  const select = useCallback((selection: Selection | null) => dispatch({ type: 'select', selection }), [dispatch])

  useKeyboard({
    '/': () => document.querySelector<HTMLInputElement>('#search')?.focus(),
    ArrowLeft: () => mapHandle()?.panBy(-120, 0),
    ArrowRight: () => mapHandle()?.panBy(120, 0),
    ArrowUp: () => mapHandle()?.panBy(0, -120),
    ArrowDown: () => mapHandle()?.panBy(0, 120),
    '+': () => mapHandle()?.zoomBy(1),
    '=': () => mapHandle()?.zoomBy(1),
    '-': () => mapHandle()?.zoomBy(-1),
    n: () => mapHandle()?.northUp(),
    r: () => mapHandle()?.home(),
    l: () => {
      dispatch({ type: 'show-mode', mode: 'plan' })
      dispatch({ type: 'open-tab', tab: 'layers' })
      document.querySelector<HTMLElement>('#panel')?.focus()
    },
    m: () => {
      dispatch({ type: 'show-mode', mode: 'plan' })
      dispatch({ type: 'open-tab', tab: 'draw' })
      void import('./state/drawing-store.ts').then(({ openRuler }) => openRuler())
    },
    s: () => void copyLink(),
    p: () => setPrint((open) => !open),
    '?': () => setHelp((open) => !open),
    Escape: () => {
      if (help) return setHelp(false)
      if (print) return setPrint(false)
      useWorkbench.setState({ picked: null })
      select(null)
    },
  })

  useEffect(() => {
    if (isRested || !drawable) void import('./offline/start.ts')
  }, [isRested, drawable])

  useEffect(() => {
    if (state.mode !== 'invest') giveMapItsTurn()
  }, [state.mode])

  useEffect(() => {
    document.title = t('app.title')
  }, [t])

  return (
    <>
      <a
        className="skip-link"
        href="#panel"
        onClick={(event) => (event.preventDefault(), document.querySelector<HTMLElement>('#panel')?.focus())}
      >
        {t('app.skipToPanel')}
      </a>
      <main className="atlas" data-card={state.selection ? 'open' : 'closed'} data-venue={state.venue}>
        {drawable ? (
          <Suspense fallback={<div className="map map-loading" />}>
            <AtlasMap
              key={mapTurn}
              state={state}
              initialCamera={camera}
              padding={padding}
              label={t('app.mapLabel')}
              pin={pin}
              onSelect={select}
              onHover={setHovered}
              onCamera={(next) => {
                rememberCamera(next)
                setCamera(next)
              }}
              onProblem={noteProblem}
              onLost={restartMap}
            />
          </Suspense>
        ) : showing ? null : (
          <div className="map map-absent">
            <p className="problem">{t('problem.webgl')}</p>
          </div>
        )}
        {hovered ? <div className="hover-name">{formatName(hovered, state.language, t)}</div> : null}
        <SidePanel search={<SearchBox onGo={flyTo} onPin={setPin} />} />
        <TopBar onHelp={() => setHelp(true)} onPrint={() => setPrint((open) => !open)} />
        <Suspense fallback={null}>
          {drawable && state.look.compare ? <CompareMap /> : null}
          {showing ? <Show drawable={drawable} /> : state.show ? <ReturnPill /> : null}
          {state.selection && !showing ? (
            <FeatureCard onShown={show} onZoom={(geometry) => flyTo({ bounds: boundsOf(geometry) })} />
          ) : null}
          {isDeskWanted ? <DataDesk /> : null}
          {isExporting ? <ExportPanel /> : null}
          {print ? <PrintPanel onClose={() => setPrint(false)} /> : null}
          {state.venue === 'desk' ? null : <Venue />}
          {help ? <HelpPanel onClose={() => setHelp(false)} /> : null}
        </Suspense>
        {/* It comes by itself, at any time: panels and a running show must not wait for it. */}
        <Suspense fallback={null}>{isRested ? <PointerReadout /> : null}</Suspense>
        <PhaseBar />
        <MapControls
          onZoom={(steps) => mapHandle()?.zoomBy(steps)}
          onNorth={() => mapHandle()?.northUp()}
          onHome={() => mapHandle()?.home()}
        />
        <details className="attribution">
          <summary aria-label={t('app.credits')}>©</summary>
          <p>{t('app.attribution')}</p>
        </details>
        {problem ? (
          <div className="toast" role="alert">
            {t('problem.tiles')}
            <button
              type="button"
              className="button"
              onClick={() => {
                setProblem(false)
                mapHandle()?.askAgain()
              }}
            >
              {t('app.retry')}
            </button>
            <button type="button" className="icon-button" onClick={() => setProblem(false)} aria-label={t('app.close')}>
              ✕
            </button>
          </div>
        ) : null}
        <UnloadedToast />
        <LiveSentence camera={camera} />
      </main>
    </>
  )
}
