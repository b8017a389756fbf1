import { useId, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { parseLocalized } from '../../format/parse-localized.ts'
import { formatStated } from '../../format/numbers.ts'
import { useAtlas } from '../../state/atlas-context.tsx'

interface Props {
  label: string
  value: number | null
  /** Shown after the field. */
  unit: string
  placeholder?: string
  /** A year is a name, not a quantity: no thousands separator. */
  isYear?: boolean
  onValue: (value: number | null) => void
}

/** A number typed in the habit of any of the languages; what is none says so and changes nothing. */
export function NumberField({ label, value, unit, placeholder, isYear = false, onValue }: Props) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const [typed, setTyped] = useState<string | null>(null)
  const problemId = useId()
  const text = typed ?? (value === null ? '' : formatStated(value, isYear ? 'year' : '', state.language))
  const isWrong = typed !== null && typed.trim() !== '' && !isFit(parseLocalized(typed, state.language))
  return (
    <span className="number-field">
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? problemId : undefined}
        value={text}
        placeholder={placeholder}
        onChange={(event) => {
          const next = event.target.value
          setTyped(next)
          const number = parseLocalized(next, state.language)
          if (next.trim() === '') onValue(null)
          else if (isFit(number)) onValue(number)
        }}
        onBlur={() => {
          if (!isWrong) setTyped(null)
        }}
      />
      <span className="number-unit" aria-hidden="true">
        {unit}
      </span>
      {isWrong ? (
        <span className="field-problem" id={problemId} role="alert">
          {t('invest.notANumber', { typed })}
        </span>
      ) : null}
    </span>
  )
}

function isFit(number: number | null): number is number {
  return number !== null && number >= 0 && number <= 99_999_999
}
