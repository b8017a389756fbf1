/**
 * Does the pack hold all that a show and the modes need?
 *
 * The atlas opens itself in a frame while the service worker answers from its caches alone and counts what would have
 * gone to the network. Every scene of every story is played, then every mode and panel is opened; each has to come to
 * rest. Whatever the frame complains of is an error.
 */
import { address } from '../../api/client.ts'
import { panelTabs, phases, type Language } from '../../state/atlas-state.ts'
import { askWorker } from '../ask-worker.ts'

export interface Proof {
  scenes: { shown: number; total: number }
  /** Other views that were opened: modes, panels, phases. */
  views: number
  answered: number
  /** What would have gone to the network: addresses, each once. */
  requests: string[]
  errors: string[]
}

export type ProofStep = { scene: number } | { view: string }

interface Parts {
  frame: HTMLIFrameElement
  worker: ServiceWorker
  language: Language
  stories: readonly { show: string; scenes: number }[]
  signal: AbortSignal
  onStep: (step: ProofStep) => void
}

/** A scene has to settle within 2.5 s on a machine with a graphics card; without one a frame can take that long. */
const patienceMilliseconds = 45_000
const lookMilliseconds = 40
const visitedTabs = panelTabs.map((tab) => `tab=${tab}`)

export async function provePack({ frame, worker, language, stories, signal, onStep }: Parts): Promise<Proof> {
  const proof: Proof = { scenes: { shown: 0, total: 0 }, views: 0, answered: 0, requests: [], errors: [] }
  await askWorker(worker, 'block')
  try {
    for (const { show, scenes } of stories) {
      proof.scenes.total += scenes
      await open(frame, `lang=${language}&show=${show}`, proof.errors, signal)
      for (let scene = 0; scene < scenes; scene++) {
        onStep({ scene: proof.scenes.shown + 1 })
        if (scene > 0) press(frame, 'PageDown')
        if (!(await until(() => hasSettled(frame, scene), signal))) {
          proof.errors.push(`scene ${scene + 1} of ${show.split(':')[0]} did not come to rest`)
          break
        }
        proof.scenes.shown++
        noteProblems(frame, `scene ${scene + 1}`, proof.errors)
      }
    }
    for (const view of [...visitedTabs, 'ui=invest', ...phases.map((phase) => `p=${phase}`), 'sel=park:bim-son']) {
      onStep({ view })
      await open(frame, `lang=${language}&${view}`, proof.errors, signal)
      if (await until(() => isAtRest(frame), signal)) proof.views++
      else proof.errors.push(`${view} did not come to rest`)
      noteProblems(frame, view, proof.errors)
    }
    const { blocked, answered, missed } = await askWorker(worker, 'count')
    // A worker that was started anew in between has forgotten that it was to block.
    if (!blocked) proof.errors.push('the service worker stopped blocking the network')
    return { ...proof, answered, requests: missed }
  } finally {
    frame.src = 'about:blank'
    await askWorker(worker, 'unblock').catch(() => undefined)
  }
}

let openings = 0

async function open(frame: HTMLIFrameElement, fields: string, errors: string[], signal: AbortSignal): Promise<void> {
  const before = frame.contentWindow?.document
  frame.src = `${address}/?proof=${++openings}#v=1&${fields}`
  const fresh = await until(() => {
    const document = frame.contentDocument
    return document !== null && document !== before && document.URL.startsWith(address)
  }, signal)
  const inside = frame.contentWindow as (Window & typeof globalThis) | null
  if (!fresh || !inside) {
    errors.push(`${fields} did not open`)
    return
  }
  inside.addEventListener(
    'error',
    ({ message }) => {
      if (!isOnlyLater(message)) errors.push(message || 'a file of the page did not load')
    },
    true,
  )
  inside.addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)))
  const { error } = inside.console
  inside.console.error = (...said: unknown[]) => {
    errors.push(said.map(String).join(' '))
    error(...said)
  }
}

/** Browsers tell as an error that what has changed its size is measured in the next frame, which loses nothing. */
function isOnlyLater(message: string): boolean {
  return message.startsWith('ResizeObserver loop')
}

function press(frame: HTMLIFrameElement, key: string): void {
  const inside = frame.contentWindow as (Window & typeof globalThis) | null
  inside?.document.body.dispatchEvent(new inside.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
}

function hasSettled(frame: HTMLIFrameElement, scene: number): boolean {
  const document = frame.contentDocument
  const reached = document?.querySelectorAll('.stage-progress li[data-done="true"]').length
  return reached === scene + 1 && document?.querySelector('[data-show-state="settled"]') !== null && isMapIdle(document)
}

function isAtRest(frame: HTMLIFrameElement): boolean {
  const document = frame.contentDocument
  const panel = document?.querySelector('.panel-body')
  return (
    isMapIdle(document) && panel !== null && panel !== undefined && panel.childElementCount > 0 && !isLoading(panel)
  )
}

function isLoading(panel: Element): boolean {
  return (
    panel.querySelector('[aria-busy="true"], .skeleton') !== null || /^(?:Loading|Đang tải)/.test(panel.textContent)
  )
}

function isMapIdle(document: Document | null | undefined): boolean {
  return !!document?.querySelector('[data-map-state="idle"], .map-absent, .stage-still')
}

function noteProblems(frame: HTMLIFrameElement, where: string, errors: string[]): void {
  for (const problem of frame.contentDocument?.querySelectorAll('.problem, .toast[role="alert"]') ?? [])
    errors.push(`${where}: ${problem.textContent.trim().slice(0, 160)}`)
}

async function until(isTrue: () => boolean, signal: AbortSignal): Promise<boolean> {
  const deadline = Date.now() + patienceMilliseconds
  while (!isTrue()) {
    signal.throwIfAborted()
    if (Date.now() > deadline) return false
    await new Promise((wake) => setTimeout(wake, lookMilliseconds))
  }
  return true
}
