import { useEffect, useMemo } from 'react'
import { drawingsExtra } from '../map/extras/drawings.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { startKeeping, useDrawings, type Section } from '../state/drawing-store.ts'
import { DrawingsSection } from './draw/DrawingsSection.tsx'
import { MeasureSection } from './draw/MeasureSection.tsx'
import { ScenariosSection } from './draw/ScenariosSection.tsx'
import { redoStep, undoStep } from './draw/use-pencil.ts'
import { useSharedScenario } from './draw/use-shared-scenario.ts'
import { useMapExtra } from '../state/workbench.ts'
import { TwoLanguages } from './TwoLanguages.tsx'
import '../theme/draw.css'

const sections: Record<Section, () => React.ReactNode> = {
  drawings: DrawingsSection,
  scenarios: ScenariosSection,
  measure: MeasureSection,
}

/** Drawing on the map: shapes and what they hold, scenarios and what they change, and a ruler. */
export default function DrawPanel() {
  const { t } = useTranslation()
  const section = useDrawings((store) => store.section)
  const { past, future, now } = useDrawings((store) => store.history)
  const openId = useDrawings((store) => (store.section === 'drawings' ? store.openDrawingId : null))
  // The one that is open lies under the pencil, which draws it itself.
  const extra = useMemo(
    () => drawingsExtra(now.drawings.filter(({ visible, id }) => visible && id !== openId)),
    [now.drawings, openId],
  )
  useMapExtra(extra)
  const open = now.drawings.find(({ visible, id }) => visible && id === openId)
  const pictured = useMemo(() => {
    const made = open ? drawingsExtra([open], 'open-drawing') : null
    return made ? { ...made, isForPictures: true } : null
  }, [open])
  useMapExtra(pictured)
  const kept = useDrawings((store) => store.kept)
  useEffect(() => void startKeeping(), [])
  const linkProblem = useSharedScenario()
  const { state } = useAtlas()
  const Content = sections[section]
  const show = (next: Section) =>
    useDrawings.setState({ section: next, tool: next === 'measure' ? 'line' : 'select', progress: null })
  return (
    <>
      <h2>{t('draw.title')}</h2>
      <TwoLanguages />
      <div className="draw-bar">
        <div className="segments" role="group" aria-label={t('draw.title')}>
          {(Object.keys(sections) as Section[]).map((id) => (
            <button key={id} type="button" aria-pressed={section === id} onClick={() => show(id)}>
              {t(`draw.sections.${id}`)}
            </button>
          ))}
        </div>
        <div className="undo-buttons">
          <button
            type="button"
            className="icon-button"
            disabled={past.length === 0}
            aria-label={t('draw.undo')}
            title={`${t('draw.undo')} (Ctrl+Z)`}
            onClick={undoStep}
          >
            <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" className="line-icon">
              <path d="M9 6 4 11l5 5M4 11h10a6 6 0 0 1 0 12" transform="translate(0 -2)" />
            </svg>
          </button>
          <button
            type="button"
            className="icon-button"
            disabled={future.length === 0}
            aria-label={t('draw.redo')}
            title={`${t('draw.redo')} (Ctrl+Shift+Z)`}
            onClick={redoStep}
          >
            <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" className="line-icon">
              <path d="M15 6l5 5-5 5M20 11H10a6 6 0 0 0 0 12" transform="translate(0 -2)" />
            </svg>
          </button>
        </div>
      </div>
      {kept === 'unavailable' ? <p className="quiet">{t('draw.notKept')}</p> : null}
      {linkProblem ? (
        <p className="problem" role="alert">
          {state.language === 'vi' ? linkProblem.text_vi : linkProblem.text_en}
        </p>
      ) : null}
      <Content />
    </>
  )
}
