import { afterEach, expect, test, vi } from 'vitest'
import { saveFile } from './save-file.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('a file is handed out as a download under its name, and its address given back later', () => {
  vi.useFakeTimers()
  const anchor = { href: '', download: '', click: vi.fn<() => void>() }
  vi.stubGlobal('document', { createElement: () => anchor })
  const revoked = vi.spyOn(URL, 'revokeObjectURL')
  saveFile(new Uint8Array([37, 80, 68, 70]), 'ban-do.pdf')
  expect(anchor).toMatchObject({ download: 'ban-do.pdf', href: expect.stringMatching(/^blob:/) as string })
  expect(anchor.click).toHaveBeenCalledOnce()
  expect(revoked).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(revoked).toHaveBeenCalledWith(anchor.href)
})
