import { afterAll, expect, test } from 'vitest'
import { fixtureApp } from '../testing/fixture-app.ts'

const shut = await fixtureApp()
const open = await fixtureApp({ environment: { EMBED_ORIGINS: 'https://province.example' } })
afterAll(() => Promise.all([shut.close(), open.close()]))

test('nobody but the atlas itself may show it in a frame, unless EMBED_ORIGINS names them', async () => {
  const { headers } = await shut.inject('/embed')
  expect(headers['content-security-policy']).toMatch(/frame-ancestors 'self'(?:;|$)/)
  expect(headers['x-frame-options']).toBe('SAMEORIGIN')
  expect((await shut.inject('/embed')).json()).toEqual({ origins: [] })
})

test('a site that is named may, and the older header that knows no list is left out', async () => {
  const { headers } = await open.inject('/embed')
  expect(headers['content-security-policy']).toMatch(/frame-ancestors 'self' https:\/\/province\.example(?:;|$)/)
  expect(headers['x-frame-options']).toBeUndefined()
  expect((await open.inject('/embed')).json()).toEqual({ origins: ['https://province.example'] })
})
