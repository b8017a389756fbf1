import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entries, plan } from './fixture.ts'
import { buildSearchIndex, groupHits, search, type SearchHit } from './search.ts'

const index = buildSearchIndex(entries, plan)
const find = (text: string, count = 3) => search(index, text).slice(0, count).map(toLink)

describe('what must be among the first three', () => {
  test.each([
    ['Thanh Hoa', ['province:thanh-hoa', 'districts:thanh-hoa']],
    ['Thanh Hoá', ['province:thanh-hoa', 'districts:thanh-hoa']],
    ['Dong Son', ['districts:dong-son', 'units:phuong-dong-son']],
    ['Đông Sơn', ['districts:dong-son', 'units:phuong-dong-son']],
    ['dongson', ['districts:dong-son', 'units:phuong-dong-son']],
    ['dong tien', ['units:phuong-dong-tien', 'units:xa-dong-tien']],
    ['Bim Son', ['parks:bim-son', 'districts:bim-son']],
    ['KCN Bim Son', ['parks:bim-son']],
    ['Hoằng Hoá', ['districts:hoang-hoa', 'units:xa-hoang-hoa']],
    ['huyện Hoằng Hóa', ['districts:hoang-hoa']],
    ['Nghi Son', ['zones:nghi-son', 'ports:nghi-son']],
    ['Le Mon', ['parks:le-mon', 'ports:le-mon']],
    ['Như Xuân', ['districts:nhu-xuan', 'units:xa-nhu-xuan']],
    ['nhu xuan', ['districts:nhu-xuan', 'units:xa-nhu-xuan']],
    ['dao duy tu', ['units:phuong-dao-duy-tu']],
    ['153/QĐ-TTg', ['origin:d153']],
    ['huyện Quảng Xương', ['districts:quang-xuong']],
    ['thị xã Nghi Sơn', ['districts:nghi-son']],
    ['hanh lang ven bien', ['corridors:ven-bien']],
  ])('%s', (text, expected) => {
    expect(find(text)).toEqual(expect.arrayContaining(expected))
  })
})

describe('what must come first', () => {
  test.each([
    ['hanh lang ven bien', 'corridors:ven-bien'],
    ['coastal corridor', 'corridors:ven-bien'],
    ['KCN Bim Son', 'parks:bim-son'],
    ['kcnbimson', 'parks:bim-son'],
    ['khu công nghiệp Bỉm Sơn', 'parks:bim-son'],
    ['bim son industrial park', 'parks:bim-son'],
    ['industrial park bim son', 'parks:bim-son'],
    ['KKT Nghi Sơn', 'zones:nghi-son'],
    ['nghi son economic zone', 'zones:nghi-son'],
    ['cảng nghi sơn', 'ports:nghi-son'],
    ['nghi son port', 'ports:nghi-son'],
    ['Nghi Sơn town', 'districts:nghi-son'],
    ['thị xã Nghi Sơn', 'districts:nghi-son'],
    ['TX Nghi Sơn', 'districts:nghi-son'],
    ['H. Quảng Xương', 'districts:quang-xuong'],
    ['TP. Thanh Hóa', 'districts:thanh-hoa'],
    ['tỉnh thanh hóa', 'province:thanh-hoa'],
    ['P. Đông Tiến', 'units:phuong-dong-tien'],
    ['QL45', 'roads:ql45'],
    ['ql 45', 'roads:ql45'],
    ['quoc lo 45', 'roads:ql45'],
    ['highway 45', 'roads:ql45'],
    ['QL1A', 'roads:ql1a'],
    ['đt506', 'roads:dt506'],
    ['ĐT.506', 'roads:dt506'],
    ['ho chi minh', 'roads:ho-chi-minh'],
    ['hành lang Hồ Chí Minh', 'corridors:ho-chi-minh'],
    ['industrial bim son', 'parks:bim-son'],
    ['động lực bỉm sơn', 'centres:bim-son-thach-thanh'],
    ['đường Hồ Chí Minh', 'roads:ho-chi-minh'],
    ['sân bay Thọ Xuân', 'airports:tho-xuan'],
    ['Tĩnh Gia', 'districts:nghi-son'],
    ['dong tien dong son', 'communes:dong-tien-dong-son'],
    ['161.225', 'figure:zones-and-parks-area'],
    ['161,225 ha', 'figure:zones-and-parks-area'],
    ['153', 'origin:d153'],
    ['18/2015/QĐ-TTg', 'origin:d18'],
    ['du lịch', 'pillar:tourism'],
  ])('%s', (text, first) => {
    expect(find(text, 1)).toEqual([first])
  })
})

test('exact accents come before other accents', () => {
  expect(find('Đông Tiến', 2)).toEqual(['units:phuong-dong-tien', 'communes:dong-tien-dong-son'])
  expect(find('Đồng Tiến', 2)).toEqual(['units:xa-dong-tien', 'communes:dong-tien-trieu-son'])
})

test('an old district knows the units of today', () => {
  const [first] = search(index, 'huyện Đông Sơn')
  expect(first?.target.type === 'feature' && first.target.today.map(({ name_vi }) => name_vi)).toEqual([
    'Phường Đông Sơn',
    'Phường Đông Tiến',
  ])
})

test('a former commune says which district it lay in, so that namesakes can be told apart', () => {
  const districts = search(index, 'phường Đông Sơn').flatMap(({ target }) =>
    target.type === 'feature' && target.collection === 'communes' && target.name_vi === 'Phường Đông Sơn'
      ? [target.district?.name_vi]
      : [],
  )
  expect(new Set(districts)).toEqual(new Set(['Thành phố Thanh Hóa', 'Thị xã Bỉm Sơn']))
})

test('a hit by another spelling names it', () => {
  expect(search(index, 'Tinh Gia')[0]?.alias).toBe('Tĩnh Gia')
  expect(search(index, 'Bim Son')[0]?.alias).toBeNull()
})

test.each([
  ['quang xuog', 'districts:quang-xuong'],
  ['bimson industral park', 'parks:bim-son'],
  ['nhi son', 'zones:nghi-son'],
  ['hoang hao', 'districts:hoang-hoa'],
])('one or two slips of the finger are forgiven: %s', (text, expected) => {
  expect(find(text)).toContain(expected)
})

test.each([
  ['Quốc lộ 45 (đi Ninh Bình)', 'roads:ql45'],
  ['KCN Bỉm Sơn, giai đoạn 2', 'parks:bim-son'],
  ['Thanh Hóa and more words than anybody would know', null],
])('the longer wording of a document is understood where nothing fits as a whole: %s', (text, first) => {
  expect(find(text, 1)[0] ?? null).toBe(first)
})

test('guesses about typing slips stay away where enough is found without them', () => {
  expect(search(index, 'Nghi Son').every(({ target }) => /nghi sơn/i.test(target.name_vi))).toBe(true)
})

test.each(['', '   ', '?!', '…'])('“%s” finds nothing', (text) => {
  expect(search(index, text)).toEqual([])
})

test('nothing like it is found for nonsense', () => {
  expect(search(index, 'zzqqyyx')).toEqual([])
})

test('hits are grouped, the group of the best hit first', () => {
  const groups = groupHits(search(index, 'Nghi Son'), (target) =>
    target.type === 'feature' && ['zones', 'centres'].includes(target.collection) ? 'plan' : 'rest',
  )
  expect(groups.map(({ group }) => group)).toEqual(['plan', 'rest'])
  expect(groups[0]?.hits.map(toLink)).toEqual(['zones:nghi-son', 'centres:nghi-son'])
})

test('every name finds itself, in any case and without accents', () => {
  for (const { name_vi, name_en } of entries)
    for (const name of [name_vi, name_en])
      for (const text of [name, name.toUpperCase(), name.normalize('NFD')]) {
        const names = search(index, text)
          .slice(0, 6)
          .flatMap(({ target }) => [target.name_vi, target.name_en])
        expect(names).toContain(name)
      }
})

test('no text makes the search fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(search(index, text).length).toBeLessThanOrEqual(40)
    }),
  )
})

function toLink({ target }: SearchHit): string {
  return `${target.type === 'feature' ? target.collection : target.type}:${target.id}`
}
