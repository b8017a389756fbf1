import { useId, useState } from 'react'
import { formatNumber } from '../../format/numbers.ts'
import { parseNumber } from '../../format/parse-number.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'

/** A number of metres to be typed over; what lies beyond the limits stays in the field and is told. */
export function MetersField({
  label,
  meters,
  least,
  most,
  hint,
  problem,
  onChange,
}: {
  label: string
  meters: number
  least: number
  most: number
  hint?: string
  problem: string
  onChange: (meters: number) => void
}) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const value = typed === null ? null : parseNumber(typed)
  const isWrong = typed !== null && (value === null || value < least || value > most)
  const commit = () => {
    if (typed === null || isWrong || value === null) return
    if (value !== meters) onChange(value)
    setTyped(null)
  }
  const note = isWrong ? (value === null ? t('draw.notANumber') : problem) : hint
  return (
    <div className="draw-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="text-input"
        inputMode="decimal"
        aria-invalid={isWrong}
        aria-describedby={`${id}-hint`}
        value={typed ?? formatNumber(meters, state.language)}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
          if (event.key === 'Escape') setTyped(null)
        }}
      />
      <p id={`${id}-hint`} className={isWrong ? 'field-problem' : 'row-note'} role={isWrong ? 'alert' : undefined}>
        {note}
      </p>
    </div>
  )
}
