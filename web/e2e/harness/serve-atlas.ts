/** Runs the built atlas as `npm start` does, in a process of its own, on a free port. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { resolve } from 'node:path'

export interface ServedAtlas {
  /** Without a slash at the end. */
  url: string
  pid: number
  stop: () => Promise<void>
}

const root = resolve(import.meta.dirname, '../../..')
const entry = resolve(root, 'dist/server/main.js')

export async function serveAtlas(environment: Record<string, string> = {}): Promise<ServedAtlas> {
  if (!existsSync(entry)) throw new Error('dist/server/main.js is missing: run `npm run build` first.')
  const port = environment['PORT'] === undefined ? await findFreePort() : Number(environment['PORT'])
  const server = spawn(process.execPath, ['--max-semi-space-size=2', entry], {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-8_000)
    })
  const ended = new Promise<void>((done) => {
    server.once('exit', () => done())
    server.once('error', () => done())
  })

  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return
    server.kill('SIGTERM')
    const giveUp = setTimeout(() => server.kill('SIGKILL'), 5_000)
    await ended
    clearTimeout(giveUp)
  }

  const url = `http://127.0.0.1:${port}`
  const deadline = Date.now() + 30_000
  while (!(await isReady(url))) {
    if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined)
      throw new Error(`The atlas server ended before it was ready. It said:\n${said}`)
    if (Date.now() > deadline) {
      await stop()
      throw new Error(`The atlas server was not ready after 30 s. It said:\n${said}`)
    }
    await new Promise((wake) => setTimeout(wake, 50))
  }
  return { url, pid: server.pid ?? 0, stop }
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    async (response) => {
      await response.arrayBuffer()
      return response.ok
    },
    () => false,
  )
}

async function findFreePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (typeof address === 'object' && address) found(address.port)
        else failed(new Error('No free port was found.'))
      })
    })
  })
}
