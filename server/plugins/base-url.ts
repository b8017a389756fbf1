/**
 * Which address links start with.
 *
 * A request's `Host` header can be forged, and `X-Forwarded-*` too, so neither is believed. In this order:
 * 1. PUBLIC_URL, when it is set, and nothing else.
 * 2. The request's `Host`, if it is one of the names this server is known to listen by: `localhost`, the
 *    loopback addresses and HOST (with HOST=0.0.0.0 every address of the machine), each with our own port,
 *    and the names of TRUSTED_HOSTS.
 * 3. Otherwise HOST and the port; 127.0.0.1 when HOST is every interface.
 */
import { networkInterfaces } from 'node:os'
import type { FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'

export type BaseUrl = (request: Pick<FastifyRequest, 'headers'>) => string

/** @param currentPort the port really listened on: PORT=0 leaves it open until then. */
export function baseUrl(config: Config, currentPort: () => number): BaseUrl {
  const { publicUrl } = config
  if (publicUrl !== null) return () => publicUrl
  const names = trustedNames(config.host)
  const ownName = isEveryInterface(config.host) ? '127.0.0.1' : bracketed(config.host)
  return ({ headers }) => {
    const port = currentPort()
    const host = headers.host?.toLowerCase() ?? ''
    const withoutPort = host.replace(/:\d+$/, '')
    const portOfHost = host === withoutPort ? 80 : Number(host.slice(withoutPort.length + 1))
    const isOurs = names.has(withoutPort) && portOfHost === port
    return `http://${isOurs || config.trustedHosts.includes(host) ? host : `${ownName}:${port}`}`
  }
}

function trustedNames(host: string): Set<string> {
  const names = ['localhost', '127.0.0.1', '[::1]']
  if (!isEveryInterface(host)) return new Set([...names, bracketed(host).toLowerCase()])
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list?.map(({ address }) => address) ?? [])
  return new Set([...names, ...addresses.map((address) => bracketed(address).toLowerCase())])
}

function isEveryInterface(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
