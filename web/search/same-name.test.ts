import { expect, it } from 'vitest'
import { isSameName } from './same-name.ts'

it.each([
  ['KCN Bỉm Sơn', 'Khu công nghiệp Bỉm Sơn'],
  ['bim son', 'KCN Bỉm Sơn'],
  ['Bim Son Industrial Park', 'Bỉm Sơn Industrial Park'],
  ['KKT Nghi Sơn', 'Khu kinh tế Nghi Sơn'],
])('%s is %s', (one, other) => {
  expect(isSameName(one, other)).toBe(true)
})

it.each([
  ['KCN Bỉm Sơn', 'KCN Lễ Môn'],
  ['KCN số 1', 'KCN số 15'],
  ['', ''],
  ['KCN', 'KCN Lễ Môn'],
])('“%s” is not “%s”', (one, other) => {
  expect(isSameName(one, other)).toBe(false)
})
