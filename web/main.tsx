import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { startSpeaking } from './i18n/index.ts'
import { AtlasProvider, readLink } from './state/atlas-context.tsx'
import { ErrorBoundary } from './panels/ErrorBoundary.tsx'
import './theme/fonts.css'
import './theme/atlas.css'

const { language } = readLink().state
document.documentElement.lang = language
// The map's script and the words are fetched side by side: neither waits for the other.
void import('./map/atlas-map.tsx')
await startSpeaking(language)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <AtlasProvider>
        <App />
      </AtlasProvider>
    </ErrorBoundary>
  </StrictMode>,
)
