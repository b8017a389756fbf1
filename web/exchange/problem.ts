/**
 * Why a file cannot be taken: a code and its values, from which the page makes one sentence a reader can act on.
 *
 * Everything a file can do to us ends here; what else is thrown is our own fault and says so (`broken`).
 */
export const problemCodes = [
  'too-large',
  'unpacks-too-large',
  'too-many-files',
  'too-many-positions',
  'too-many-features',
  'too-deep',
  'too-slow',
  'unknown-format',
  'old-format',
  'encrypted',
  'nested-zip',
  'nothing-in-zip',
  'missing-part',
  'empty',
  'broken',
  'other-content',
  'entities',
  'no-features',
  'no-coordinates',
  'unknown-system',
  'off-earth',
  'no-worker',
] as const

export type ProblemCode = (typeof problemCodes)[number]
type Values = Readonly<Record<string, string | number>>

/** Said of a file that was taken all the same: what was guessed, left out or looks wrong. */
export const noteCodes = [
  'extension',
  'encoding-guessed',
  'positions-dropped',
  'shapes-dropped',
  'no-shape',
  'no-values',
  'headings-contradicted',
  'axes-swapped',
  'system-asked',
  'system-from-numbers',
  'system-contradicted',
  'datum-silent',
  'datum-shift',
  'outside-province',
  'entities-skipped',
  'not-kept',
] as const

export interface Note {
  code: (typeof noteCodes)[number]
  values: Values
}

export class FileProblem extends Error {
  readonly code: ProblemCode
  readonly values: Values

  constructor(code: ProblemCode, values: Values = {}) {
    super(`${code} ${JSON.stringify(values)}`)
    this.code = code
    this.values = values
  }
}

/** What was thrown, as a problem of the file: parsers throw whatever they like. */
export function toProblem(thrown: unknown, format: string): FileProblem {
  if (thrown instanceof FileProblem) return thrown
  // The stack ran out (nested junk) or memory did (sizes that are not true): both come as RangeError.
  if (thrown instanceof RangeError && /call stack/i.test(thrown.message)) return new FileProblem('too-deep')
  const detail = thrown instanceof Error ? thrown.message : String(thrown)
  return new FileProblem('broken', { format, detail: detail.replace(/\s+/g, ' ').slice(0, 160) })
}
