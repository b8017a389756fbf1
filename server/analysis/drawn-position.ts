/**
 * Whether a corner of a drawn shape can be worked with, or the sentence that says why not.
 */
import type { CoverageProblem } from '../domain/coverage.ts'

/** Where shapes may lie: the province and some 300 km around it. Beyond, the plane is no longer true. */
const window = { west: 101, south: 16, east: 110, north: 24 }

/** What kind of shape it is, within a sentence. */
export interface Noun {
  vi: string
  en: string
}

/** @param i from 0 */
export function findPositionProblem(noun: Noun, name: string, i: number, position: unknown): CoverageProblem | null {
  const [longitude, latitude]: unknown[] = Array.isArray(position) ? position : []
  if (typeof longitude !== 'number' || typeof latitude !== 'number' || !Number.isFinite(longitude + latitude)) {
    return {
      code: 'bad-position',
      text_vi: `Đỉnh ${i + 1} của ${noun.vi} “${name}” phải là [kinh độ, vĩ độ] tính bằng độ.`,
      text_en: `Corner ${i + 1} of the ${noun.en} “${name}” must be [longitude, latitude] in degrees.`,
    }
  }
  const { west, south, east, north } = window
  if (longitude >= west && longitude <= east && latitude >= south && latitude <= north) return null
  return {
    code: 'far-away',
    text_vi: `Đỉnh ${i + 1} của ${noun.vi} “${name}” (${show(longitude)}, ${show(latitude)}) ở quá xa Thanh Hóa: kinh độ phải từ ${west} đến ${east}, vĩ độ từ ${south} đến ${north}.`,
    text_en: `Corner ${i + 1} of the ${noun.en} “${name}” (${show(longitude)}, ${show(latitude)}) is too far from Thanh Hóa: longitudes go from ${west} to ${east}, latitudes from ${south} to ${north}.`,
  }
}

/** At most a few words of what came. */
export function show(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 60) : typeof value
}
