import type { Language } from '../state/atlas-state.ts'

/**
 * How a number is set large on a screen: by the thousand units that its language counts in, so that six digits
 * are read at a glance. The word for the unit (`showUnit` in `web/i18n`) says the scale.
 */
const inTenThousands: readonly Language[] = ['zh', 'ja', 'ko']

export function toShownScale(value: number, unit: string, language: Language): number {
  switch (unit) {
    case 'tonnesPerYear':
    case 'passengersPerYear':
      return value / (inTenThousands.includes(language) ? 1e4 : 1e6)
    case 'billionUsd':
      // 亿 and 억 are a tenth of a billion.
      return inTenThousands.includes(language) ? value * 10 : value
    case 'billionVnd':
      // Vietnamese readers count in tỷ, the others in trillions (万亿, 兆, 조).
      return language === 'vi' ? value : value / 1000
    default:
      return value
  }
}

/** The words before and after the number of a template such as `over {{value}} ha`. */
export function splitTemplate(template: string): [before: string, after: string] {
  const [before = '', after = ''] = template.split(placeholder)
  return [before.trim(), after.trim()]
}

/** What stands for the number while a template is split; no word contains it. */
export const placeholder = '\u0000'
