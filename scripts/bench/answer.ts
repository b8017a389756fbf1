/** One measured budget: what was asked, what came out, and the limit it is held against. */
export interface Answer {
  question: string
  value: string
  limit: string
  verdict: 'within' | 'OVER' | 'for information' | `not measured: ${string}`
}

export function judge(
  question: string,
  value: number,
  limit: { atMost: number } | { atLeast: number } | null,
  format: (value: number) => string,
): Answer {
  if (limit === null) return { question, value: format(value), limit: '', verdict: 'for information' }
  const holds = 'atMost' in limit ? value <= limit.atMost : value >= limit.atLeast
  const sign = 'atMost' in limit ? `≤ ${format(limit.atMost)}` : `≥ ${format(limit.atLeast)}`
  return { question, value: format(value), limit: sign, verdict: holds ? 'within' : 'OVER' }
}

/** A kilobyte has 1000 bytes here, as in network figures. */
export function formatKilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}

export function toTable(answers: readonly Answer[]): string {
  const rows = [{ question: 'question', value: 'measured', limit: 'limit', verdict: 'verdict' }, ...answers]
  const width = (key: keyof Answer) => Math.max(...rows.map((row) => Array.from(row[key]).length))
  const widths = { question: width('question'), value: width('value'), limit: width('limit') }
  return rows
    .map(({ question, value, limit, verdict }) =>
      [question.padEnd(widths.question), value.padStart(widths.value), limit.padStart(widths.limit), verdict].join(
        '  ',
      ),
    )
    .join('\n')
}

/** The middle one, so that a single slow run says nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const [low = NaN, high = NaN] =
    sorted.length % 2 === 0 ? sorted.slice(middle - 1, middle + 1) : [sorted[middle], sorted[middle]]
  return (low + high) / 2
}

/** So much that the share of them is no more: 0.95 leaves out the slowest of twenty. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
