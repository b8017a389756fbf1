import { expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { baseUrl } from './base-url.ts'

const base = (environment: Record<string, string>, host: string | undefined, port = 8080) =>
  baseUrl(readConfig(environment), () => port)({ headers: host === undefined ? {} : { host } })

test('names of this machine with our port are believed, all others are not', () => {
  expect(base({}, 'localhost:8080')).toBe('http://localhost:8080')
  expect(base({}, '127.0.0.1:8080')).toBe('http://127.0.0.1:8080')
  expect(base({}, '[::1]:8080')).toBe('http://[::1]:8080')
  for (const host of [
    'evil.example',
    'localhost',
    'localhost:80',
    'localhost:8081',
    'evil.example:8080',
    'a@localhost:8080',
    '',
    undefined,
  ]) {
    expect(base({}, host)).toBe('http://127.0.0.1:8080')
  }
})

test('listening to every interface, the addresses of the machine are believed and links are never to 0.0.0.0', () => {
  expect(base({ HOST: '0.0.0.0' }, 'evil.example:8080')).toBe('http://127.0.0.1:8080')
  expect(base({ HOST: '0.0.0.0' }, '0.0.0.0:8080')).toBe('http://127.0.0.1:8080')
  expect(base({ HOST: 'atlas.local' }, 'atlas.local:8080')).toBe('http://atlas.local:8080')
  expect(base({ HOST: '::1' }, 'evil.example')).toBe('http://[::1]:8080')
})

test('trusted names are believed as they are written', () => {
  const environment = { TRUSTED_HOSTS: 'atlas.example.org,atlas:9' }
  expect(base(environment, 'Atlas.example.org')).toBe('http://atlas.example.org')
  expect(base(environment, 'atlas:9')).toBe('http://atlas:9')
  expect(base(environment, 'atlas:10')).toBe('http://127.0.0.1:8080')
})

test('PUBLIC_URL is all there is when it is set', () => {
  expect(base({ PUBLIC_URL: 'https://a.example/x/' }, 'localhost:8080')).toBe('https://a.example/x')
})

test('with PORT=0 the port really listened on counts', () => {
  expect(base({ PORT: '0' }, 'localhost:43210', 43210)).toBe('http://localhost:43210')
  expect(base({ PORT: '0' }, 'localhost:1', 43210)).toBe('http://127.0.0.1:43210')
})
