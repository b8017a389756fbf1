import { Suspense } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { phases } from '../state/atlas-state.ts'
import { lazyPanel } from './lazy-panel.tsx'

const PhaseList = lazyPanel(() => import('./phases/PhaseList.tsx'), 'phases')
const CompareBar = lazyPanel(() => import('./phases/CompareBar.tsx'), 'phases')

/** The year whose state the map shows, what appears by then, and another year beside it. */
export function PhaseBar() {
  const { t } = useTranslation()
  const { state, dispatch } = useAtlas()
  const { phaseList, compare } = state.look
  return (
    <div className="phase-bar" role="group" aria-label={t('phase.label')}>
      <Suspense fallback={null}>
        {phaseList ? <PhaseList /> : null}
        {compare ? <CompareBar compare={compare} /> : null}
      </Suspense>
      {phases.map((phase) => (
        <button
          key={phase}
          type="button"
          title={t('phase.hint')}
          aria-pressed={state.phase === phase}
          aria-label={t(`phase.${phase}`)}
          onClick={() => dispatch({ type: 'set-phase', phase })}
        >
          {t(`phase.short.${phase}`)}
        </button>
      ))}
      <span className="phase-tools">
        <button
          type="button"
          aria-expanded={phaseList}
          aria-label={t('phase.listLabel')}
          onClick={() => dispatch({ type: 'look', look: { phaseList: !phaseList } })}
        >
          {t('phase.list')}
        </button>
        <button
          type="button"
          aria-pressed={compare !== null}
          aria-label={t('phase.compareLabel')}
          onClick={() =>
            dispatch({
              type: 'look',
              look: {
                phaseList: false,
                compare: compare
                  ? null
                  : { by: 'swipe', phase: state.phase === 2030 ? 2021 : 2030, share: middleOfMap() },
              },
            })
          }
        >
          {t('phase.compare')}
        </button>
      </span>
    </div>
  )
}

/** As a share of the window's width: half of what the panel leaves, all of it on a phone. */
function middleOfMap(): number {
  const panel = document.querySelector('#panel')?.getBoundingClientRect()
  const covered = panel && panel.width < window.innerWidth / 2 ? panel.right : 0
  return Math.round((500 * (window.innerWidth + covered)) / window.innerWidth) / 1000
}
