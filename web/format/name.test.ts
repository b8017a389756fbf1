import { beforeAll, describe, expect, it } from 'vitest'
import { startSpeaking, wordsIn } from '../i18n/index.ts'
import type { Language } from '../state/atlas-state.ts'
import { formatName } from './name.ts'

beforeAll(async () => {
  await startSpeaking('en')
})

const say = async (language: Language, name_vi: string, name_en: string) =>
  formatName({ name_vi, name_en }, language, await wordsIn(language, []))

describe('a name', () => {
  it.each([
    ['vi', 'KCN Bỉm Sơn'],
    ['en', 'Bỉm Sơn Industrial Park'],
    ['zh', 'Bỉm Sơn 工业园区'],
    ['ja', 'Bỉm Sơn 工業団地'],
    ['ko', 'Bỉm Sơn 산업단지'],
  ] as const)('keeps the place and says what it is, in %s', async (language, expected) => {
    expect(await say(language, 'KCN Bỉm Sơn', 'Bỉm Sơn Industrial Park')).toBe(expected)
  })
  it('takes the exonym where there is one, before any ending', async () => {
    expect(await say('ja', 'Cảng Nghi Sơn', 'Nghi Sơn Seaport')).toBe('ニソン（Nghi Sơn）港')
    expect(await say('zh', 'Ga Thanh Hóa', 'Thanh Hóa Station')).toBe('清化（Thanh Hóa）站')
    expect(await say('zh', 'Ga Bỉm Sơn', 'Bỉm Sơn Station')).toBe('Bỉm Sơn 站')
  })
  it('takes the longest ending', async () => {
    const name = ['KCN dịch vụ Quảng Lưu - Quảng Lộc', 'Quảng Lưu - Quảng Lộc Service Industrial Park'] as const
    expect(await say('ko', ...name)).toBe('Quảng Lưu - Quảng Lộc 서비스 산업단지')
  })
  it('numbers the parks of the zone', async () => {
    const name = ['KCN số 3 - KKT Nghi Sơn', 'Industrial Park No. 3, Nghi Sơn Economic Zone'] as const
    expect(await say('ko', ...name)).toBe('응이선(Nghi Sơn) 경제구역 제3 산업단지')
  })
  it('is in English where the language has no words for it', async () => {
    expect(await say('zh', 'Đề án phát triển kinh tế ban đêm', 'Night economy scheme')).toBe('Night economy scheme')
    const name = 'Driver-city infrastructure of Nghi Sơn town'
    expect(await say('ko', 'Hạ tầng đô thị động lực thị xã Nghi Sơn', name)).toBe(name)
  })
  it('may be missing in one of the two', () => {
    const t = (() => '') as unknown as Parameters<typeof formatName>[2]
    expect(formatName({ name_vi: 'Ga', name_en: null }, 'en', t)).toBe('Ga')
    expect(formatName({ name_vi: null, name_en: null }, 'vi', t)).toBe('')
  })
})
