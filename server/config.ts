/**
 * How this server is to run, from environment variables.
 *
 * | variable                | default     | means                                                          |
 * |-------------------------|-------------|----------------------------------------------------------------|
 * | HOST                    | 127.0.0.1   | address to listen on; 0.0.0.0 for every interface               |
 * | PORT                    | 8080        | port to listen on; 0 for any free one                           |
 * | LOG_LEVEL               | info        | trace, debug, info, warn, error, fatal or silent                |
 * | PUBLIC_URL              | (none)      | address readers use, when a proxy stands in front               |
 * | TRUSTED_HOSTS           | (none)      | further `host:port` names that may appear in links, by commas   |
 * | CORS_ORIGIN             | *           | who may read from another site: *, none, or origins by commas   |
 * | EMBED_ORIGINS           | (none)      | which sites may show the atlas in a frame: *, or origins by commas |
 * | TILE_CACHE_MEGABYTES    | 64          | how much memory finished tiles may take                         |
 * | TILE_MAX_AGE_SECONDS    | 60          | how long a browser may show a tile without asking again         |
 *
 * A wrong value stops the start with one sentence.
 */
export interface Config {
  host: string
  port: number
  logLevel: LogLevel
  /** Without a slash at the end; null: links use the address the server listens on. */
  publicUrl: string | null
  trustedHosts: readonly string[]
  corsOrigin: '*' | 'none' | readonly string[]
  embedOrigins: readonly string[]
  tileCacheBytes: number
  tileMaxAgeSeconds: number
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export class ConfigError extends Error {
  override name = 'ConfigError'
}

export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const read = (name: string, fallback: string) => environment[name]?.trim() || fallback
  return {
    host: readHost(read('HOST', '127.0.0.1')),
    port: readInteger('PORT', read('PORT', '8080'), 0, 65535),
    logLevel: readLogLevel(read('LOG_LEVEL', 'info')),
    publicUrl: readPublicUrl(read('PUBLIC_URL', '')),
    trustedHosts: readTrustedHosts(read('TRUSTED_HOSTS', '')),
    corsOrigin: readCorsOrigin(read('CORS_ORIGIN', '*')),
    embedOrigins: readEmbedOrigins(read('EMBED_ORIGINS', '')),
    tileCacheBytes: readInteger('TILE_CACHE_MEGABYTES', read('TILE_CACHE_MEGABYTES', '64'), 1, 4096) * 1024 * 1024,
    tileMaxAgeSeconds: readInteger('TILE_MAX_AGE_SECONDS', read('TILE_MAX_AGE_SECONDS', '60'), 0, 31_536_000),
  }
}

function readInteger(name: string, text: string, least: number, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new ConfigError(`${name} must be a whole number from ${least} to ${most}, got "${text}".`)
}

function readHost(text: string): string {
  if (/^[A-Za-z0-9.:_-]+$/.test(text)) return text
  throw new ConfigError(`HOST must be a host name or an address such as 127.0.0.1 or 0.0.0.0, got "${text}".`)
}

function readLogLevel(text: string): LogLevel {
  const level = logLevels.find((one) => one === text)
  if (level) return level
  throw new ConfigError(`LOG_LEVEL must be one of ${logLevels.join(', ')}, got "${text}".`)
}

function readPublicUrl(text: string): string | null {
  if (text === '') return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (url && ['http:', 'https:'].includes(url.protocol) && !url.search && !url.hash && !url.username) {
    return url.href.replace(/\/+$/, '')
  }
  throw new ConfigError(`PUBLIC_URL must be an address such as https://atlas.example.org, got "${text}".`)
}

function readTrustedHosts(text: string): string[] {
  const hosts = listOf(text)
  const wrong = hosts.find((host) => !/^[A-Za-z0-9.-]+(:\d{1,5})?$/.test(host))
  if (wrong === undefined) return hosts.map((host) => host.toLowerCase())
  throw new ConfigError(`TRUSTED_HOSTS must be names such as atlas.example.org:8080, got "${wrong}".`)
}

function readCorsOrigin(text: string): Config['corsOrigin'] {
  if (text === '*' || text === 'none') return text
  const origins = listOf(text)
  const wrong = origins.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin)
  if (wrong === undefined) return origins
  throw new ConfigError(`CORS_ORIGIN must be *, none or origins such as https://example.org, got "${wrong}".`)
}

function readEmbedOrigins(text: string): string[] {
  if (text === '*') return ['*']
  const origins = listOf(text)
  const wrong = origins.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin)
  if (wrong === undefined) return origins
  throw new ConfigError(`EMBED_ORIGINS must be * or origins such as https://example.org, got "${wrong}".`)
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
