import type { Scene, Story } from '../../../server/domain/story.ts'
import { address, ApiError, fetchCollection, fetchParkAccess, fetchPlan } from '../../api/client.ts'
import { leadsHere, toPublicLink } from '../../api/pack.ts'
import { formatDate } from '../../format/numbers.ts'
import { citationOf } from '../../format/origin.ts'
import { wordsIn } from '../../i18n/index.ts'
import { initialState, type AtlasState, type Language, type Phase } from '../../state/atlas-state.ts'
import { toHash } from '../../state/url.ts'
import { readReach } from '../read-reach.ts'
import { toSceneState } from '../scene-state.ts'
import { speakTexts } from '../speak-texts.ts'
import { shippedStoryIds } from '../stories.ts'
import { buildHandout, type HandoutWords } from './build-handout.ts'
import type { Block, HandoutClosing, SmallPrint } from './handout-content.ts'
import { contactOf, readPages, type HandoutData, type Speaking } from './read-content.ts'
import { scenePicture } from './scene-picture.ts'
import { viewOf } from './scene-view.ts'

export interface HandoutRequest {
  story: Story
  state: AtlasState
  now: Date
  signal: AbortSignal
  /** Shares of the whole work, 0 to 1. */
  onProgress: (share: number) => void
}

/** Gathers all that the handout of a story needs, in the language now spoken, and makes the PDF. */
export async function makeHandout({
  story,
  state,
  now,
  signal,
  onProgress,
}: HandoutRequest): Promise<Uint8Array<ArrayBuffer>> {
  const { language } = state
  const [t, plan] = await Promise.all([wordsIn(language, ['details', 'show']), fetchPlan(signal)])
  const speaking: Speaking = { language, t }
  const data = dataOf(plan, signal)
  const isShipped = shippedStoryIds.includes(story.id)
  const urlOf = (scene: Scene) =>
    toPublicLink(`${address}/${isShipped ? showHash(story, scene, state) : viewHash(story, scene, state)}`)
  const pages = await readPages(story, data, speaking, urlOf)
  onProgress(0.1)
  const pictures = new Map<string, Uint8Array | null>()
  for (const scene of story.scenes) {
    signal.throwIfAborted()
    // A picture that cannot be made is a sentence on its page, not the end of the handout.
    const picture = await scenePicture(story, scene, state, signal).catch((error: unknown) => {
      if (signal.aborted) throw error
      return null
    })
    pictures.set(scene.id, picture)
    onProgress(0.1 + (0.8 * pictures.size) / story.scenes.length)
  }
  const cited = pages.flatMap(({ blocks, sources }) => [...sources, ...blocks.flatMap(printsOf)])
  const [first] = pages
  const content = {
    title: speakTexts(story.title, language) || story.id,
    pages,
    closing: closingOf(story, first?.url ?? toPublicLink(`${address}/`), isShipped, cited, data, speaking),
  }
  const date = formatDate(now.toISOString().slice(0, 10), language)
  const bytes = await buildHandout({ content, pictures, words: wordsOf(t, date), language, createdAt: now })
  signal.throwIfAborted()
  onProgress(1)
  return bytes
}

/** A story that every copy of the atlas has: the scene itself, in the show. */
function showHash(story: Story, scene: Scene, state: AtlasState): string {
  const show = { story: story.id, scene: scene.id, running: true }
  return toHash({ ...initialState(state.language), mode: 'show', show }, null)
}

/** A story of this browser only: what the map shows in the scene, which every copy can show. */
function viewHash(story: Story, scene: Scene, state: AtlasState): string {
  const shown = toSceneState(initialState(state.language), scene, story.id)
  return toHash({ ...shown, mode: 'plan', show: null }, viewOf(scene.camera, 900, 720))
}

/** Collections are read once, however many scenes ask for them. */
function dataOf(plan: HandoutData['plan'], signal: AbortSignal): HandoutData {
  const read = new Map<string, Promise<unknown>>()
  return {
    plan,
    collection: (id) => {
      const known = read.get(id) ?? fetchCollection(id, signal)
      read.set(id, known)
      return known as ReturnType<typeof fetchCollection<typeof id>>
    },
    reach: (bufferMeters) => readReach(bufferMeters, 'handout'),
    parkTimes: (phase) => readParkTimes(phase, signal),
  }
}

const attempts = 6
const pauseMilliseconds = 1500

/** A server that is still working it out says so (503) and is asked again. */
async function readParkTimes(phase: Phase, signal: AbortSignal) {
  for (let attempt = 1; ; attempt++)
    try {
      return await fetchParkAccess(phase, signal)
    } catch (error) {
      const isBusy = error instanceof ApiError && error.status === 503
      if (!isBusy || attempt === attempts) throw error
      await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds))
    }
}

function printsOf(block: Block): SmallPrint[] {
  if (block.type === 'number' || block.type === 'contact') return [block.source]
  return block.type === 'bars' ? block.sources : []
}

/** Where a province's projects are asked for, unless the story names somebody else. */
const usualContact = 'inv-web'

function closingOf(
  story: Story,
  url: string,
  isShipped: boolean,
  cited: readonly SmallPrint[],
  data: HandoutData,
  speaking: Speaking,
): HandoutClosing {
  const { t, language } = speaking
  const callout = story.scenes.flatMap(({ callouts = [] }) => callouts).find((one) => 'contact' in one)
  const label = speakTexts(callout?.label, language) || t('handout.usualContact')
  return {
    url,
    notes: [...(isShipped ? [] : [t('handout.ownStory')]), ...(leadsHere(url) ? [t('handout.localOnly')] : [])],
    contact: contactOf(callout?.contact ?? usualContact, label, data, speaking),
    sources: citedOnce(cited, data, language),
  }
}

/** One line for each document, however many clauses of it were cited. */
function citedOnce(cited: readonly SmallPrint[], { plan }: HandoutData, language: Language): SmallPrint[] {
  return plan.origins
    .filter(({ id }) => cited.some(({ originId }) => originId === id))
    .map((origin) => ({
      text: [citationOf(origin, language), origin.date ? formatDate(origin.date, language) : null]
        .filter(Boolean)
        .join(' · '),
      url: origin.address,
      originId: origin.id,
    }))
}

function wordsOf(t: Speaking['t'], date: string): HandoutWords {
  return {
    atlas: t('app.title'),
    subject: t('handout.subject'),
    open: t('handout.open'),
    noPicture: t('handout.noPicture'),
    picture: t('handout.picture'),
    scan: t('handout.scan'),
    contact: t('handout.contact'),
    closing: t('handout.closing'),
    allSources: t('handout.allSources'),
    credits: t('app.attribution'),
    madeOn: t('handout.madeOn', { date }),
    key: t('handout.key'),
  }
}
