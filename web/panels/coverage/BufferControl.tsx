import { useId, useState } from 'react'
import { formatNumber } from '../../format/numbers.ts'
import { parseNumber } from '../../format/parse-number.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { bufferLimits } from '../../state/atlas-state.ts'
import { wantCoverage } from './live-coverage.ts'

/** The buffer distance, by slider or typed: `12`, `12,5` and `12.5` are all understood. */
export function BufferControl() {
  const { t } = useTranslation()
  const { state, dispatch } = useAtlas()
  const id = useId()
  const kilometers = state.bufferMeters / 1000
  const [typed, setTyped] = useState<string | null>(null)
  const set = (value: number) => {
    const meters = Math.round(value * 1000)
    const bufferMeters = Math.min(bufferLimits.most, Math.max(bufferLimits.least, meters))
    // Asked before the page is drawn with the new distance: the worker answers meanwhile.
    wantCoverage({ corridors: state.coverageCorridors, bufferMeters })
    dispatch({ type: 'set-buffer', bufferMeters })
  }
  const commit = () => {
    const value = typed === null ? null : parseNumber(typed)
    if (value !== null) set(value)
    setTyped(null)
  }
  return (
    <div className="buffer">
      <label htmlFor={id}>{t('coverage.buffer')}</label>
      <input
        id={id}
        type="range"
        min={bufferLimits.least / 1000}
        max={bufferLimits.most / 1000}
        step={0.5}
        value={kilometers}
        onChange={(event) => set(event.target.valueAsNumber)}
      />
      <input
        className="text-input"
        inputMode="decimal"
        aria-label={`${t('coverage.buffer')} (${t('coverage.bufferUnit')})`}
        value={typed ?? formatNumber(kilometers, state.language)}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
        }}
      />
      <span>{t('coverage.bufferUnit')}</span>
    </div>
  )
}
