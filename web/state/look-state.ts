import type { Phase } from './atlas-state.ts'

/**
 * How the reader looks at the plan, beyond layers and phase: two years at once, what appears by a year, how far
 * the next corridor is. In a link: `cmp=swipe:2030:0.5`, `pl=1`, `gap=1`.
 */
export interface Look {
  /** The other year beside or over the one of the phase bar. */
  compare: Comparison | null
  /** The list of what appears by the chosen year is open. */
  phaseList: boolean
  /** The map of distances to the nearest corridor is drawn while the coverage panel is open. */
  gaps: boolean
}

export interface Comparison {
  by: 'swipe' | 'fade'
  phase: Phase
  /** Swipe: where the divider stands, from the left. Fade: how much of the other year is seen. */
  share: number
}

export const usualLook: Look = { compare: null, phaseList: false, gaps: false }

export function lookParts({ compare, phaseList, gaps }: Look): string[] {
  return [
    ...(compare ? [`cmp=${compare.by}:${compare.phase}:${Number(compare.share.toFixed(3))}`] : []),
    ...(phaseList ? ['pl=1'] : []),
    ...(gaps ? ['gap=1'] : []),
  ]
}

export function readLook(fields: ReadonlyMap<string, string>): Look {
  const [, by, phase, share] = /^(swipe|fade):(2021|2025|2030):([01]|0\.\d{1,3})$/.exec(fields.get('cmp') ?? '') ?? []
  return {
    compare: by && phase ? { by: by as Comparison['by'], phase: Number(phase) as Phase, share: Number(share) } : null,
    phaseList: fields.get('pl') === '1',
    gaps: fields.get('gap') === '1',
  }
}
