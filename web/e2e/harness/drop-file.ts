import type { Page } from 'playwright-core'

/** Drags a file from outside over the page and lets it go, as a reader does. */
export async function dropFile(page: Page, name: string, content: Uint8Array | string): Promise<void> {
  const base64 = Buffer.from(content).toString('base64')
  const carried = await page.evaluateHandle(
    async ([fileName, encoded]) => {
      const bytes = await (await fetch(`data:application/octet-stream;base64,${encoded}`)).arrayBuffer()
      const transfer = new DataTransfer()
      transfer.items.add(new File([bytes], fileName))
      return transfer
    },
    [name, base64] as const,
  )
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('main', type, { dataTransfer: carried, bubbles: true, cancelable: true })
}
