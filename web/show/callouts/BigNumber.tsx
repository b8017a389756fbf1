import type { ReactNode } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Language } from '../../state/atlas-state.ts'
import { formatNumber, formatStated } from '../../format/numbers.ts'
import { placeholder, splitTemplate, toShownScale } from '../show-number.ts'

/** One number, large, with what it is about and, in small print, who says so. */
interface Props {
  /** The words before and after it, smaller. */
  before?: string
  number: string
  after?: string
  label: string
  /** Stated numbers stand on a solid line, computed ones on dots. */
  kind: 'stated' | 'computed'
  source: ReactNode
}

export function BigNumber({ before, number, after, label, kind, source }: Props) {
  return (
    <div className="callout">
      <p className="callout-value">
        {before ? <span className="callout-unit">{before} </span> : null}
        <span className={`callout-number callout-${kind}`}>{number}</span>
        {after ? <span className="callout-unit"> {after}</span> : null}
      </p>
      <p className="callout-label">{label}</p>
      <p className="callout-source">{source}</p>
    </div>
  )
}

interface StatedNumber {
  value: number
  valueMax?: number | undefined
  qualifier?: string | undefined
  unit: string
}

/** The parts of a stated number in the language now spoken: `over`, `50`, `%`. */
export function useNumberParts(language: Language) {
  const { t } = useTranslation()
  return ({ value, valueMax, qualifier = 'exactly', unit }: StatedNumber) => {
    const known = t(`showUnit.${unit}`, { value: placeholder })
    const [unitBefore, unitAfter] = splitTemplate(known.includes(placeholder) ? known : `${placeholder} ${unit}`)
    const [before, after] = splitTemplate(t(`showQualifier.${qualifier}`, { value: placeholder }))
    const write = (one: number) =>
      unit === 'year' ? formatStated(one, unit, language) : formatNumber(toShownScale(one, unit, language), language)
    return {
      before: [before, unitBefore].filter(Boolean).join(' '),
      number: valueMax === undefined ? write(value) : `${write(value)}–${write(valueMax)}`,
      after: [unitAfter, after].filter(Boolean).join(' '),
    }
  }
}
