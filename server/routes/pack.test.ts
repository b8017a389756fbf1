import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { fixtureApp } from '../testing/fixture-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'atlas-pack-'))
const packFile = join(folder, 'pack.zip')
const app = await fixtureApp({ packFile })
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

test('without a pack the answer says how one is made', async () => {
  expect((await app.inject('/pack')).json()).toEqual({ bytes: null, isCurrent: false })
  const response = await app.inject('/pack.zip')
  expect(response.statusCode).toBe(404)
  expect(response.json<{ detail: string }>().detail).toContain('npm run pack')
})

test('a pack is sent as it lies there, and is current if it was made from this version', async () => {
  writeFileSync(packFile, 'PK zip')
  writeFileSync(`${packFile}.version`, 'of another day')
  expect((await app.inject('/pack')).json()).toEqual({ bytes: 6, isCurrent: false })
  const { version } = (await app.inject('/offline/contents')).json<{ version: string }>()
  writeFileSync(`${packFile}.version`, `${version}\n`)
  expect((await app.inject('/pack')).json()).toEqual({ bytes: 6, isCurrent: true })
  const response = await app.inject('/pack.zip')
  expect(response.body).toBe('PK zip')
  expect(response.headers['content-type']).toBe('application/zip')
  expect(response.headers['content-disposition']).toContain('thanh-hoa-atlas.zip')
})
