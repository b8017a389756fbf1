import type { Story } from '../../server/domain/story.ts'

/**
 * What is wrong with a story file, as facts that `web/i18n` has a sentence for; nothing: it is a story.
 *
 * The same rules as the schema in `server/domain/story.ts`, without its compiler, which would be the largest part of
 * the show; a test holds the two against each other. A file may come from anywhere, so nothing about it is believed.
 */
export type StoryRule =
  | 'not-json'
  | 'not-a-story'
  | 'newer'
  | 'missing'
  | 'unknown-field'
  | 'not-text'
  | 'not-number'
  | 'not-list'
  | 'not-object'
  | 'range'
  | 'length'
  | 'count'
  | 'choice'
  | 'form'
  | 'no-words'
  | 'same-id'

export interface StoryProblem {
  rule: StoryRule
  /** `scenes/3/camera/zoom`; empty for the file itself. */
  path: string
  values: Record<string, string | number>
}

export type ReadStory = { story: Story; problems?: undefined } | { story?: undefined; problems: StoryProblem[] }

const mostProblems = 12

export function readStory(text: string): ReadStory {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { problems: [{ rule: 'not-json', path: '', values: { reason } }] }
  }
  const problems = findStoryProblems(parsed)
  return problems.length > 0 ? { problems } : { story: parsed as Story }
}

export function findStoryProblems(parsed: unknown): StoryProblem[] {
  const problems: StoryProblem[] = []
  const say: Say = (rule, path, values = {}) => {
    if (problems.length < mostProblems) problems.push({ rule, path, values })
  }
  if (!isRecord(parsed) || parsed['format'] !== 'thanh-hoa-story') {
    say('not-a-story', '')
    return problems
  }
  if (parsed['version'] !== 1) {
    say('newer', 'version', { got: show(parsed['version']) })
    return problems
  }
  story(parsed, '', say)
  if (problems.length === 0) findRepeatedIds(parsed, say)
  return problems
}

type Say = (rule: StoryRule, path: string, values?: Record<string, string | number>) => void
type Check = (value: unknown, path: string, say: Say) => void

const text =
  (most: number, form?: RegExp): Check =>
  (value, path, say) => {
    if (typeof value !== 'string') say('not-text', path, { got: show(value) })
    else if ([...value].length > most) say('length', path, { most })
    else if (form && !form.test(value)) say('form', path, { got: show(value) })
  }
const number =
  (least: number, most: number, whole = false): Check =>
  (value, path, say) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) say('not-number', path, { got: show(value) })
    else if (value < least || value > most) say('range', path, { least, most, got: value })
    else if (whole && !Number.isInteger(value)) say('form', path, { got: value })
  }
const choice =
  (...allowed: readonly (string | number)[]): Check =>
  (value, path, say) => {
    if (!allowed.some((one) => one === value)) say('choice', path, { allowed: allowed.join(', '), got: show(value) })
  }
const list =
  (check: Check, least: number, most: number): Check =>
  (value, path, say) => {
    if (!Array.isArray(value)) return say('not-list', path, { got: show(value) })
    if (value.length < least || value.length > most) say('count', path, { least, most, got: value.length })
    else value.forEach((one, index) => check(one, `${path}/${index}`, say))
  }
const tuple =
  (...checks: readonly Check[]): Check =>
  (value, path, say) => {
    if (!Array.isArray(value)) return say('not-list', path, { got: show(value) })
    if (value.length !== checks.length)
      return say('count', path, { least: checks.length, most: checks.length, got: value.length })
    checks.forEach((check, index) => check(value[index], `${path}/${index}`, say))
  }
const orNull =
  (check: Check): Check =>
  (value, path, say) =>
    value === null ? undefined : check(value, path, say)

/** Fields whose name ends with `?` may be missing; others than these may not be there. */
const object = (fields: Record<string, Check>): Check => {
  const known = new Map(Object.entries(fields).map(([name, check]) => [name.replace(/\?$/, ''), check]))
  return (value, path, say) => {
    if (!isRecord(value)) return say('not-object', path, { got: show(value) })
    for (const name of Object.keys(fields)) {
      if (!name.endsWith('?') && !Object.hasOwn(value, name)) say('missing', join(path, name), { name })
    }
    for (const [name, inner] of Object.entries(value)) {
      const check = known.get(name)
      if (check) check(inner, join(path, name), say)
      else say('unknown-field', join(path, name), { name })
    }
  }
}
/** One of several shapes, told apart by the field that only this one has. */
const byField =
  (shapes: readonly (readonly [field: string, is: string | undefined, check: Check])[]): Check =>
  (value, path, say) => {
    if (!isRecord(value)) return say('not-object', path, { got: show(value) })
    const shape = shapes.find(([field, is]) => (is === undefined ? Object.hasOwn(value, field) : value[field] === is))
    if (shape) shape[2](value, path, say)
    else
      say('choice', path, {
        allowed: shapes.map(([field, is]) => (is === undefined ? field : `${field}: ${is}`)).join(', '),
        got: show(value),
      })
  }

const slug = text(80, /^[a-z0-9]+(-[a-z0-9]+)*$/)
const collection = text(80, /^[a-z0-9]+(-[a-z0-9]+)*$/)
const featureName = text(120, /^[a-z0-9-]+:[a-z0-9-]+$/)
const words = (most: number) => {
  const one = text(most)
  return object({ 'vi?': one, 'en?': one, 'zh?': one, 'ja?': one, 'ko?': one })
}
const title: Check = (value, path, say) => {
  words(400)(value, path, say)
  if (isRecord(value) && Object.keys(value).length === 0) say('no-words', path)
}
const label = { 'label?': words(400) }
const buffer = number(500, 30_000, true)
const longitude = number(-180, 180)
const latitude = number(-85, 85)
const bearing = number(-360, 360)
const pitch = number(0, 85)

const callout = byField([
  ['figure', undefined, object({ figure: slug, 'period?': text(20), ...label })],
  [
    'feature',
    undefined,
    object({ feature: featureName, key: text(40), origin: slug, 'nth?': number(0, 50, true), ...label }),
  ],
  ['measure', 'coverage', object({ measure: text(20), of: choice('land', 'people'), bufferMeters: buffer, ...label })],
  ['measure', 'access', object({ measure: text(20), to: choice('nghi-son-port', 'airport', 'ha-noi'), ...label })],
  ['list', undefined, object({ list: collection, 'ids?': list(slug, 0, 40), ...label })],
  ['chart', 'park-areas', object({ chart: text(20), ...label })],
  ['contact', undefined, object({ contact: slug, ...label })],
  ['code', 'atlas', object({ code: text(20), ...label })],
])

const drawing = byField([
  ['draw', 'lines', object({ draw: text(20), collection })],
  ['draw', 'arcs', object({ draw: text(20), to: list(slug, 1, 20) })],
  ['draw', 'columns', object({ draw: text(20) })],
  ['draw', 'reach', object({ draw: text(20), bufferMeters: buffer })],
])

const scene = object({
  id: slug,
  camera: byField([
    [
      'frame',
      undefined,
      object({ frame: tuple(longitude, latitude, longitude, latitude), 'bearing?': bearing, 'pitch?': pitch }),
    ],
    ['zoom', undefined, object({ zoom: number(0, 22), latitude, longitude, bearing, pitch })],
  ]),
  layers: object({ shown: list(slug, 0, 60), hidden: list(slug, 0, 60) }),
  'filter?': text(2000, /^[^#\s]*$/),
  phase: choice(2021, 2025, 2030),
  selection: orNull(featureName),
  'language?': choice('vi', 'en', 'zh', 'ja', 'ko'),
  texts: object({ title, 'callout?': words(400), 'notes?': words(4000) }),
  'sources?': list(object({ origin: slug, 'locator?': text(80) }), 0, 4),
  durationSeconds: number(3, 3600, true),
  'callouts?': list(callout, 0, 8),
  'drawings?': list(drawing, 0, 4),
  'still?': text(120_000, /^data:image\/(webp|jpeg|png);base64,/),
})

const story = object({
  format: text(40),
  version: number(1, 1),
  id: slug,
  title,
  scenes: list(scene, 1, 100),
})

/** Links and the list of scenes name a scene by its id. */
function findRepeatedIds(parsed: Record<string, unknown>, say: Say): void {
  const seen = new Set<unknown>()
  for (const [index, one] of (parsed['scenes'] as { id: string }[]).entries()) {
    if (seen.has(one.id)) say('same-id', `scenes/${index}/id`, { got: one.id })
    seen.add(one.id)
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}/${name}`
}

function show(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 60)
}
