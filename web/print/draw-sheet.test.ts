import geodesic from 'geographiclib-geodesic'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { provinceGrid } from '../compute/vn2000.ts'
import { createPdf } from '../pdf/create-pdf.ts'
import { openPdf, readFontFile, readShapes, readText } from '../pdf/testing/read-pdf.ts'
import { drawSheet, gridColor } from './draw-sheet.ts'
import type { SheetContent } from './sheet-blocks.ts'
import { makePaperMap } from './paper-map.ts'
import { usualSettings, type PrintSettings } from './settings.ts'
import { layOutSheet } from './sheet.ts'
import { crossings } from './testing/crossings.ts'

// Opening fonts takes long on a busy machine, and says nothing about what is tested here.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const content: SheetContent = {
  kicker: 'BẢN ĐỒ QUY HOẠCH THANH HÓA',
  title: 'Hành lang kinh tế ven biển và Khu kinh tế Nghi Sơn',
  planYear: 'Năm quy hoạch: 2030',
  legendTitle: 'Chú giải',
  legend: [
    {
      title: 'Quy hoạch',
      layers: [
        {
          title: '11 khu công nghiệp',
          entries: [
            {
              text: 'Đã có',
              symbol: { symbol: 'icon', icon: 'factory', color: '#882255', status: 'existing' },
            },
            {
              text: 'Đang làm',
              symbol: { symbol: 'icon', icon: 'factory', color: '#882255', status: 'under-way' },
            },
          ],
        },
        {
          title: '6 hành lang kinh tế',
          entries: [{ text: 'Dải sơ đồ', symbol: { symbol: 'line', color: '#c2410c', width: 3 } }],
        },
      ],
    },
  ],
  scale: 'Tỷ lệ 1:250.000',
  scaleInWords: '1 cm bằng 2,5 km',
  barLabel: (meters) => `${meters / 1000} km`,
  north: 'B',
  notes: ['Bản đồ minh họa.'],
  sourcesTitle: 'Nguồn:',
  sources: 'Chương trình hành động 2021',
  linkTitle: 'Quét để mở lại khung nhìn này',
  link: 'https://atlas.example/#v=1&m=9/19.9/105.4',
  date: 'In ngày 25 tháng 11, 2026',
  gridLabel: (value, axis) => `${value} ${axis === 'east' ? 'mE' : 'mN'}`,
}

async function print(more: Partial<PrintSettings> = {}, center: [number, number] = [105.4, 19.9]) {
  const settings = { ...usualSettings, ...more }
  const sheet = layOutSheet(settings)
  const map = makePaperMap({ center, scale: settings.scale, widthMm: sheet.frame.width, heightMm: sheet.frame.height })
  const pdf = await createPdf({
    title: content.title,
    language: 'vi',
    createdAt: new Date(0),
    readFile: readFontFile,
  })
  pdf.addPage(sheet.page)
  const grid = settings.grid ? provinceGrid : null
  drawSheet(pdf, {
    sheet,
    map,
    content: settings.legend ? content : { ...content, legend: [] },
    pictures: [],
    description: '',
    grid,
  })
  const page = await (await openPdf(await pdf.finish())).getPage(1)
  return { sheet, page, text: await readText(page), shapes: await readShapes(page) }
}

describe('the scale of A3 at 1:250,000, measured between the lines of the grid in the file', () => {
  let printed: Awaited<ReturnType<typeof print>>
  beforeAll(async () => {
    printed = await print()
  })

  test.each(['top', 'middle', 'bottom'] as const)('is right to 0.5 %% from west to east at the %s', (where) => {
    const { frame } = printed.sheet
    const share = { top: 0.01, middle: 0.5, bottom: 0.99 }[where]
    const found = crossings(printed.shapes, 'x', frame.y + share * frame.height)
    expect(found.length).toBeGreaterThan(6)
    for (const [index, x] of found.slice(1).entries())
      expect(Math.abs(((x - (found[index] ?? 0)) * 250) / 10_000 - 1)).toBeLessThan(0.005)
  })

  test.each(['left', 'middle', 'right'] as const)('is right to 0.5 %% from north to south at the %s', (where) => {
    const { frame } = printed.sheet
    const share = { left: 0.01, middle: 0.5, right: 0.99 }[where]
    const found = crossings(printed.shapes, 'y', frame.x + share * frame.width)
    expect(found.length).toBeGreaterThan(5)
    for (const [index, y] of found.slice(1).entries())
      expect(Math.abs(((y - (found[index] ?? 0)) * 250) / 10_000 - 1)).toBeLessThan(0.005)
  })

  test('agrees with the ellipsoid: ten kilometres of grid are 10,001 m at the central meridian', () => {
    const [west, east] = [provinceGrid.toPosition(500_000, 2_200_000), provinceGrid.toPosition(510_000, 2_200_000)]
    const measured = geodesic.Geodesic.WGS84.Inverse(west[1], west[0], east[1], east[0]).s12 ?? 0
    // The grid's scale on its central meridian is 0.9999.
    expect(measured).toBeCloseTo(10_001, 0)
  })

  test('is written on the sheet, with title, legend, grid, sources and date', () => {
    const flat = printed.text.replaceAll('\n', ' ')
    for (const part of [
      content.title,
      'Tỷ lệ 1:250.000',
      'Năm quy hoạch: 2030',
      '11 khu công nghiệp',
      'Đang làm',
      '540000 mE',
      '2200000 mN',
      'Nguồn:',
      content.date,
    ])
      expect(flat).toContain(part)
  })

  test('the bar of 15 km is 60 mm long', () => {
    const boxes = printed.shapes.filter(({ rings }) => {
      const ys = rings.flat().map(([, y]) => y)
      return Math.abs(Math.max(...ys) - Math.min(...ys) - 1.3) < 0.01
    })
    const xs = boxes.flatMap(({ rings }) => rings.flat().map(([x]) => x))
    expect(Math.max(...xs) - Math.min(...xs)).toBeCloseTo(60, 2)
  })
})

test.each([
  ['A4', 'portrait', true],
  ['A4', 'landscape', true],
  ['A4', 'portrait', false],
  ['A2', 'portrait', true],
  ['A0', 'landscape', false],
] as const)(
  '%s %s, legend %s: nothing is written outside the margins, and no two texts overlap',
  async (paper, orientation, legend) => {
    const { page, sheet } = await print({ paper, orientation, legend })
    const { items } = await page.getTextContent()
    const boxes = items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return []
      const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[]
      // Turned labels of the grid stand in a band of their own.
      if (Math.abs(b) > Math.abs(a)) return []
      const mm = (points: number) => (points / 72) * 25.4
      const size = Math.hypot(a, b)
      return [{ text: item.str, left: mm(x), right: mm(x + item.width), top: mm(y + size * 0.55), bottom: mm(y) }]
    })
    for (const { left, right, bottom } of boxes) {
      expect(left).toBeGreaterThan(5 * sheet.unit)
      expect(right).toBeLessThan(sheet.page.widthMm - 5 * sheet.unit)
      expect(bottom).toBeGreaterThan(5 * sheet.unit)
    }
    const overlaps = boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter(
          (other) =>
            one.left < other.right - 0.1 &&
            other.left < one.right - 0.1 &&
            one.bottom < other.top - 0.1 &&
            other.bottom < one.top - 0.1,
        )
        .map((other) => `${one.text} | ${other.text}`),
    )
    expect(overlaps).toEqual([])
  },
)

test('without a grid there are neither lines nor labels', async () => {
  const { text, shapes } = await print({ grid: false })
  expect(text).not.toContain('mE')
  expect(shapes.filter(({ color }) => color === gridColor)).toEqual([])
})
