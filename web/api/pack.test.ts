import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

const link = 'http://127.0.0.1:8320/#v=1&lang=vi&sel=park:bim-son'

async function open(dataset: Record<string, string>) {
  vi.stubGlobal('document', { documentElement: { dataset }, baseURI: 'http://127.0.0.1:8320/index.html' })
  return import('./pack.ts')
}

test('links of a packed atlas lead to the atlas on the web that its maker named', async () => {
  const { isPack, leadsHere, toPublicLink } = await open({ pack: 'https://atlas.example/plan/' })
  expect(isPack).toBe(true)
  expect(toPublicLink(link)).toBe('https://atlas.example/plan/#v=1&lang=vi&sel=park:bim-son')
  expect(leadsHere(toPublicLink(link))).toBe(false)
})

test('where none was named they stay as they are, and lead to this machine', async () => {
  const { isPack, leadsHere, toPublicLink } = await open({ pack: '' })
  expect(isPack).toBe(true)
  expect(toPublicLink(link)).toBe(link)
  expect(leadsHere(link)).toBe(true)
})

test('an atlas on a server is no pack', async () => {
  const { isPack, toPublicLink } = await open({})
  expect(isPack).toBe(false)
  expect(toPublicLink(link)).toBe(link)
})
