/**
 * `npm run dev`: the server, started anew when its code changes, and the page with hot reloading, which
 * passes what is not its own on to the server. Ctrl-C ends both.
 */
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { createServer } from 'vite'

const root = resolve(import.meta.dirname, '..')

const server = spawn(
  process.execPath,
  [resolve(root, 'node_modules/tsx/dist/cli.mjs'), 'watch', '--clear-screen=false', 'server/main.ts'],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
)
const page = await createServer({ configFile: resolve(root, 'vite.config.ts') })

let ending = false
async function end(code: number): Promise<void> {
  if (ending) return
  ending = true
  server.kill('SIGTERM')
  await page.close()
  process.exitCode = code
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
server.once('exit', (code) => void end(code ?? 0))

await page.listen()
page.printUrls()
