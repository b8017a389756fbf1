import { describe, expect, it } from 'vitest'
import { fromMessageCode, toMessageCode } from './message.ts'
import { parkCodes, resolvePark } from './park-codes.ts'
import { longestLink, toShortlistLink } from './shortlist-link.ts'

describe('a message in a link', () => {
  it.each([
    'Gặp ông Hùng tuần sau nhé?',
    'Compare these & call me',
    '请看这两个园区',
    '来週の視察候補です',
    '다음 주 방문 후보입니다',
  ])('%s comes out as it went in', (message) => {
    expect(fromMessageCode(toMessageCode(message))).toBe(message)
  })
  it('needs no percent signs', () => {
    expect(toMessageCode('Hỏi giá thuê đất?')).toMatch(/^[\w-]+$/)
  })
  it('that was altered is none', () => {
    expect(fromMessageCode('%%%')).toBeNull()
    // C3 28 is no UTF-8.
    expect(fromMessageCode('wyg')).toBeNull()
  })
})

describe('the link of a shortlist', () => {
  it('of all twenty parks with a message stays below 300 letters', () => {
    const link = toShortlistLink(
      'https://bando.thanhhoa.gov.vn/',
      'vi',
      Object.keys(parkCodes),
      'Anh xem giúp các khu này, ưu tiên gần cảng; họp thứ Hai.',
    )
    expect(link.length).toBeLessThan(longestLink)
  })
})

describe('the name of a park in a link', () => {
  it('has one code each', () => {
    const codes = Object.values(parkCodes)
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes) expect(code).toMatch(/^[a-z][a-z0-9]$/)
  })
  it('may be a code or an id', () => {
    expect(resolvePark('bs')).toEqual({ type: 'known', id: 'bim-son' })
    expect(resolvePark('bim-son')).toEqual({ type: 'known', id: 'bim-son' })
  })
  it('that is no longer used leads to the one that is', () => {
    expect(resolvePark('luu-binh')).toEqual({ type: 'renamed', id: 'quang-luu-quang-loc', from: 'luu-binh' })
    expect(resolvePark('ip-le-mon')).toEqual({ type: 'renamed', id: 'le-mon', from: 'ip-le-mon' })
  })
  it('that nobody knows is said to be unknown', () => {
    expect(resolvePark('atlantis')).toEqual({ type: 'unknown', from: 'atlantis' })
    expect(resolvePark('constructor')).toEqual({ type: 'unknown', from: 'constructor' })
  })
})
