import { spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const main = resolve(import.meta.dirname, 'main.ts')

interface Run {
  code: number | null
  output: string
  errors: string
}

/** Starts the server; `whenOutput` may stop it again. */
function run(environment: Record<string, string>, whenOutput?: (text: string, stop: () => void) => void): Promise<Run> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--import', 'tsx', main], { env: { ...process.env, ...environment } })
    let output = ''
    let errors = ''
    child.stdout.on('data', (part: Buffer) => {
      output += part.toString()
      whenOutput?.(output, () => child.kill('SIGTERM'))
    })
    child.stderr.on('data', (part: Buffer) => (errors += part.toString()))
    child.on('close', (code) => done({ code, output, errors }))
  })
}

test('a wrong setting stops the start with one sentence', async () => {
  const { code, errors } = await run({ PORT: 'eighty' })
  expect([code, errors]).toEqual([1, 'PORT must be a whole number from 0 to 65535, got "eighty".\n'])
}, 30_000)

test('a port in use stops the start with one sentence', async () => {
  const other = createServer()
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening))
  const { port } = other.address() as AddressInfo
  const { code, errors } = await run({ PORT: String(port), LOG_LEVEL: 'silent' })
  other.close()
  expect([code, errors]).toEqual([
    1,
    `Port ${port} of 127.0.0.1 is in use by another program: stop that, or choose another with PORT=${port + 1}.\n`,
  ])
}, 30_000)

test.each(['203.0.113.1', '999.999.1.1'])(
  'a HOST that is not here (%s) stops the start with one sentence',
  async (host) => {
    const { code, errors } = await run({ HOST: host, PORT: '0', LOG_LEVEL: 'silent' })
    expect([code, errors.trim().split('\n').length]).toEqual([1, 1])
    expect(errors).toMatch(/^HOST must be .*"/)
    expect(errors).toContain(host)
  },
  30_000,
)

test('it says where it is, and stops in good order when it is asked to', async () => {
  const { code, output, errors } = await run({ PORT: '0' }, (text, stop) => {
    if (text.includes('the atlas is at http://127.0.0.1:')) stop()
  })
  expect([code, errors]).toEqual([0, ''])
  const lines = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { msg: string })
  expect(lines.map(({ msg }) => msg)).toEqual([
    expect.stringMatching(/^the atlas is at http:\/\/127\.0\.0\.1:\d+\/$/),
    'stopping',
  ])
}, 30_000)
