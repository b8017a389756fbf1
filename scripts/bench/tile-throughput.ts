/**
 * How many cached tiles a second does the server send?
 *
 * Sixteen connections on this machine's own loopback, each asking again as soon as it has been answered; it
 * ends after five seconds or 200,000 answers. The asking side reads bare sockets, so that the server, which
 * runs in a process of its own, is what is measured. On a machine that is busy with other things, the answers
 * for each second of the server's own processor time say more.
 */
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { formatKilobytes, judge, type Answer } from './answer.ts'
import type { SentTile } from './tile-sizes.ts'

const connections = 16
const mostAnswers = 200_000

export async function measureTileThroughput(
  tile: SentTile,
  serverPid: number,
  limit: { atLeast: number } | null,
  mostMilliseconds = 5_000,
): Promise<Answer[]> {
  const { hostname, port, pathname } = new URL(tile.address)
  if (hostname !== '127.0.0.1') throw new Error(`only this machine is measured, not ${hostname}`)
  const request = `GET ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept-Encoding: gzip\r\n\r\n`
  const count = { answers: 0, refused: 0 }
  const processorSeconds = readProcessorSeconds(serverPid)
  const started = performance.now()
  const isOver = () => count.answers >= mostAnswers || performance.now() - started > mostMilliseconds
  await Promise.all(
    Array.from({ length: connections }, () => askAgainAndAgain(Number(port), hostname, request, count, isOver)),
  )
  const seconds = (performance.now() - started) / 1000
  if (count.refused > 0) throw new Error(`${count.refused} answers were not 200`)
  const used = readProcessorSeconds(serverPid) - processorSeconds
  const whole = (value: number) => Math.round(value).toString()
  return [
    judge(
      `cached tile of ${formatKilobytes(tile.bytes)}, answers a second (${connections} connections)`,
      count.answers / seconds,
      limit,
      whole,
    ),
    ...(used > 0 ? [judge("  for each second of the server's processor time", count.answers / used, null, whole)] : []),
  ]
}

/** Linux tells it in hundredths of a second; elsewhere NaN. */
function readProcessorSeconds(pid: number): number {
  if (process.platform !== 'linux') return NaN
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

function askAgainAndAgain(
  port: number,
  host: string,
  request: string,
  count: { answers: number; refused: number },
  isOver: () => boolean,
): Promise<void> {
  return new Promise((done, failed) => {
    const socket = connect({ port, host, noDelay: true }, () => socket.write(request))
    let head = ''
    let bodyLeft = -1
    socket.on('error', failed)
    socket.on('close', () => done())
    socket.on('data', (part) => {
      let from = 0
      if (bodyLeft < 0) {
        head += part.toString('latin1')
        const end = head.indexOf('\r\n\r\n')
        if (end < 0) return
        const length = /\r\ncontent-length: *(\d+)/i.exec(head.slice(0, end + 2))?.[1]
        if (length === undefined) {
          socket.destroy(new Error('an answer had no Content-Length'))
          return
        }
        if (!head.startsWith('HTTP/1.1 200')) count.refused += 1
        bodyLeft = Number(length)
        from = part.length - (head.length - end - 4)
        head = ''
      }
      bodyLeft -= part.length - from
      if (bodyLeft > 0) return
      bodyLeft = -1
      count.answers += 1
      if (isOver()) socket.end()
      else socket.write(request)
    })
  })
}
