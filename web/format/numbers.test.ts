import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  formatDate,
  formatHectares,
  formatNumber,
  formatRadius,
  formatRangePercent,
  formatSigned,
  formatStated,
} from './numbers.ts'

describe('numbers for people', () => {
  it('say how sure a share is', () => {
    expect(formatRangePercent({ low: 0.217, value: 0.458, high: 0.638 }, 'en')).toBe('45.8% (21.7–63.8%)')
    expect(formatRangePercent({ low: 0.217, value: 0.458, high: 0.638 }, 'vi')).toBe('45,8% (21,7–63,8%)')
  })
  it('separate thousands as each language does', () => {
    expect(formatNumber(161225, 'vi')).toBe('161.225')
    expect(formatNumber(161225, 'en')).toBe('161,225')
    expect(formatNumber(66497.57, 'vi')).toBe('66.497,57')
  })
  it('leave a year alone', () => {
    expect(formatStated(2030, 'year', 'vi')).toBe('2030')
    expect(formatStated(2030, 'ha', 'vi')).toBe('2.030')
  })
  it.each([
    ['vi', '1.320', '31,1', '161.225 ha'],
    ['en', '1,320', '31.1', '161,225 ha'],
    ['zh', '1.32万亿', '3110万', '161,225公顷'],
    ['ja', '1.32兆', '3110万', '161,225 ha'],
    ['ko', '1.32조', '3110만', '161,225ha'],
  ] as const)('count money as %s does', (language, billions, millions, land) => {
    expect(formatStated(1320, 'billionVnd', language)).toBe(billions)
    expect(formatStated(31.1, 'millionUsd', language)).toBe(millions)
    expect(formatHectares(161225, language)).toBe(land)
  })
  it('do not claim more than a measure is worth', () => {
    expect(formatHectares(66497.57, 'en')).toBe('66,498 ha')
    expect(formatHectares(3.14, 'en')).toBe('3.1 ha')
  })
  it('give a radius in the unit people think in', () => {
    expect(formatRadius(700, 'en')).toBe('± 700 m')
    expect(formatRadius(4000, 'vi')).toBe('± 4 km')
    expect(formatRadius(1500, 'vi')).toBe('± 1,5 km')
    expect(formatRadius(1500, 'zh')).toBe('± 1.5公里')
  })
  it('show the sign of a difference, but not of nothing', () => {
    expect(formatSigned(12.3, 'en')).toBe('+12.3')
    expect(formatSigned(0, 'en')).toBe('0')
  })
  it('write a date as the locale does and leave vague ones as they are', () => {
    expect(formatDate('2023-02-27', 'en')).toBe('27 Feb 2023')
    expect(formatDate('2021-03', 'vi')).toBe('03/2021')
    expect(formatDate('2021-03', 'ko')).toBe('2021년 3월')
    expect(formatDate('2023', 'ja')).toBe('2023')
  })

  it('say roughly what an origin says roughly', () => {
    expect(formatDate('about 2014', 'vi')).toBe('khoảng 2014')
    expect(formatDate('n.d., about 2020-2021', 'ja')).toBe('2020-2021年頃')
    expect(formatDate('2022 or later', 'zh')).toBe('2022 年或以后')
    expect(formatDate('about 2014', 'en')).toBe('about 2014')
    expect(formatDate('n.d., after the plan of 2023', 'ko')).toBe('2023년 계획 이후')
    expect(formatDate('after 2023-02', 'zh')).toBe('2023年2月 之后')
    expect(formatDate('2025-12-20 and 2026-01-19', 'en')).toBe('20 Dec 2025 and 19 Jan 2026')
    expect(formatDate('about 2024-2026', 'en')).toBe('about 2024-2026')
    expect(formatDate('around harvest', 'vi')).toBe('around harvest')
  })

  it.each(['vi', 'zh', 'ja', 'ko'] as const)(
    'say the date of every origin without a word of English: %s',
    (language) => {
      const origins = JSON.parse(readFileSync('seeds/sources.json', 'utf8')) as { date: string | null }[]
      const said = origins.flatMap(({ date }) => (date === null ? [] : [formatDate(date, language)]))
      expect(
        said.filter((date) => /\b(?:n\.d|about|after|before|or|and|later|of|project|records|year|April)\b/.test(date)),
      ).toEqual([])
    },
  )
})
