import { Suspense, useRef, type ComponentType, type ReactNode } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { modes, panelTabs, type Mode, type PanelTab } from '../state/atlas-state.ts'
import { lazyPanel } from './lazy-panel.tsx'
import { LayerPanel } from './LayerPanel.tsx'
import { useSheet } from './use-sheet.ts'

/** What each tab of the planner's mode shows. */
const tabContents: Record<PanelTab, ComponentType> = {
  layers: LayerPanel,
  coverage: lazyPanel(() => import('./CoveragePanel.tsx'), 'coverage'),
  data: lazyPanel(() => import('./data/DataPanel.tsx'), 'exchange', 'export', 'replace'),
  draw: lazyPanel(() => import('./DrawPanel.tsx'), 'draw'),
  figures: lazyPanel(() => import('./FiguresPanel.tsx')),
  ledger: lazyPanel(() => import('./LedgerPanel.tsx')),
  unplaced: lazyPanel(() => import('./UnplacedPanel.tsx')),
  about: lazyPanel(() => import('./AboutPanel.tsx')),
}
/** What the other modes show. */
const modeContents: Record<Exclude<Mode, 'plan'>, ComponentType> = {
  invest: lazyPanel(() => import('./invest/InvestPanel.tsx'), 'invest'),
  show: lazyPanel(() => import('../show/ShowPanel.tsx'), 'show'),
}

interface Props {
  search: ReactNode
}

/** The one panel: a column on a screen, a sheet with three heights on a phone. */
export function SidePanel({ search }: Props) {
  const { t } = useTranslation()
  const { state, dispatch } = useAtlas()
  const sheet = useSheet()
  const tabs = useRef<HTMLDivElement>(null)
  const Content = state.mode === 'plan' ? tabContents[state.tab] : modeContents[state.mode]
  const moveTab = (step: number) => {
    const index = panelTabs.indexOf(state.tab)
    const next = panelTabs[(index + step + panelTabs.length) % panelTabs.length] ?? 'layers'
    dispatch({ type: 'open-tab', tab: next })
    tabs.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus()
  }
  return (
    <section
      className="panel"
      aria-label={t('sheet.label')}
      data-height={sheet.height}
      data-mode={state.mode}
      id="panel"
      tabIndex={-1}
    >
      <div className="sheet-grip" {...sheet.handlers}>
        <button
          type="button"
          className="sheet-button"
          onClick={sheet.taller}
          aria-label={sheet.height === 'full' ? t('sheet.shorter') : t('sheet.taller')}
        >
          <span aria-hidden="true" />
        </button>
      </div>
      <header className="panel-head">
        <div className="brand">
          <img src="./icon.svg" alt="" width="34" height="34" />
          <div>
            <h1>{t('app.title')}</h1>
            <p>{t('app.subtitle')}</p>
          </div>
        </div>
        {search}
        <div className="modes" role="group" aria-label={t('mode.label')}>
          {modes.map((mode) => (
            <button
              key={mode}
              type="button"
              aria-pressed={state.mode === mode}
              onClick={() => dispatch({ type: 'show-mode', mode })}
            >
              {t(`mode.${mode}`)}
            </button>
          ))}
        </div>
        {state.mode === 'plan' ? (
          <div
            className="tabs"
            role="tablist"
            aria-label={t('tab.label')}
            ref={tabs}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') moveTab(1)
              if (event.key === 'ArrowLeft') moveTab(-1)
            }}
          >
            {panelTabs.map((tab) => (
              <button
                key={tab}
                type="button"
                role="tab"
                id={`tab-${tab}`}
                data-tab={tab}
                aria-selected={state.tab === tab}
                aria-controls="tab-content"
                tabIndex={state.tab === tab ? 0 : -1}
                onClick={() => dispatch({ type: 'open-tab', tab })}
              >
                {t(`tab.${tab}`)}
              </button>
            ))}
          </div>
        ) : null}
      </header>
      <div
        className="panel-body"
        {...(state.mode === 'plan'
          ? { role: 'tabpanel', id: 'tab-content', 'aria-labelledby': `tab-${state.tab}` }
          : {})}
      >
        <Suspense fallback={<p className="quiet">{t('app.loading')}</p>}>
          <Content />
        </Suspense>
      </div>
    </section>
  )
}
