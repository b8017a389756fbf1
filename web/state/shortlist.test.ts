import { beforeEach, describe, expect, it, vi } from 'vitest'

/** What a browser keeps, in memory. */
function fakeStorage(refuses = false) {
  const kept = new Map<string, string>()
  const refuse = () => {
    if (refuses) throw new DOMException('full', 'QuotaExceededError')
  }
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      refuse()
      kept.set(key, value)
    },
    removeItem: (key: string) => void kept.delete(key),
  }
}

async function open(storage: ReturnType<typeof fakeStorage>) {
  vi.stubGlobal('localStorage', storage)
  vi.resetModules()
  return import('./shortlist.ts')
}

describe('a shortlist', () => {
  beforeEach(() => vi.unstubAllGlobals())

  it('is there again when the page is opened anew', async () => {
    const storage = fakeStorage()
    const first = await open(storage)
    first.shortlist('bim-son', true)
    first.annotate('bim-son', 'hỏi giá thuê')
    const second = await open(storage)
    expect(second.useShortlist.getState().entries).toEqual([{ id: 'bim-son', note: 'hỏi giá thuê' }])
  })

  it('brings a park back with its note', async () => {
    const { annotate, shortlist, useShortlist } = await open(fakeStorage())
    shortlist('bim-son', true)
    annotate('bim-son', 'hỏi giá thuê')
    shortlist('bim-son', false)
    expect(useShortlist.getState()).toMatchObject({ entries: [], removed: { id: 'bim-son', note: 'hỏi giá thuê' } })
    shortlist('bim-son', true)
    expect(useShortlist.getState()).toMatchObject({ entries: [{ note: 'hỏi giá thuê' }], removed: null })
  })

  it('forgotten leaves nothing in the browser', async () => {
    const storage = fakeStorage()
    const { forgetShortlist, shortlist, useShortlist } = await open(storage)
    shortlist('bim-son', true)
    forgetShortlist()
    expect(storage.kept.size).toBe(0)
    expect(useShortlist.getState()).toMatchObject({ entries: [], removed: null })
  })

  it('works where the browser keeps nothing, and says so', async () => {
    const { shortlist, useShortlist } = await open(fakeStorage(true))
    shortlist('bim-son', true)
    expect(useShortlist.getState()).toMatchObject({ entries: [{ id: 'bim-son' }], isKept: false })
  })

  it('that was tampered with is read as far as it can be', async () => {
    const storage = fakeStorage()
    storage.kept.set('thanh-hoa-atlas/shortlist', '[{"id":"bim-son","note":7},{"id":"<b>"},3,{"note":"x"}]')
    const { useShortlist } = await open(storage)
    expect(useShortlist.getState().entries).toEqual([{ id: 'bim-son', note: '' }])
    storage.kept.set('thanh-hoa-atlas/shortlist', 'not JSON')
    expect((await open(storage)).useShortlist.getState().entries).toEqual([])
  })
})
