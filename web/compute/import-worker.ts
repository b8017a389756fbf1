import sqliteUrl from 'sql.js/dist/sql-wasm-browser.wasm?url'
import type { Position } from 'geojson'
import { toProblem } from '../exchange/problem.ts'
import type { SystemCode } from '../exchange/raw-layer.ts'
import { importLayers } from './import-layers.ts'
import type { ImportAnswer, ImportOrder } from './import-file.ts'

/** Reads one file and is done: whoever started it may end it at any moment. */
const say = (answer: ImportAnswer) => self.postMessage(answer)
let settle: ((system: SystemCode) => void) | null = null

self.addEventListener('message', ({ data: order }: MessageEvent<ImportOrder>) => {
  if (order.kind === 'answer') settle?.(order.system)
  else void read(order.file, order.known)
})

async function read(file: File, known: Position[][]): Promise<void> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const layers = await importLayers(file.name, bytes, {
      known,
      addresses: { sqlite: sqliteUrl },
      progress: (stage, share) => say({ kind: 'progress', stage, share }),
      ask: (question) => {
        say({ kind: 'question', question })
        return new Promise((resolve) => {
          settle = resolve
        })
      },
    })
    // As text in a blob: the page and the map's own worker read it without copying half a million positions about.
    const packed = layers.map(({ collection, ...layer }) => ({
      ...layer,
      data: new Blob([JSON.stringify(collection)], { type: 'application/geo+json' }),
    }))
    say({ kind: 'done', layers: packed })
  } catch (error) {
    const { code, values } = toProblem(error, file.name)
    say({ kind: 'problem', code, values })
  }
}
