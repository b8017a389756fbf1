import type { ReactNode } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { ApiError } from '../api/client.ts'

/** An answer that may be on its way; the query cache's have all of this. */
export interface PanelAnswer<T> {
  data: T | undefined
  error: Error | undefined
  /** Asks again. */
  mutate: () => unknown
}

/** What a panel shows while its answer is on the way, and when it does not come. */
export function PanelQuery<T>({ query, children }: { query: PanelAnswer<T>; children: (data: T) => ReactNode }) {
  const { t } = useTranslation()
  if (query.data !== undefined) return <>{children(query.data)}</>
  // A packed atlas says what it does not hold; to ask again would not help.
  if (query.error instanceof ApiError && query.error.status === 501)
    return (
      <p className="notice" role="status">
        {query.error.message}
      </p>
    )
  if (query.error) {
    const unreachable = query.error instanceof ApiError && query.error.status === 0
    return (
      <div className="problem" role="alert">
        <p>{unreachable ? t('problem.offline') : t('problem.refused', { message: query.error.message })}</p>
        <button type="button" className="button" onClick={() => void query.mutate()}>
          {t('app.retry')}
        </button>
      </div>
    )
  }
  return (
    <div className="skeletons" role="status" aria-label={t('app.loading')}>
      <span />
      <span />
      <span />
      <span />
    </div>
  )
}
