import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('without any variable the server listens to this machine only, on 8080', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    port: 8080,
    logLevel: 'info',
    publicUrl: null,
    trustedHosts: [],
    corsOrigin: '*',
    embedOrigins: [],
    tileCacheBytes: 64 * 1024 * 1024,
    tileMaxAgeSeconds: 60,
  })
})

test('every variable is read', () => {
  const config = readConfig({
    HOST: '0.0.0.0',
    PORT: '0',
    LOG_LEVEL: 'silent',
    PUBLIC_URL: 'https://atlas.example.org/map/',
    TRUSTED_HOSTS: 'Atlas.example.org, atlas:8080',
    CORS_ORIGIN: 'https://a.example, https://b.example:8443',
    EMBED_ORIGINS: 'https://province.example, http://127.0.0.1:3000',
    TILE_CACHE_MEGABYTES: '8',
    TILE_MAX_AGE_SECONDS: '0',
  })
  expect(config).toEqual({
    host: '0.0.0.0',
    port: 0,
    logLevel: 'silent',
    publicUrl: 'https://atlas.example.org/map',
    trustedHosts: ['atlas.example.org', 'atlas:8080'],
    corsOrigin: ['https://a.example', 'https://b.example:8443'],
    embedOrigins: ['https://province.example', 'http://127.0.0.1:3000'],
    tileCacheBytes: 8 * 1024 * 1024,
    tileMaxAgeSeconds: 0,
  })
})

test.each([
  [{ PORT: 'http' }, 'PORT must be a whole number from 0 to 65535, got "http".'],
  [{ PORT: '65536' }, 'PORT must be a whole number from 0 to 65535, got "65536".'],
  [{ PORT: '-1' }, 'PORT must be a whole number'],
  [
    { HOST: 'http://localhost' },
    'HOST must be a host name or an address such as 127.0.0.1 or 0.0.0.0, got "http://localhost".',
  ],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent, got "loud".'],
  [
    { PUBLIC_URL: 'atlas.example.org' },
    'PUBLIC_URL must be an address such as https://atlas.example.org, got "atlas.example.org".',
  ],
  [{ PUBLIC_URL: 'ftp://atlas.example.org' }, 'PUBLIC_URL must be an address'],
  [{ TRUSTED_HOSTS: 'a.example,b/c' }, 'TRUSTED_HOSTS must be names such as atlas.example.org:8080, got "b/c".'],
  [
    { CORS_ORIGIN: 'https://a.example/path' },
    'CORS_ORIGIN must be *, none or origins such as https://example.org, got "https://a.example/path".',
  ],
  [
    { EMBED_ORIGINS: 'province.example' },
    'EMBED_ORIGINS must be * or origins such as https://example.org, got "province.example".',
  ],
  [{ TILE_CACHE_MEGABYTES: '0' }, 'TILE_CACHE_MEGABYTES must be a whole number from 1 to 4096, got "0".'],
])('%j is refused with a sentence', (environment, sentence) => {
  expect(() => readConfig(environment)).toThrow(sentence)
})
