import { describe, expect, test } from 'vitest'
import { expandAcronyms } from './acronyms.ts'
import { compareAccents, fold, toBase, toWords, type Word } from './fold.ts'

test.each([
  ['Hoằng Hoá', 'hoang hoa'],
  ['HOẰNG HÓA', 'hoang hoa'],
  ['Đông Sơn', 'dong son'],
  ['Lam Sơn – Sao Vàng', 'lam son sao vang'],
  ['Lam Sơn-Sao Vàng', 'lam son sao vang'],
  ['  Thọ   Xuân ', 'tho xuan'],
  ['153/QĐ-TTg', '153 qd ttg'],
  ['Quốc lộ 1 (1A, AH1)', 'quoc lo 1 1a ah1'],
  ['161.225 ha', '161 225 ha'],
  ['Hủa Phăn', 'hua phan'],
])('%s folds to “%s”', (text, folded) => {
  expect(fold(text)).toBe(folded)
  expect(fold(text.normalize('NFD'))).toBe(folded)
})

describe('accents', () => {
  test.each([
    ['hoá', 'hóa', 'exact'],
    ['thuỷ', 'thủy', 'exact'],
    ['Đông', 'đông', 'exact'],
    ['dong', 'Đông', 'open'],
    ['đong', 'Đông', 'open'],
    ['dông', 'Đông', 'open'],
    ['đồng', 'Đông', 'conflict'],
    ['đông', 'Đồng', 'open'],
    ['đống', 'Đồng', 'conflict'],
    ['hoàng', 'Hoằng', 'open'],
    ['hoang', 'Hoằng', 'open'],
    ['hoảng', 'Hoằng', 'conflict'],
    ['đông', 'Dong', 'conflict'],
    ['quả', 'Quảng', 'open'],
  ])('%s against %s: %s', (typed, named, agreement) => {
    expect(compareAccents(toWord(typed), toWord(named))).toBe(agreement)
  })
})

test.each([
  ['KCN Bỉm Sơn', 'khu cong nghiep bim son'],
  ['KKT Nghi Sơn', 'khu kinh te nghi son'],
  ['kcnbimson', 'khu cong nghiep bimson'],
  ['QL45', 'quoc lo 45'],
  ['QL.47B', 'quoc lo 47b'],
  ['ĐT 506', 'duong tinh 506'],
  ['ĐT.506', 'duong tinh 506'],
  ['CT.01', 'cao toc 01'],
  ['TP. Thanh Hóa', 'thanh pho thanh hoa'],
  ['TX Bỉm Sơn', 'thi xa bim son'],
  ['TT. Bút Sơn', 'thi tran but son'],
  ['H. Hoằng Hóa', 'huyen hoang hoa'],
  ['P. Đông Sơn', 'phuong dong son'],
  ['X. Đồng Tiến', 'xa dong tien'],
  ['đường HCM', 'duong ho chi minh'],
  ['tp', 'tp'],
  ['p', 'p'],
])('%s stands for “%s”', (text, meant) => {
  expect(toBase(expandAcronyms(toWords(text)))).toBe(meant)
})

function toWord(text: string): Word {
  return toWords(text)[0] ?? { base: '', key: '' }
}
