import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import type { Language } from '../../state/atlas-state.ts'
import { askWorker } from '../ask-worker.ts'
import { keep, type Progress } from '../keep.ts'
import { discardPack, makePack, type PackWish } from './make-pack.ts'
import { readPackRecord, writePackRecord, type PackRecord } from './pack-record.ts'
import { provePack, type Proof, type ProofStep } from './prove-pack.ts'
import { listStoryLinks } from './story-links.ts'

/** Why the pack is not what it should be; each has its sentence. */
export type PackTrouble =
  | { kind: 'stopped' | 'older' | 'discarded' | 'broken' | 'missing' }
  | { kind: 'full'; usedBytes: number; quotaBytes: number }
  | { kind: 'noProof'; reason: string }

export interface Pack {
  doing: { fetching: Progress } | { proving: ProofStep } | null
  record: PackRecord | null
  trouble: PackTrouble | null
  keptBytes: number | null
  make: (wish: PackWish) => Promise<void>
  prove: () => Promise<void>
  discard: () => Promise<void>
  stop: () => void
}

/** The pack of this browser: what it holds, and how it is made, proved and dropped. */
export function usePack(frame: RefObject<HTMLIFrameElement | null>, language: Language): Pack {
  const [doing, setDoing] = useState<Pack['doing']>(null)
  const [record, setRecord] = useState(readPackRecord)
  const [trouble, setTrouble] = useState<PackTrouble | null>(null)
  const [keptBytes, setKeptBytes] = useState<number | null>(null)
  const running = useRef<AbortController | null>(null)

  const note = useCallback((next: PackRecord | null) => {
    writePackRecord(next)
    setRecord(next)
  }, [])
  useEffect(() => {
    void forgetOlder(note, setTrouble)
    void navigator.storage?.estimate?.().then(({ usage }) => setKeptBytes(usage ?? null))
    return () => running.current?.abort()
  }, [note])

  const run = async (work: (worker: ServiceWorker, signal: AbortSignal) => Promise<void>) => {
    if (running.current) return
    const control = new AbortController()
    running.current = control
    setTrouble(null)
    try {
      const { active } = await navigator.serviceWorker.ready
      if (active) await work(active, control.signal)
    } catch (error) {
      setTrouble(await explain(error))
    } finally {
      running.current = null
      setDoing(null)
      void navigator.storage?.estimate?.().then(({ usage }) => setKeptBytes(usage ?? null))
    }
  }

  const proveNow = async (worker: ServiceWorker, signal: AbortSignal, of: PackRecord) => {
    const stage = frame.current
    if (!stage) return
    const stories = await listStoryLinks()
    const onStep = (step: ProofStep) => setDoing({ proving: step })
    const attempt = (): Promise<Proof> => provePack({ frame: stage, worker, language, stories, signal, onStep })
    let proof = await attempt()
    const fetchable = proof.requests.filter((path) => path.startsWith('/'))
    if (fetchable.length > 0) {
      // What a scene asks for and no list foresaw (a view far outside the province): fetched once, then proved anew.
      const { keptCache } = await askWorker(worker, 'describe')
      const { pathname } = new URL('.', document.baseURI)
      const wanted = fetchable.map((path) => path.slice(pathname.length - 1))
      const added = await keep(wanted, { cacheName: keptCache, atOnce: 8, signal }).then(
        () => true,
        () => false,
      )
      if (added) {
        proof = await attempt()
        setTrouble({ kind: 'missing' })
      }
    }
    note({ ...of, proof, provedAt: new Date().toISOString() })
  }

  return {
    doing,
    record,
    trouble,
    keptBytes,
    make: (wish) =>
      run(async (worker, signal) => {
        const { dataVersion } = await askWorker(worker, 'describe')
        let now: PackRecord = { ...wish, dataVersion, done: 0, total: 0, proof: null, provedAt: null }
        try {
          await makePack(worker, wish, signal, (fetching) => {
            setDoing({ fetching })
            now = { ...now, done: fetching.done, total: fetching.total }
            if (fetching.done % 200 === 0) writePackRecord(now)
          })
        } finally {
          note(now)
        }
        await proveNow(worker, signal, now)
      }),
    prove: () => run((worker, signal) => (record ? proveNow(worker, signal, record) : Promise.resolve())),
    discard: () =>
      run(async (worker) => {
        await discardPack(worker)
        note(null)
        setTrouble({ kind: 'discarded' })
      }),
    stop: () => running.current?.abort(),
  }
}

/** A pack made for other data went with it. */
async function forgetOlder(
  note: (record: PackRecord | null) => void,
  setTrouble: (trouble: PackTrouble) => void,
): Promise<void> {
  const record = readPackRecord()
  if (!record || !('serviceWorker' in navigator)) return
  const { active } = await navigator.serviceWorker.ready
  const description = active ? await askWorker(active, 'describe') : null
  if (!description || description.dataVersion === record.dataVersion) return
  note(null)
  setTrouble({ kind: 'older' })
}

async function explain(error: unknown): Promise<PackTrouble> {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  if (name === 'AbortError') return { kind: 'stopped' }
  if (name === 'QuotaExceededError') {
    const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.()) ?? {}
    return { kind: 'full', usedBytes: usage, quotaBytes: quota }
  }
  if (error instanceof TypeError) return { kind: 'broken' }
  return { kind: 'noProof', reason: error instanceof Error ? error.message : String(error) }
}
