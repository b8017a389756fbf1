/** Sheets of ISO 216 in millimetres. */
export const paperSizes = {
  A4: [210, 297],
  A3: [297, 420],
  A2: [420, 594],
  A1: [594, 841],
  A0: [841, 1189],
} as const

export type PaperSize = keyof typeof paperSizes
export type Orientation = 'portrait' | 'landscape'

export interface PageSize {
  widthMm: number
  heightMm: number
}

export function pageSize(size: PaperSize, orientation: Orientation): PageSize {
  const [short, long] = paperSizes[size]
  return orientation === 'portrait' ? { widthMm: short, heightMm: long } : { widthMm: long, heightMm: short }
}
