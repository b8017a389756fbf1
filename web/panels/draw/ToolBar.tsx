import { useTranslation } from '../../i18n/use-translation.ts'
import { useDrawings, type DrawTool } from '../../state/drawing-store.ts'
import { pencil } from './use-pencil.ts'

/** Pictograms on a 24 × 24 grid. */
const pictures: Record<DrawTool, string> = {
  select: 'M6 3l12 9-5.5 1L15 19l-2.500 1-2.500-6L6 18z',
  polygon: 'M5 9l8-5 7 6-3 9H7z',
  line: 'M4 18l6-9 5 5 5-9',
  point: 'M12 21s-6-6.500-6-11a6 6 0 0 1 12 0c0 4.500-6 11-6 11zM12 8a2 2 0 1 0 .01 0',
  circle: 'M12 4a8 8 0 1 0 .01 0M12 12h8',
}

/** The tools, and while something is being drawn how to end it: with a finger there is no Enter. */
export function ToolBar({ tools }: { tools: readonly DrawTool[] }) {
  const { t } = useTranslation()
  const tool = useDrawings((store) => store.tool)
  const progress = useDrawings((store) => store.progress)
  const isDrawing = progress !== null && progress.id === null
  return (
    <>
      <div className="draw-tools" role="group" aria-label={t('draw.tools')}>
        {tools.map((one) => (
          <button
            key={one}
            type="button"
            data-tool={one}
            aria-pressed={tool === one}
            onClick={() =>
              useDrawings.setState({
                tool: one,
                progress: null,
                ...(one === 'select' ? {} : { openDrawingId: null }),
              })
            }
          >
            <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
              <path d={pictures[one]} />
            </svg>
            {t(`draw.tool.${one}`)}
          </button>
        ))}
      </div>
      <p className="quiet draw-hint" role="status">
        {t(`draw.hint.${tool}`)}
      </p>
      {isDrawing ? (
        <div className="draw-ending">
          <button type="button" className="button" onClick={() => pencil()?.finish()}>
            {t('draw.finish')}
          </button>
          <button type="button" className="button" onClick={() => pencil()?.cancel()}>
            {t('draw.cancel')}
          </button>
        </div>
      ) : null}
    </>
  )
}
