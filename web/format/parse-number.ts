/**
 * A number as a person types it, in Vietnamese or English habit: `1.234,5`, `1,234.5`, `12,5`, `12.5`.
 *
 * The last separator is the decimal mark if it stands only once; a separator that repeats parts thousands.
 */
export function parseNumber(text: string): number | null {
  const typed = text.replace(/[\s\u00a0]/g, '')
  if (!/^[+-]?\d[\d.,]*$/.test(typed)) return null
  const last = Math.max(typed.lastIndexOf('.'), typed.lastIndexOf(','))
  const mark = typed[last]
  const isDecimal = mark !== undefined && typed.indexOf(mark) === last
  const whole = isDecimal ? typed.slice(0, last) : typed
  const value = Number(whole.replace(/[.,]/g, '') + (isDecimal ? `.${typed.slice(last + 1)}` : ''))
  return Number.isFinite(value) ? value : null
}
