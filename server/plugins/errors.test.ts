import { connect, type AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handleErrors } from './errors.ts'

const app = Fastify()
let port: number

beforeAll(async () => {
  handleErrors(app)
  const options = { method: ['GET', 'POST'], url: '/', handlerTimeout: 50 }
  app.route({ ...options, handler: () => new Promise(() => undefined) })
  await app.listen({ host: '127.0.0.1', port: 0 })
  port = (app.server.address() as AddressInfo).port
})
afterAll(() => app.close())

test('a body that does not arrive in time is a 408, and its connection ends', async () => {
  const text = await new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(
        'POST / HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"half":',
      ),
    )
    let received = ''
    socket.on('data', (part) => (received += part.toString()))
    socket.on('close', () => resolve(received))
  })
  expect(text).toContain('HTTP/1.1 408 Request Timeout')
  expect(text).toContain('/problems/request-too-slow')
})

test('a question whose answer takes too long is a 503 that says when to ask again', async () => {
  const answer = await fetch(`http://127.0.0.1:${port}/`)
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('5')
})
