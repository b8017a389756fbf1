import { useTranslation } from '../i18n/use-translation.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { phases } from '../state/atlas-state.ts'

/** The year whose state the map shows. */
export function PhaseBar() {
  const { t } = useTranslation()
  const { state, dispatch } = useAtlas()
  return (
    <div className="phase-bar" role="group" aria-label={t('phase.label')} title={t('phase.hint')}>
      {phases.map((phase) => (
        <button
          key={phase}
          type="button"
          aria-pressed={state.phase === phase}
          aria-label={t(`phase.${phase}`)}
          onClick={() => dispatch({ type: 'set-phase', phase })}
        >
          {t(`phase.short.${phase}`)}
        </button>
      ))}
    </div>
  )
}
