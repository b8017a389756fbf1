import type { ReactNode } from 'react'

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
