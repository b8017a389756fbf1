import jsQr from 'jsqr'
import { describe, expect, test, vi } from 'vitest'
import { createPdf, type Pdf, type PdfOptions } from './create-pdf.ts'
import { pageSize } from './paper.ts'
import { openPdf, readFontFile, readShapes, readText, toPixels } from './testing/read-pdf.ts'

// Opening fonts takes long on a busy machine, and says nothing about what is tested here.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const options: PdfOptions = {
  title: 'Bản đồ hành lang ven biển',
  language: 'vi',
  createdAt: new Date('2026-11-25T01:02:03Z'),
  readFile: readFontFile,
}
const place = { x: 20, y: 20, width: 170 }

async function make(draw: (pdf: Pdf) => void, more: Partial<PdfOptions> = {}): Promise<Uint8Array> {
  const pdf = await createPdf({ ...options, ...more })
  pdf.addPage(pageSize('A4', 'portrait'))
  draw(pdf)
  return pdf.finish()
}

async function firstPage(bytes: Uint8Array) {
  return (await openPdf(bytes)).getPage(1)
}

describe('text can be copied out of the file as it was written', () => {
  test.each(['regular', 'medium', 'bold', 'italic'] as const)('every Vietnamese letter, %s', async (face) => {
    const letters = 'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ'
    const text = `${letters} ${letters.toUpperCase()} ₫`
    const page = await firstPage(await make((pdf) => pdf.text(text, { size: 6, face }, place)))
    expect((await readText(page)).replace('\n', ' ')).toBe(text.normalize('NFC'))
  })

  test('letters written as base and mark come out composed', async () => {
    const page = await firstPage(await make((pdf) => pdf.text('Hoằng Hóa'.normalize('NFD'), { size: 9 }, place)))
    expect(await readText(page)).toBe('Hoằng Hóa')
  })

  test.each([
    ['zh', '清化省规划地图集，公顷（韩国：한국）'],
    ['ja', 'タインホア省の計画地図'],
    ['ko', '타인호아성 계획 지도'],
  ] as const)('%s, beside Vietnamese names', async (language, text) => {
    const mixed = `${text} Bỉm Sơn 566`
    const page = await firstPage(
      await make((pdf) => pdf.text(mixed, { size: 12, face: 'bold' }, place), { language, characters: mixed }),
    )
    expect(await readText(page)).toBe(mixed)
  })

  test('signs that the Latin file lacks although its range names them', async () => {
    const text = '19°48′ ≥ 5 km → Łódź'
    const page = await firstPage(await make((pdf) => pdf.text(text, { size: 9 }, place), { characters: text }))
    expect(await readText(page)).toBe(text)
  })

  test('a wrapped paragraph breaks between words and loses none', async () => {
    const text = 'Hành lang kinh tế ven biển nối Nghi Sơn với Nga Sơn, qua thành phố Sầm Sơn.'
    const page = await firstPage(await make((pdf) => pdf.text(text, { size: 12 }, { x: 20, y: 20, width: 40 })))
    const copied = await readText(page)
    expect(copied.split('\n').length).toBeGreaterThan(2)
    expect(copied.replaceAll('\n', ' ')).toBe(text)
  })
})

test('a letter that no loaded font has is named in the error', async () => {
  await expect(make((pdf) => pdf.text('한', { size: 9 }, place))).rejects.toThrow('“한” (U+D55C)')
})

test('text that is too long for its lines ends in an ellipsis', async () => {
  const page = await firstPage(
    await make((pdf) =>
      pdf.text('Khu kinh tế Nghi Sơn và các khu công nghiệp', { size: 12 }, { ...place, width: 40, maxLines: 1 }),
    ),
  )
  expect(await readText(page)).toMatch(/^Khu kinh tế .*…$/)
})

test.each([
  ['A4', 'portrait', 210, 297],
  ['A3', 'landscape', 420, 297],
  ['A0', 'portrait', 841, 1189],
] as const)('%s %s is %i by %i mm', async (size, orientation, width, height) => {
  const pdf = await createPdf(options)
  pdf.addPage(pageSize(size, orientation))
  const [, , right = 0, top = 0] = (await firstPage(await pdf.finish())).view
  expect((right / 72) * 25.4).toBeCloseTo(width, 3)
  expect((top / 72) * 25.4).toBeCloseTo(height, 3)
})

test('the file says what it is, in which language, and when it was made', async () => {
  const { info } = await (await openPdf(await make(() => undefined))).getMetadata()
  expect(info).toMatchObject({
    Title: options.title,
    Language: 'vi',
    Author: 'Thanh Hóa planning atlas',
    CreationDate: 'D:20261125010203Z',
  })
})

test('the same drawing at the same time gives the same bytes', async () => {
  const draw = (pdf: Pdf) => pdf.text('Thanh Hóa', { size: 20 }, place)
  expect(await make(draw)).toEqual(await make(draw))
})

test('only the letters in use are embedded: a page of text takes less than 25 kB', async () => {
  const { length } = await make((pdf) =>
    pdf.text('Quy hoạch tỉnh Thanh Hóa đến năm 2030. '.repeat(40), { size: 9 }, place),
  )
  expect(length).toBeLessThan(25_000)
})

test('a bold Korean letter is wider drawn than a regular one', async () => {
  const strokes = async (face: 'regular' | 'bold') =>
    await make((pdf) => pdf.text('한', { size: 40, face }, place), { characters: '한' })
  // The weights of a variable font must not fall together.
  expect(await strokes('bold')).not.toEqual(await strokes('regular'))
})

test('a table says how high it is and how many rows found room', async () => {
  const rows = [
    ['Bỉm Sơn', '566'],
    ['Lễ Môn', '87,61'],
    ['Hoàng Long', '286,82'],
  ]
  let whole = { height: 0, rows: 0 }
  let part = { height: 0, rows: 0 }
  const table = {
    x: 20,
    y: 20,
    columns: [{ width: 40 }, { width: 20, align: 'right' as const }],
    header: ['KCN', 'ha'],
    rows,
  }
  const page = await firstPage(
    await make((pdf) => {
      whole = pdf.table(table)
      part = pdf.table({ ...table, y: 100, maxHeight: (whole.height * 3) / 4 + 0.01 })
    }),
  )
  expect(whole.rows).toBe(3)
  expect(part.rows).toBe(2)
  expect(part.height).toBeCloseTo((whole.height * 3) / 4, 5)
  expect(await readText(page)).toContain('Lễ Môn')
})

test('a line lies where it was put, in millimetres from the top left corner', async () => {
  const page = await firstPage(
    await make((pdf) => {
      pdf.line(
        [
          [10, 20],
          [110, 20],
        ],
        { color: '#aa0000', width: 1 },
      )
      pdf.polygon(
        [
          [
            [10, 30],
            [60, 30],
            [60, 80],
          ],
        ],
        { fill: { color: '#00aa00' } },
      )
    }),
  )
  const [line, area] = await readShapes(page)
  expect(line).toMatchObject({ color: '#aa0000', filled: false })
  expect(line?.rings[0]?.flat().map((mm) => Math.round(mm * 1000) / 1000)).toEqual([10, 20, 110, 20])
  expect(area?.rings[0]?.flat().map((mm) => Math.round(mm * 1000) / 1000)).toEqual([10, 30, 60, 30, 60, 80])
})

test('links lead where they say', async () => {
  const page = await firstPage(
    await make((pdf) =>
      pdf.text(
        [{ text: 'Nguồn: ' }, { text: 'cổng thông tin', style: { link: 'https://thanhhoa.gov.vn/' } }],
        { size: 10 },
        place,
      ),
    ),
  )
  expect((await page.getAnnotations()).map(({ url }: { url?: string }) => url)).toEqual(['https://thanhhoa.gov.vn/'])
})

test('a QR code reads as its text', async () => {
  const text = 'https://atlas.example/#v=1&m=9.2/19.8/105.5&sel=park:bim-son&lang=vi'
  const page = await firstPage(await make((pdf) => pdf.qrCode(text, { x: 20, y: 20, size: 30, color: '#112233' })))
  const { pixels, size } = toPixels(await readShapes(page), '#112233')
  expect(jsQr(pixels, size, size)?.data).toBe(text)
  expect((await page.getAnnotations()).map(({ url }: { url?: string }) => url)).toEqual([text])
})
