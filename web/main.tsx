import { StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { preloadParks } from './api/queries.ts'
import { startSpeaking } from './i18n/index.ts'
import { AtlasProvider, readLink } from './state/atlas-context.tsx'
import { letListComeFirst } from './state/map-turn.ts'
import { isPhone } from './use-padding.ts'
import { ErrorBoundary } from './panels/ErrorBoundary.tsx'
import { lazyPanel } from './panels/lazy-panel.tsx'
import './theme/fonts.css'
import './theme/atlas.css'

const { language, mode, venue, show } = readLink().state
document.documentElement.lang = language
// A presenter's second window needs no map.
const isPresenter = /[#&]ui=presenter\b/.test(window.location.hash)
const isList = mode === 'invest' && venue === 'desk' && !show?.running && !isPresenter
if (isList) fetchParkList()
if (isList && isPhone()) letListComeFirst()
// The map's script and the words are fetched side by side: neither waits for the other.
else if (!isPresenter) fetchMap()
await startSpeaking(language, isList ? ['details', 'invest'] : [])

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
const Presenter = lazyPanel(() => import('./show/presenter/Presenter.tsx'), 'show')
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      {isPresenter ? (
        <Suspense fallback={null}>
          <Presenter />
        </Suspense>
      ) : (
        <AtlasProvider>
          <App />
        </AtlasProvider>
      )}
    </ErrorBoundary>
  </StrictMode>,
)

/** What the list of parks is made of, asked for at once instead of one after the other. */
function fetchParkList(): void {
  void import('./panels/invest/InvestPanel.tsx')
  preloadParks()
}

function fetchMap(): void {
  void import('./map/atlas-map.tsx')
  // On a phone the page only now allows what `scripts/preload-map.ts` named.
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[fetchpriority="low"][media]'))
    link.removeAttribute('media')
}
