/** Asks the server on this machine for the bytes it really sends: nothing is decompressed. */
import { Agent, get } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'

export interface RawAnswer {
  status: number
  encoding: string | undefined
  bytes: number
  body: Buffer
}

export const keepAlive = new Agent({ keepAlive: true, maxSockets: 8 })

export function ask(url: string): Promise<RawAnswer> {
  return new Promise((answered, failed) => {
    get(url, { agent: keepAlive, headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', failed)
      response.on('end', () => {
        const body = Buffer.concat(parts)
        const { statusCode = 0, headers } = response
        answered({ status: statusCode, encoding: headers['content-encoding'], bytes: body.length, body })
      })
    }).on('error', failed)
  })
}

/** A server that is busy, as while a thread of it is starting, is asked again. */
export async function askJson<T>(url: string, attemptsLeft = 10): Promise<T> {
  const { status, encoding, body } = await ask(url)
  if (status === 503 && attemptsLeft > 0) {
    await pause(2000)
    return askJson<T>(url, attemptsLeft - 1)
  }
  if (status !== 200) throw new Error(`${url} answered ${status}`)
  return JSON.parse((encoding === 'gzip' ? gunzipSync(body) : body).toString('utf8')) as T
}
