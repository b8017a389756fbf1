import {
  criterionOf,
  isMoreBetter,
  rankedCriteria,
  type Measured,
  type Measurements,
  type RankedId,
} from './criteria.ts'

/**
 * Parks side by side: what differs first, what is equal after it, what nobody has published last.
 *
 * The best of a criterion is the one whose range no other reaches; where ranges overlap with the best value, the
 * parks are `close`: within what is known, neither is better.
 */
export interface ComparedRow {
  criterion: RankedId
  /** In the order of the parks; null: not known. */
  values: readonly (Measured | null)[]
  verdicts: readonly ('best' | 'close' | 'none')[]
  kind: 'differs' | 'equal' | 'unknown'
}

export function compare(parks: readonly { measurements: Measurements }[]): ComparedRow[] {
  const rows = rankedCriteria.map(({ id }) =>
    toRow(
      id,
      parks.map(({ measurements }) => measurements[id]),
    ),
  )
  const order = ['differs', 'equal', 'unknown'] as const
  return order.flatMap((kind) => rows.filter((row) => row.kind === kind))
}

function toRow(criterion: RankedId, values: (Measured | null)[]): ComparedRow {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return { criterion, values, verdicts: values.map(() => 'none'), kind: 'unknown' }
  const isEqual =
    known.length === values.length && known.every(({ value }) => Math.abs(value - (known[0]?.value ?? 0)) < 1e-9)
  if (isEqual) return { criterion, values, verdicts: values.map(() => 'none'), kind: 'equal' }
  return { criterion, values, verdicts: verdictsOf(criterion, values), kind: 'differs' }
}

function verdictsOf(criterion: RankedId, values: readonly (Measured | null)[]): ComparedRow['verdicts'] {
  const known = values.filter((value) => value !== null)
  // The best of one is no comparison.
  if (known.length < 2) return values.map(() => 'none')
  const more = isMoreBetter(criterionOf(criterion))
  const best = known.reduce((one, other) => ((more ? other.value > one.value : other.value < one.value) ? other : one))
  const reaches = (value: Measured) => (more ? value.high >= best.low : value.low <= best.high)
  const rivals = known.filter((value) => reaches(value))
  return values.map((value) => {
    if (!value || !reaches(value)) return 'none'
    return rivals.length === 1 ? 'best' : 'close'
  })
}
