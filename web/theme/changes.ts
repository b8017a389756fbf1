import type { PatternKind } from './patterns.ts'

/**
 * Ground gained and lost by a scenario. Blue against orange is told apart in every kind of colour vision; the
 * textures (dots for gained, hatch for lost) and edges (solid, dashed) say the same without colour.
 */
export const changeColors = { gained: '#1f5fa8', lost: '#b35806', line: '#6a1b9a', compared: '#3d4a4f' } as const
export type ChangePattern = PatternKind
