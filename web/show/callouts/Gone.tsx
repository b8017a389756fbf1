import { ApiError } from '../../api/client.ts'
import { useTranslation } from '../../i18n/use-translation.ts'

/** Something a scene names is not in the atlas any more: a sentence, and the show goes on. */
export function Gone({ what }: { what: string }) {
  const { t } = useTranslation()
  return (
    <p className="callout-gone" role="status">
      {t('show.gone', { what })}
    </p>
  )
}

/** Still on its way, or why it does not come. */
export function Waiting({ error, what }: { error: Error | undefined; what?: string }) {
  const { t } = useTranslation()
  if (!error) return <div className="callout callout-waiting" aria-hidden="true" />
  if (what !== undefined && error instanceof ApiError && error.status === 404) return <Gone what={what} />
  return (
    <p className="callout-gone" role="status">
      {t('show.failed', { message: error.message })}
    </p>
  )
}
