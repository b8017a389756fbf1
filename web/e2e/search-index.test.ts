/** Does the list that the server sends, searched as the page searches it, give what must be found? */
import { beforeAll, describe, expect, inject, test } from 'vitest'
import type { PlanDocument, SearchEntry } from '../../server/domain/analysis.ts'
import { buildSearchIndex, search, type SearchHit, type SearchIndex } from '../search/search.ts'

let entries: SearchEntry[] = []
let index: SearchIndex = []

beforeAll(async () => {
  entries = await fetchJson('/analysis/search-index')
  index = buildSearchIndex(entries, await fetchJson<PlanDocument>('/plan'))
})

describe('among the first three', () => {
  test.each([
    ['Thanh Hoa', ['province:thanh-hoa', 'districts:thanh-hoa']],
    ['Thanh Hoá', ['province:thanh-hoa', 'districts:thanh-hoa']],
    ['Dong Son', ['districts:dong-son', 'units:phuong-dong-son']],
    ['Đông Sơn', ['districts:dong-son', 'units:phuong-dong-son']],
    ['dongson', ['districts:dong-son', 'units:phuong-dong-son']],
    ['dong tien', ['units:phuong-dong-tien', 'units:xa-dong-tien']],
    ['Bim Son', ['parks:bim-son', 'districts:bim-son']],
    ['KCN Bim Son', ['parks:bim-son']],
    ['Hoằng Hoá', ['districts:hoang-hoa']],
    ['huyện Hoằng Hóa', ['districts:hoang-hoa']],
    ['Nghi Son', ['zones:nghi-son']],
    ['Le Mon', ['parks:le-mon', 'ports:le-mon']],
    ['Như Xuân', ['districts:nhu-xuan', 'units:xa-nhu-xuan']],
    ['nhu xuan', ['districts:nhu-xuan', 'units:xa-nhu-xuan']],
    ['dao duy tu', ['units:phuong-dao-duy-tu']],
    ['153/QĐ-TTg', ['origin:d153']],
    ['huyện Quảng Xương', ['districts:quang-xuong']],
    ['thị xã Nghi Sơn', ['districts:nghi-son']],
    ['hanh lang ven bien', ['corridors:ven-bien']],
    ['tu giac phat trien', ['links:ha-noi', 'links:hai-phong', 'links:quang-ninh']],
    ['growth quadrilateral', ['links:ha-noi', 'links:hai-phong', 'links:quang-ninh']],
    ['161.225', ['figure:zones-and-parks-area']],
  ])('%s', (text, expected) => {
    expect(search(index, text, 3).map(toLink)).toEqual(expect.arrayContaining(expected))
  })
})

test.each([
  ['hanh lang ven bien', 'corridors:ven-bien'],
  ['KCN Bim Son', 'parks:bim-son'],
  ['huyện Hoằng Hóa', 'districts:hoang-hoa'],
  ['thị xã Nghi Sơn', 'districts:nghi-son'],
  ['KKT Nghi Sơn', 'zones:nghi-son'],
  ['QL45', 'roads:ql45'],
])('%s: first', (text, first) => {
  expect(search(index, text, 1).map(toLink)).toEqual([first])
})

test('every district of 2021 leads to the units of today', () => {
  const districts = entries.filter(({ collection }) => collection === 'districts')
  expect(districts).toHaveLength(27)
  const known = new Set(entries.filter(({ collection }) => collection === 'units').map(({ id }) => id))
  for (const { id, unitIds = [] } of districts) {
    expect(unitIds.length, id).toBeGreaterThan(0)
    expect(unitIds.filter((unit) => !known.has(unit))).toEqual([])
  }
})

test('whatever is in the list is found by its own names, of the many communes every eighth', () => {
  const asked = entries.filter(({ collection }, position) => collection !== 'communes' || position % 8 === 0)
  const lost = asked.filter((entry) =>
    [entry.name_vi, entry.name_en].some((name) => {
      const namesakes = entries.filter(({ name_vi, name_en }) => name_vi === name || name_en === name).length
      return !search(index, name, namesakes + 12).some(({ target }) => target.id === entry.id)
    }),
  )
  expect(lost.map(({ collection, id }) => `${collection}:${id}`)).toEqual([])
})

async function fetchJson<T>(path: string): Promise<T> {
  const response = await fetch(inject('atlasUrl') + path, { headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return (await response.json()) as T
}

function toLink({ target }: SearchHit): string {
  return `${target.type === 'feature' ? target.collection : target.type}:${target.id}`
}
