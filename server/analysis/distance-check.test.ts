import { describe, expect, test } from 'vitest'
import { realAccessFeatures, realPlace, realSeed } from '../testing/real-data.ts'
import { prepareAccess } from './access.ts'
import { distanceCheck } from './distance-check.ts'

const driving = realSeed('transport/driving.json')
const distances = realSeed('distances.json')
const places = realSeed('distance-places.json')
const originsById = new Map(realSeed('sources.json').map((origin) => [origin.id, origin]))
const ground = prepareAccess(realAccessFeatures(), driving)
const check = distanceCheck(ground, { distances, places, driving, originsById }, realPlace)
const row = (id: string) => check.rows.find((one) => one.id === id)

describe('names are resolved by the table', () => {
  test('which holds every name once, with a feature or a reason', () => {
    const names = new Set(distances.flatMap(({ from_vi, to_vi }) => [from_vi, to_vi]))
    expect(places.map(({ name_vi }) => name_vi).toSorted()).toEqual([...names].toSorted())
    for (const { name_vi, feature, reason_vi, reason_en } of places) {
      expect([feature === null, reason_vi !== null, reason_en !== null], name_vi).toEqual(
        feature === null ? [true, true, true] : [false, false, false],
      )
    }
  })

  test('and every feature in it exists and has a position', () => {
    const reasons = check.rows.map(({ reason }) => reason?.text_en)
    expect(reasons).not.toContain('Nobody has published where it is.')
  })
})

describe('what counts', () => {
  test('all published distances are listed, most are computed', () => {
    expect(check.summary.published).toBe(distances.length)
    expect(check.rows).toHaveLength(distances.length)
    expect(check.summary.counted).toBe(check.rows.filter(({ reason }) => reason === null).length)
  })

  test('a length that the computation uses does not', () => {
    expect(row('ql1a-do-len-ql217-km0-na-meo')).toMatchObject({ counts: false, publishedKilometers: 195.4 })
    expect(row('ql1a-do-len-ql217-km0-na-meo')?.reason?.text_en).toContain('takes this length')
  })

  test('nor does what placed one of its ends, goes by rail, or starts nobody knows where', () => {
    expect(row('nut-giao-gia-mieu-nut-giao-ha-linh')?.counts).toBe(false)
    expect(row('ha-noi-ga-thanh-hoa')).toMatchObject({ counts: false, computedKilometers: null })
    expect(row('kkt-nghi-son-ha-noi')?.reason?.text_en).toContain('40 km long')
  })

  test('the expressway is driven on from 2023 on only', () => {
    expect(row('kcn-bim-son-cang-nghi-son')).toMatchObject({ phase: 2021 })
    expect(row('kcn-phia-tay-cang-nghi-son')).toMatchObject({ phase: 2025 })
  })
})

describe('the summary', () => {
  test('follows from the rows', () => {
    const errors = check.rows
      .filter(({ counts }) => counts)
      .map(({ computedKilometers, publishedKilometers }) =>
        Math.abs((computedKilometers?.value ?? 0) / publishedKilometers - 1),
      )
      .toSorted((a, b) => a - b)
    const middle = errors.length / 2
    const median = ((errors[Math.floor(middle - 0.5)] ?? 0) + (errors[Math.ceil(middle - 0.5)] ?? 0)) / 2
    expect(check.summary.medianError).toBeCloseTo(median, 2)
    const inside = check.rows.filter(({ counts, isInside }) => counts && isInside).length
    expect(check.summary).toMatchObject({ inside, insideShare: inside / errors.length })
  })

  test('keeps the promise: half of the errors within a tenth, four fifths inside our range', () => {
    expect(check.summary.medianError).toBeLessThanOrEqual(0.1)
    expect(check.summary.insideShare).toBeGreaterThanOrEqual(0.8)
  })
})
