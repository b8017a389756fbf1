import '../../theme/phases.css'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { phases, type Phase } from '../../state/atlas-state.ts'
import type { Comparison } from '../../state/look-state.ts'

const ways = ['swipe', 'fade'] as const

/** How two years are compared: which other year, by a divider or by fading, and how far. */
export default function CompareBar({ compare }: { compare: Comparison }) {
  const { t } = useTranslation()
  const { state, dispatch } = useAtlas()
  const set = (change: Partial<Comparison>) => dispatch({ type: 'look', look: { compare: { ...compare, ...change } } })
  return (
    <div className="compare-bar" role="group" aria-label={t('compare.title')}>
      <span className="compare-pair">
        {state.phase} ↔{' '}
        <select
          value={compare.phase}
          aria-label={t('compare.other')}
          onChange={(event) => set({ phase: Number(event.target.value) as Phase })}
        >
          {phases.map((phase) => (
            <option key={phase} value={phase}>
              {phase}
            </option>
          ))}
        </select>
      </span>
      {ways.map((by) => (
        <button key={by} type="button" aria-pressed={compare.by === by} onClick={() => set({ by })}>
          {t(`compare.${by}`)}
        </button>
      ))}
      {compare.by === 'fade' ? (
        <input
          type="range"
          min={0}
          max={1}
          step={0.02}
          value={compare.share}
          aria-label={t('compare.fadeLabel', { phase: compare.phase })}
          onChange={(event) => set({ share: event.target.valueAsNumber })}
        />
      ) : null}
    </div>
  )
}
