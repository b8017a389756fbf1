/** Asks the server on this machine for the bytes it really sends: nothing is decompressed. */
import { Agent, get } from 'node:http'
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

export async function askJson<T>(url: string): Promise<T> {
  const { status, encoding, body } = await ask(url)
  if (status !== 200) throw new Error(`${url} answered ${status}`)
  return JSON.parse((encoding === 'gzip' ? gunzipSync(body) : body).toString('utf8')) as T
}
