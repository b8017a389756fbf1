import type { Language } from '../state/atlas-state.ts'
import { parseNumber } from './parse-number.ts'

/**
 * A number as the reader's language writes it, so that what `formatNumber` shows can be typed back: `1,000` is a
 * thousand in English and one in Vietnamese. What fits no such habit is read as `parseNumber` does.
 */
export function parseLocalized(text: string, language: Language): number | null {
  const typed = text.replace(/[\s\u00a0\u202f]/g, '')
  const [group, decimal] = language === 'vi' ? ['.', ','] : [',', '.']
  const grouped = new RegExp(`^[+-]?\\d{1,3}(?:\\${group}\\d{3})+(?:\\${decimal}\\d+)?$`)
  if (!grouped.test(typed)) return parseNumber(typed)
  return Number(typed.replaceAll(group, '').replace(decimal, '.'))
}
