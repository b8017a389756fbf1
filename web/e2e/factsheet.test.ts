/** I-5: the factsheet of a park as a PDF, in each of five languages, made in the browser. */
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { openPdf, readText } from '../pdf/testing/read-pdf.ts'
import { machines, visitAtlas } from './harness/open-page.ts'

describe.each([
  {
    language: 'vi',
    name: 'Tiếng Việt',
    words: ['Tờ thông tin khu công nghiệp', 'KCN Bỉm Sơn', 'chưa có số liệu'],
    area: '524,9 ha',
  },
  { language: 'en', name: 'English', words: ['Industrial park factsheet', 'No data', 'Sources'], area: '524.9 ha' },
  { language: 'zh', name: '中文', words: ['工业园区资料', '资料来源', 'Bỉm Sơn'], area: '524.9' },
  { language: 'ja', name: '日本語', words: ['工業団地概要書', '出典', 'Bỉm Sơn'], area: '524.9' },
  { language: 'ko', name: '한국어', words: ['산업단지 자료', '출처', 'Bỉm Sơn'], area: '524.9' },
])('I-5 the factsheet in $name', ({ language, name, words, area }) => {
  it('two actions: two pages, right letters, numbers of the locale, sources, and a code that opens the same park', async () => {
    await visitAtlas(
      { path: '/#v=1&lang=en&ui=invest&sel=park:bim-son', machine: machines.laptop, locale: 'en-GB' },
      async ({ page }) => {
        await page.getByRole('button', { name: 'Factsheet (PDF)' }).click()
        const download = page.waitForEvent('download', { timeout: 40_000 })
        await page.getByRole('group', { name: 'Language of the factsheet' }).getByRole('button', { name }).click()
        const saved = await (await download).path()
        const file = await openPdf(new Uint8Array(await readFile(saved)))
        expect(file.numPages).toBe(2)
        const pages = await Promise.all([1, 2].map(async (number) => file.getPage(number)))
        const text = (await Promise.all(pages.map(readText))).join('\n')
        for (const word of words) expect(text.replace(/\s+/g, ' ')).toContain(word)
        expect(text.replaceAll('\u00a0', ' ')).toContain(area)
        expect(text).toMatch(/\[1\]/)
        const [first] = pages
        const links = ((await first?.getAnnotations()) ?? []) as { url?: string }[]
        const url = links.find((link) => link.url?.includes('sel=park:bim-son'))?.url ?? ''
        expect(url).toContain(`lang=${language}`)

        await page.goto(url)
        await page.reload()
        await page.locator('.card h2').filter({ hasText: 'Bỉm Sơn' }).waitFor()
        expect(await page.locator('html').getAttribute('lang')).toBe(language)
      },
    )
  })
})
