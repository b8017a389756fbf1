import { useTranslation } from '../../i18n/use-translation.ts'
import type { Funnel } from '../../invest/funnel.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { limitText } from './limit-words.ts'

/** 16 → 9 → 4: one bar for each limit, as wide as what it leaves. */
export function FunnelSteps({ funnel: { counts, applied } }: { funnel: Funnel }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const start = Math.max(counts[0] ?? 0, 1)
  return (
    <div className="funnel" role="status">
      <p className="visually-hidden">{counts.join(' → ')}</p>
      <ol aria-hidden="true">
        {counts.map((count, index) => {
          const limit = applied[index - 1]
          return (
            <li key={limit?.criterion ?? 'start'}>
              <span className="funnel-bar" style={{ inlineSize: `${(100 * count) / start}%` }} />
              <b>{count}</b>
              <span className="funnel-why">
                {limit ? limitText(limit, state.language, t) : t('invest.funnelStart')}
              </span>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
