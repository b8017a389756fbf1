import type { Orientation, PaperSize } from '../pdf/paper.ts'

/** What a reader chooses for a printed map. */
export interface PrintSettings {
  paper: PaperSize
  orientation: Orientation
  /** 250000 for 1:250,000. */
  scale: number
  title: string
  legend: boolean
  grid: boolean
  dpi: 150 | 300
}

export const scaleLimits = { least: 5000, most: 1_000_000 } as const
export const scalePresets = [
  5000, 10_000, 25_000, 50_000, 100_000, 150_000, 200_000, 250_000, 300_000, 400_000, 500_000, 750_000, 1_000_000,
] as const

export const usualSettings: PrintSettings = {
  paper: 'A3',
  orientation: 'landscape',
  scale: 250_000,
  title: '',
  legend: true,
  grid: true,
  dpi: 150,
}

/** Reads `250000`, `250.000`, `250,000`, `1:250 000`; null where it is no scale. Whether it is in the limits is not asked here. */
export function readScale(text: string): number | null {
  const digits = text
    .trim()
    .replace(/^1\s*[:/]\s*/, '')
    .replaceAll(/[\s.,\u00a0\u202f]/g, '')
  return /^\d{1,9}$/.test(digits) && Number(digits) > 0 ? Number(digits) : null
}
