import { useTranslation } from '../../i18n/use-translation.ts'
import { undoStep } from './use-pencil.ts'

/** Says what was deleted, and brings it back. */
export function DeletedNotice({ name, onUndone }: { name: string | null; onUndone: () => void }) {
  const { t } = useTranslation()
  if (name === null) return null
  return (
    <p className="draw-notice" role="status">
      {t('draw.deleted', { name })}{' '}
      <button
        type="button"
        className="link-button"
        onClick={() => {
          undoStep()
          onUndone()
        }}
      >
        {t('draw.undo')}
      </button>
    </p>
  )
}
