import { describe, expect, it } from 'vitest'
import { placeholder, splitTemplate, toShownScale } from './show-number.ts'

describe('a number on the screen', () => {
  it('is counted as its language counts: 750,000 tỷ đồng are 750 trillion', () => {
    expect(toShownScale(750_000, 'billionVnd', 'vi')).toBe(750_000)
    expect(toShownScale(750_000, 'billionVnd', 'en')).toBe(750)
    expect(toShownScale(750_000, 'billionVnd', 'zh')).toBe(750)
  })
  it('is in millions in Vietnamese and English, in ten thousands in Chinese, Japanese and Korean', () => {
    expect(toShownScale(43_250_000, 'tonnesPerYear', 'vi')).toBe(43.25)
    expect(toShownScale(43_250_000, 'tonnesPerYear', 'ja')).toBe(4325)
    expect(toShownScale(15, 'billionUsd', 'en')).toBe(15)
    expect(toShownScale(15, 'billionUsd', 'ko')).toBe(150)
  })
  it('leaves hectares alone', () => {
    expect(toShownScale(5345, 'ha', 'zh')).toBe(5345)
  })
  it('stands between the words of its template', () => {
    expect(splitTemplate(`over ${placeholder} ha`)).toEqual(['over', 'ha'])
    expect(splitTemplate(`${placeholder}%`)).toEqual(['', '%'])
  })
})
