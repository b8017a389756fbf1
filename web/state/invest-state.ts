import { fromCategoryCode, toCategoryCode } from '../invest/categories.ts'
import { criteria, rankedCriteria } from '../invest/criteria.ts'
import { isLimiting, missingPolicies, type Limit, type MissingPolicy } from '../invest/funnel.ts'
import { parkCodes, resolvePark } from '../invest/park-codes.ts'
import { parkGroups, type ParkGroup } from '../invest/park-group.ts'
import {
  presets,
  unknownPolicies,
  weightIds,
  type RankingChoices,
  type UnknownPolicy,
  type WeightId,
  type Weights,
} from '../invest/ranking.ts'
import { packLimits, unpackLimits } from './pack-limits.ts'

/**
 * What a link remembers of the investor's mode, every way it can change, and how it is written.
 *
 * `iv=rank&ig=pz&il=a100-_p-60_S-el.au&im=drop&iw=A40a30d30&iu=half&io=1&ic=bs.lm&is=pt.bs&in=…`: codes instead of names;
 * defaults left out; more than six limits packed (`ik=…`); what is not understood is left out too, and `damaged` says that
 * something was. The atlas itself
 * carries the text unread (`AtlasState.invest`), so that the first view need not know it.
 */
export const investViews = ['list', 'limits', 'rank', 'compare', 'shortlist'] as const
export type InvestView = (typeof investViews)[number]

export interface InvestState {
  view: InvestView
  groups: readonly ParkGroup[]
  limits: readonly Limit[]
  missing: MissingPolicy
  ranking: RankingChoices
  /** Ids, in the order of choice; two to five make a comparison. */
  compared: readonly string[]
  /** A shortlist that came with the link, as it names the parks; the reader's own one stays in the browser. */
  received: Received | null
  /** Some of the link could not be read. */
  damaged: boolean
}

/** Parks as the link names them, and its message as it is coded there. */
export interface Received {
  parks: readonly string[]
  messageCode: string | null
}

export const mostCompared = 5
/** Of a shortlist in a link: twice as many as there are parks. */
const mostReceived = 40
/** Limits that a link names one by one, to be read by people too. */
const mostSpelledOut = 6

export type InvestAction =
  | { type: 'view'; view: InvestView }
  | { type: 'toggle-group'; group: ParkGroup }
  | { type: 'limit'; limit: Limit }
  | { type: 'limits'; limits: readonly Limit[] }
  | { type: 'missing'; missing: MissingPolicy }
  | { type: 'weigh'; weight: WeightId; value: number }
  | { type: 'weights'; weights: Weights }
  | { type: 'unknown'; unknown: UnknownPolicy }
  | { type: 'with-stale'; withStale: boolean }
  | { type: 'compare'; id: string; on: boolean }
  | { type: 'compare-these'; ids: readonly string[] }
  | { type: 'put-received-away' }
  | { type: 'mended' }

export const initialInvest: InvestState = {
  view: 'list',
  groups: ['programme', 'zone'],
  limits: [],
  missing: 'apart',
  ranking: { weights: presets.export, unknown: 'none', withStale: false },
  compared: [],
  received: null,
  damaged: false,
}

export function reduceInvest(state: InvestState, action: InvestAction): InvestState {
  switch (action.type) {
    case 'view':
      return { ...state, view: action.view }
    case 'toggle-group': {
      const groups = parkGroups.filter((group) => state.groups.includes(group) !== (group === action.group))
      // No parks at all is no question.
      return groups.length > 0 ? { ...state, groups } : state
    }
    case 'limit': {
      const others = state.limits.filter(({ criterion }) => criterion !== action.limit.criterion)
      return { ...state, limits: isLimiting(action.limit) ? [...others, action.limit] : others }
    }
    case 'limits':
      return { ...state, limits: action.limits }
    case 'missing':
      return { ...state, missing: action.missing }
    case 'weigh': {
      const { [action.weight]: _, ...others } = state.ranking.weights
      const weights = action.value > 0 ? { ...others, [action.weight]: action.value } : others
      return { ...state, ranking: { ...state.ranking, weights } }
    }
    case 'weights':
      return { ...state, ranking: { ...state.ranking, weights: action.weights } }
    case 'unknown':
      return { ...state, ranking: { ...state.ranking, unknown: action.unknown } }
    case 'with-stale':
      return { ...state, ranking: { ...state.ranking, withStale: action.withStale } }
    case 'compare': {
      const others = state.compared.filter((id) => id !== action.id)
      if (!action.on) return { ...state, compared: others }
      return others.length < mostCompared ? { ...state, compared: [...others, action.id] } : state
    }
    case 'compare-these':
      return { ...state, compared: action.ids.slice(0, mostCompared) }
    case 'put-received-away':
      return { ...state, received: null }
    case 'mended':
      return { ...state, damaged: false }
  }
}

export function writeInvest(state: InvestState): string {
  const { view, groups, limits, missing, ranking, compared, received } = state
  const parts: string[] = []
  if (view !== 'list') parts.push(`iv=${view}`)
  if (groups.join() !== initialInvest.groups.join()) parts.push(`ig=${groups.map((group) => group[0]).join('')}`)
  const packed = limits.length > mostSpelledOut ? packLimits(limits) : null
  if (packed !== null) parts.push(`ik=${packed}`)
  else if (limits.length > 0) parts.push(`il=${limits.map(toLimitText).join('_')}`)
  if (missing !== initialInvest.missing) parts.push(`im=${missing}`)
  const weights = toWeightText(ranking.weights)
  if (weights !== toWeightText(initialInvest.ranking.weights)) parts.push(`iw=${weights}`)
  if (ranking.unknown !== initialInvest.ranking.unknown) parts.push(`iu=${ranking.unknown}`)
  if (ranking.withStale) parts.push('io=1')
  if (compared.length > 0) parts.push(`ic=${compared.map(toCode).join('.')}`)
  if (received) {
    parts.push(`is=${received.parks.map(toCode).join('.')}`)
    if (received.messageCode !== null) parts.push(`in=${received.messageCode}`)
  }
  return parts.join('&')
}

export function readInvest(text: string): InvestState {
  const fields = new Map(
    text.split('&').flatMap((part): [string, string][] => {
      const cut = part.indexOf('=')
      return cut > 0 ? [[part.slice(0, cut), part.slice(cut + 1)]] : []
    }),
  )
  let damaged = false
  const notice = <T>(value: T | null, fallback: T): T => {
    if (value !== null) return value
    damaged = true
    return fallback
  }
  const choice = <T extends string>(name: string, allowed: readonly T[], fallback: T): T => {
    const value = fields.get(name)
    return value === undefined ? fallback : notice(allowed.find((one) => one === value) ?? null, fallback)
  }
  const list = <T>(name: string, separator: string, read: (part: string) => T | null): T[] | null => {
    const value = fields.get(name)
    if (value === undefined) return null
    return value.split(separator).flatMap((part) => {
      const one = read(part)
      if (one === null) damaged = true
      return one === null ? [] : [one]
    })
  }
  const groups = list('ig', '', (letter) => parkGroups.find((group) => group.startsWith(letter)) ?? null)
  const weights = fields.get('iw')
  const limits = new Map<Limit['criterion'], Limit>()
  const packed = fields.get('ik')
  const unpacked = packed === undefined ? [] : notice(unpackLimits(packed), [])
  for (const limit of [...(list('il', '_', fromLimitText) ?? []), ...unpacked]) {
    if (limits.has(limit.criterion)) damaged = true
    else limits.set(limit.criterion, limit)
  }
  const shortlist = new Set(list('is', '.', (part) => (/^[a-z0-9-]{2,60}$/.test(part) ? part : null)))
  if (shortlist.size > mostReceived) damaged = true
  const compared = list('ic', '.', (part) => {
    const park = resolvePark(part)
    return park.type === 'unknown' ? null : park.id
  })
  return {
    view: choice('iv', investViews, initialInvest.view),
    groups: groups && groups.length > 0 ? parkGroups.filter((group) => groups.includes(group)) : initialInvest.groups,
    limits: [...limits.values()],
    missing: choice('im', missingPolicies, initialInvest.missing),
    ranking: {
      weights:
        weights === undefined
          ? initialInvest.ranking.weights
          : notice(fromWeightText(weights), initialInvest.ranking.weights),
      unknown: choice('iu', unknownPolicies, initialInvest.ranking.unknown),
      withStale: choice('io', ['0', '1'], '0') === '1',
    },
    compared: [...new Set(compared)].slice(0, mostCompared),
    received:
      shortlist.size > 0
        ? { parks: [...shortlist].slice(0, mostReceived), messageCode: fields.get('in') ?? null }
        : null,
    damaged,
  }
}

function toCode(id: string): string {
  return parkCodes[id] ?? id
}

function toLimitText(limit: Limit): string {
  if ('values' in limit) return toCategoryCode(limit.criterion, limit.values)
  const { criterion, min, max } = limit
  const code = criteria.find(({ id }) => id === criterion)?.code ?? ''
  return `${code}${min ?? ''}-${max ?? ''}`
}

function fromLimitText(text: string): Limit | null {
  const choice = fromCategoryCode(text)
  if (choice) return { criterion: choice.id, values: choice.values }
  const [, code, min = '', max = ''] =
    /^([a-z]{1,2})(\d{1,12}(?:\.\d{1,3})?)?-(\d{1,12}(?:\.\d{1,3})?)?$/.exec(text) ?? []
  const criterion = criteria.find((one) => one.code === code)?.id
  if (!criterion || (min === '' && max === '')) return null
  return { criterion, min: min === '' ? null : Number(min), max: max === '' ? null : Number(max) }
}

const weightCodes = new Map<WeightId, string>([
  ['access', 'A'],
  ...rankedCriteria.map(({ id, code }): [WeightId, string] => [id, code]),
])

function toWeightText(weights: Weights): string {
  return weightIds
    .flatMap((id) => ((weights[id] ?? 0) > 0 ? [`${weightCodes.get(id) ?? ''}${weights[id]}`] : []))
    .join('')
}

function fromWeightText(text: string): Weights | null {
  if (!/^(?:[A-Za-z]\d{1,3})*$/.test(text)) return null
  const entries = [...text.matchAll(/([A-Za-z])(\d{1,3})/g)].map(([, code, value]) => ({
    id: weightIds.find((one) => weightCodes.get(one) === code),
    value: Number(value),
  }))
  if (entries.some(({ id, value }) => id === undefined || value > 100)) return null
  if (new Set(entries.map(({ id }) => id)).size < entries.length) return null
  return Object.fromEntries(entries.map(({ id, value }) => [id, value]))
}
