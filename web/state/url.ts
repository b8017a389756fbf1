import { readVenue, writeKiosk } from './venue-state.ts'
import {
  bufferLimits,
  languages,
  modes,
  panelTabs,
  phases,
  type AtlasState,
  type Language,
  type Selection,
} from './atlas-state.ts'
import { readShow, toShowText } from './show-state.ts'
import { lookParts, readLook } from './look-state.ts'

/**
 * How the atlas is written into a link, and read back from any link however old or damaged.
 *
 * `#v=1&m=11.2/19.807/105.776&l=+units,-rivers&p=2030&sel=park:bim-son&lang=vi&ui=invest`: ids, never
 * names; defaults left out; what is not understood is ignored, never an error.
 */
export interface Camera {
  zoom: number
  latitude: number
  longitude: number
  bearing: number
  pitch: number
}

export function toHash(state: AtlasState, camera: Camera | null): string {
  const parts: string[] = ['v=1']
  if (camera) parts.push(`m=${toCameraText(camera)}`)
  const layers = [...state.shownLayers.map((id) => `+${id}`), ...state.hiddenLayers.map((id) => `-${id}`)]
  if (layers.length > 0) parts.push(`l=${layers.map(encodeURIComponent).join(',')}`)
  if (state.bufferMeters !== bufferLimits.usual) parts.push(`b=${state.bufferMeters}`)
  if (state.coverageCorridors.length > 0) parts.push(`c=${state.coverageCorridors.map(encodeURIComponent).join(',')}`)
  if (state.phase !== 2021) parts.push(`p=${state.phase}`)
  if (state.selection)
    parts.push(`sel=${encodeURIComponent(state.selection.kind)}:${encodeURIComponent(state.selection.id)}`)
  parts.push(`lang=${state.language}`)
  const ui = state.venue === 'desk' ? state.mode : state.venue
  if (ui !== 'plan') parts.push(`ui=${ui}`, ...writeKiosk(state))
  if (state.tab !== 'layers') parts.push(`tab=${state.tab}`)
  if (state.invest) parts.push(state.invest)
  if (state.show) parts.push(`show=${toShowText(state.show)}`)
  parts.push(...lookParts(state.look))
  if (state.sharedScenario !== null) parts.push(`s=${state.sharedScenario}`)
  return `#${parts.join('&')}`
}

export function fromHash(hash: string, defaults: AtlasState): { state: AtlasState; camera: Camera | null } {
  const fields = readFields(hash)
  const layers = (fields.get('l') ?? '').split(',').map(decode)
  const pick = <T extends string | number>(allowed: readonly T[], text: string | undefined, fallback: T): T =>
    allowed.find((value) => String(value) === text) ?? fallback
  return {
    state: {
      ...readVenue(fields),
      mode: pick(modes, fields.get('ui'), defaults.mode),
      language: pick(languages, fields.get('lang'), defaults.language),
      phase: pick(phases, fields.get('p'), defaults.phase),
      tab: pick(panelTabs, fields.get('tab'), defaults.tab),
      selection: readSelection(fields.get('sel')),
      shownLayers: unique(layers.filter((entry) => /^\+[a-z0-9-]+$/.test(entry)).map((entry) => entry.slice(1))),
      hiddenLayers: unique(layers.filter((entry) => /^-[a-z0-9-]+$/.test(entry)).map((entry) => entry.slice(1))),
      bufferMeters: readBuffer(fields.get('b'), defaults.bufferMeters),
      sharedScenario: fields.get('s') ?? null,
      coverageCorridors: unique(
        (fields.get('c') ?? '')
          .split(',')
          .map(decode)
          .filter((id) => /^[a-z0-9-]+$/.test(id)),
      ),
      invest: [...fields].flatMap(([name, value]) => (/^i[a-z]$/.test(name) ? [`${name}=${value}`] : [])).join('&'),
      show: readShow(fields.get('show')),
      look: readLook(fields),
    },
    camera: readCamera(fields.get('m')),
  }
}

/** The first language of the browser that the atlas speaks; Vietnamese otherwise. */
export function preferredLanguage(browserLanguages: readonly string[]): Language {
  for (const tag of browserLanguages) {
    const language = languages.find((known) => tag.toLowerCase().startsWith(known))
    if (language) return language
  }
  return browserLanguages.length > 0 ? 'en' : 'vi'
}

function toCameraText(camera: Camera): string {
  const text = [camera.zoom.toFixed(2), camera.latitude.toFixed(5), camera.longitude.toFixed(5)]
  if (camera.bearing !== 0 || camera.pitch !== 0) text.push(camera.bearing.toFixed(1), camera.pitch.toFixed(0))
  return text.map((number) => String(Number(number))).join('/')
}

function readCamera(text: string | undefined): Camera | null {
  const numbers = (text ?? '').split('/').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const [zoom, latitude, longitude, bearing = 0, pitch = 0] = numbers
  if (zoom === undefined || latitude === undefined || longitude === undefined) return null
  const valid =
    numbers.every(Number.isFinite) &&
    zoom >= 0 &&
    zoom <= 22 &&
    Math.abs(latitude) <= 85 &&
    Math.abs(longitude) <= 180 &&
    pitch >= 0 &&
    pitch <= 85
  return valid ? { zoom, latitude, longitude, bearing, pitch } : null
}

function readBuffer(text: string | undefined, fallback: number): number {
  const meters = /^\d{3,5}$/.test(text ?? '') ? Number(text) : Number.NaN
  return meters >= bufferLimits.least && meters <= bufferLimits.most ? meters : fallback
}

function readSelection(text: string | undefined): Selection | null {
  const match = /^([a-z0-9-]+):([a-z0-9-]+)$/.exec(decode(text ?? ''))
  return match?.[1] && match[2] ? { kind: match[1], id: match[2] } : null
}

function readFields(hash: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const part of hash.replace(/^#/, '').split('&')) {
    const cut = part.indexOf('=')
    if (cut > 0) fields.set(part.slice(0, cut), part.slice(cut + 1))
  }
  return fields
}

/** A `%` that begins no escape is taken as it stands: half a link is better than none. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function unique(ids: string[]): string[] {
  return [...new Set(ids)]
}
