/**
 * Answers what takes longer than a moment about access by road, away from the thread that answers everybody
 * else, each question only once.
 *
 * One thread, started by the first question and ended when none has come for a while. All questions are about
 * the atlas' own roads and features, so each takes well under a second and none has to be cut off.
 */
import { LRUCache } from 'lru-cache'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import { accessCollections, type AccessFeatures } from '../analysis/access.ts'
import type { Catalog } from '../catalog/catalog.ts'
import type { AccessQuestion, AccessWorkerData } from './access-worker.ts'
import { Problem } from './errors.ts'

export interface AccessPool {
  /** The answer as JSON. Identical questions share one answer. */
  answer: (question: AccessQuestion) => Promise<Uint8Array>
  close: () => Promise<void>
}

const mostWaiting = 16
const mostIdleMilliseconds = 30_000
const mostKeptBytes = 12_000_000

export function buildAccessPool(catalog: Pick<Catalog, 'featuresOf' | 'plan' | 'originsById'>): AccessPool {
  const handed: AccessWorkerData = {
    features: { ...accessFeaturesOf(catalog), communes: catalog.featuresOf('communes') },
    driving: catalog.plan.driving,
    distances: {
      distances: catalog.plan.distances,
      places: catalog.plan.distancePlaces,
      originsById: catalog.originsById,
    },
  }
  const pool = new Piscina<AccessQuestion, Uint8Array>({
    ...workerModule(),
    name: 'answer',
    minThreads: 0,
    maxThreads: 1,
    maxQueue: mostWaiting,
    idleTimeout: mostIdleMilliseconds,
    resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 8 },
    workerData: handed,
    recordTiming: false,
  })
  const kept = new LRUCache<string, Uint8Array>({ maxSize: mostKeptBytes, sizeCalculation: (json) => json.byteLength })
  const underWay = new Map<string, Promise<Uint8Array>>()

  return {
    answer: (question) => {
      const key = JSON.stringify(question)
      const known = kept.get(key)
      if (known) return Promise.resolve(known)
      const promised = underWay.get(key)
      if (promised) return promised
      if (pool.queueSize >= mostWaiting) return Promise.reject(busy())
      const making = pool
        .run(question)
        .then((json) => {
          kept.set(key, json)
          return json
        })
        .finally(() => underWay.delete(key))
      underWay.set(key, making)
      return making
    },
    close: () => pool.destroy(),
  }
}

export function accessFeaturesOf({ featuresOf }: Pick<Catalog, 'featuresOf'>): AccessFeatures {
  return Object.fromEntries(accessCollections.map((id) => [id, featuresOf(id)])) as unknown as AccessFeatures
}

/** Built, the worker is the `.js` beside this; as source it needs tsx, which answers the `require` of piscina. */
function workerModule(): { filename: string; execArgv: string[] } {
  const isSource = import.meta.url.endsWith('.ts')
  const filename = fileURLToPath(new URL(`./access-worker.${isSource ? 'ts' : 'js'}`, import.meta.url))
  return { filename, execArgv: isSource ? ['--require', fileURLToPath(import.meta.resolve('tsx/cjs'))] : [] }
}

function busy(): Problem {
  const detail = `${mostWaiting} other questions about travel times are waiting; please try again shortly.`
  return new Problem('busy', detail, { 'retry-after': '2' })
}
