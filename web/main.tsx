import { StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { startSpeaking } from './i18n/index.ts'
import { AtlasProvider, readLink } from './state/atlas-context.tsx'
import { ErrorBoundary } from './panels/ErrorBoundary.tsx'
import { lazyPanel } from './panels/lazy-panel.ts'
import './theme/fonts.css'
import './theme/atlas.css'

const { language } = readLink().state
document.documentElement.lang = language
// A presenter's second window needs no map.
const isPresenter = /[#&]ui=presenter\b/.test(window.location.hash)
// The map's script and the words are fetched side by side: neither waits for the other.
if (!isPresenter) void import('./map/atlas-map.tsx')
await startSpeaking(language)

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
