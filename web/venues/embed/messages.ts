/**
 * What a page that shows the atlas in a frame may say to it, and what it hears; documented in the README.
 *
 * Every message is an object with `atlas: 1`. What is not understood is answered with `refused` and a sentence.
 */
import { languages, phases, type Language, type Phase } from '../../state/atlas-state.ts'

export interface View {
  longitude: number
  latitude: number
  zoom: number
  bearing?: number
  pitch?: number
}

export type Wish =
  | { do: 'hello' }
  | { do: 'view'; view: Required<View>; milliseconds: number | undefined }
  | { do: 'select'; feature: { kind: string; id: string } | null }
  | { do: 'layers'; shown: string[]; hidden: string[] }
  | { do: 'phase'; phase: Phase }
  | { do: 'language'; language: Language }

export type Told =
  | { atlas: 1; event: 'ready'; view: View }
  | { atlas: 1; event: 'viewchange'; view: View }
  | { atlas: 1; event: 'select'; feature: string | null }
  | { atlas: 1; event: 'refused'; reason: string }

/** Null: not meant for the atlas. A string: why it cannot be done. */
export function readWish(data: unknown): Wish | string | null {
  if (!isRecord(data) || data['atlas'] !== 1) return null
  switch (data['do']) {
    case 'hello':
      return { do: 'hello' }
    case 'view':
      return readView(data)
    case 'select': {
      const { feature } = data
      if (feature === null) return { do: 'select', feature: null }
      const [, kind, id] = (typeof feature === 'string' && /^([a-z0-9-]+):([a-z0-9-]+)$/.exec(feature)) || []
      if (kind === undefined || id === undefined) return 'feature must be a name such as "park:bim-son", or null'
      return { do: 'select', feature: { kind, id } }
    }
    case 'layers': {
      const shown = readIds(data['shown'])
      const hidden = readIds(data['hidden'])
      if (!shown || !hidden) return 'shown and hidden must be lists of layer ids such as ["units"]'
      return { do: 'layers', shown, hidden }
    }
    case 'phase': {
      const phase = phases.find((one) => one === data['phase'])
      return phase === undefined ? `phase must be one of ${phases.join(', ')}` : { do: 'phase', phase }
    }
    case 'language': {
      const language = languages.find((one) => one === data['language'])
      return language === undefined ? `language must be one of ${languages.join(', ')}` : { do: 'language', language }
    }
    default:
      return 'do must be one of hello, view, select, layers, phase, language'
  }
}

function readView(data: Record<string, unknown>): Wish | string {
  const { longitude, latitude, zoom, bearing = 0, pitch = 0, milliseconds } = data
  const within = (value: unknown, least: number, most: number): value is number =>
    typeof value === 'number' && value >= least && value <= most
  if (!within(longitude, -180, 180)) return 'longitude must be a number from -180 to 180'
  if (!within(latitude, -85, 85)) return 'latitude must be a number from -85 to 85'
  if (!within(zoom, 0, 22)) return 'zoom must be a number from 0 to 22'
  if (!within(bearing, -360, 360)) return 'bearing must be a number of degrees from -360 to 360'
  if (!within(pitch, 0, 70)) return 'pitch must be a number of degrees from 0 to 70'
  if (milliseconds !== undefined && !within(milliseconds, 0, 20_000))
    return 'milliseconds must be a number from 0 to 20000'
  return { do: 'view', view: { longitude, latitude, zoom, bearing, pitch }, milliseconds }
}

function readIds(value: unknown): string[] | null {
  if (value === undefined) return []
  if (!Array.isArray(value) || value.length > 60) return null
  const ids = value.filter((one): one is string => typeof one === 'string' && /^[a-z0-9-]+$/.test(one))
  return ids.length === value.length ? ids : null
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null
}
