import { expect, test } from 'vitest'
import { toChunks } from './break-lines.ts'

const chunks = (text: string, language: string) => toChunks(text, language).join('|')

test('Vietnamese breaks after spaces; a number keeps its separators and a no-break space its unit', () => {
  expect(chunks('rộng 161.225\u00a0ha, “chưa có” (ước tính)', 'vi')).toBe(
    'rộng |161.225\u00a0ha, |“chưa |có” |(ước |tính)',
  )
})

test('a compound may break after its hyphen, a negative number may not', () => {
  expect(chunks('Đông-Tây -5 km 2021–2030', 'vi')).toBe('Đông-|Tây |-5 |km |2021–2030')
})

test('Korean breaks after spaces only', () => {
  expect(chunks('타인호아성 계획 지도', 'ko')).toBe('타인호아성 |계획 |지도')
})

test('no Chinese line begins with closing punctuation or ends with an opening one', () => {
  for (const chunk of toChunks('清化省（越南）规划：面积566公顷，共11个。', 'zh')) {
    expect(chunk).not.toMatch(/^[，。：）]/u)
    expect(chunk).not.toMatch(/[（]$/u)
  }
})

test('a number stays with its Chinese unit', () => {
  expect(toChunks('面积566公顷', 'zh').some((chunk) => chunk.includes('566公顷'))).toBe(true)
})

test('Japanese breaks between words, small kana and long vowels stay inside', () => {
  const made = toChunks('ニャットの計画をチェックする', 'ja')
  expect(made.length).toBeGreaterThan(3)
  for (const chunk of made) expect(chunk).not.toMatch(/^[ャュョッーをの]?[ャュョッー]/u)
})
