/** Is what the panels say whole, and honest about the language it is in? */
import { describe, expect, it } from 'vitest'
import { machines, visitAtlas } from './harness/open-page.ts'

describe('a part that speaks two languages', () => {
  it.each(['draw', 'coverage', 'data'])('says so in Korean: %s', async (tab) => {
    await visitAtlas({ path: `/#v=1&lang=ko&tab=${tab}`, machine: machines.small }, async ({ page }) => {
      await page.getByText('이 부분은 베트남어와 영어로만 제공되며').waitFor()
    })
  })

  it('says nothing of it to those who read one of them', async () => {
    await visitAtlas({ path: '/#v=1&lang=en&tab=draw', machine: machines.small }, async ({ page }) => {
      await page.getByRole('heading', { name: 'Draw', exact: false }).first().waitFor()
      expect(await page.getByText('This part is in Vietnamese and English').count()).toBe(0)
    })
  })
})

describe('the programme in figures', () => {
  it.each(['vi', 'en'])('breaks no word across lines (%s)', async (language) => {
    await visitAtlas({ path: `/#v=1&lang=${language}&tab=figures`, machine: machines.small }, async ({ page }) => {
      await page.locator('.figures td').first().waitFor()
      const broken = await page.locator('.figures').evaluateAll((tables) =>
        tables.flatMap((table) => {
          const found: string[] = []
          const texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT)
          while (texts.nextNode()) {
            const text = texts.currentNode as Text
            for (const { 0: word, index } of text.data.matchAll(/[^\s/–—-]{4,}/g)) {
              const range = document.createRange()
              range.setStart(text, index)
              range.setEnd(text, index + word.length)
              if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(word)
            }
          }
          return found
        }),
      )
      expect(broken).toEqual([])
    })
  })
})
