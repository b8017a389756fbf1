import { expect, test } from 'vitest'
import { latestWins } from './latest-wins.ts'

/** A job that ends when it is told to. */
function job(name: string, began: string[]) {
  let end: (result: string) => void = () => undefined
  const result = new Promise<string>((resolve) => (end = resolve))
  return { begin: () => (began.push(name), result), end: () => end(name) }
}

test('of the jobs that wait in a channel the newest is done, the others come to null', async () => {
  const began: string[] = []
  const queue = latestWins()
  const [a, b, c] = [job('a', began), job('b', began), job('c', began)]
  const [first, second, third] = [queue('x', a.begin), queue('x', b.begin), queue('x', c.begin)]
  expect(await second).toBeNull()
  expect(began).toEqual(['a'])
  a.end()
  c.end()
  expect([await first, await third]).toEqual(['a', 'c'])
  expect(began).toEqual(['a', 'c'])
})

test('channels do not take each other’s place, and wait for each other', async () => {
  const began: string[] = []
  const queue = latestWins()
  const [a, b, c] = [job('a', began), job('b', began), job('c', began)]
  const all = [queue('x', a.begin), queue('x', b.begin), queue('y', c.begin)]
  b.end()
  c.end()
  await Promise.resolve()
  expect(began).toEqual(['a'])
  a.end()
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c'])
})

test('a job that fails fails for who asked, and the next one is done', async () => {
  const queue = latestWins()
  const failing = queue('x', () => Promise.reject(new Error('no bridge')))
  const next = queue('y', () => Promise.resolve('over'))
  await expect(failing).rejects.toThrow('no bridge')
  expect(await next).toBe('over')
})
