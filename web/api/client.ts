import type { Access, DistanceCheck, ParkAccessTable, TravelTime } from '../../server/domain/access.ts'
import type { CollectionId, CollectionOf, FeatureOf } from '../../server/domain/collections.ts'
import type { AreaContents } from '../../server/domain/contents.ts'
import type { WhatIf } from '../../server/domain/what-if.ts'
import type { CoverageAnswer } from '../../server/domain/coverage.ts'
import type { PhaseState } from '../../server/domain/phases.ts'
import type { Ledger, PlanDocument, SearchEntry } from '../../server/domain/analysis.ts'
import type { EmbedSettings } from '../../server/domain/embed.ts'
import type { OfflineContents, PackInfo } from '../../server/domain/offline.ts'
import { isPack } from './pack.ts'

/**
 * One typed function an endpoint. A failure is an `ApiError` whose message a reader can act on: it is
 * the `detail` of the server's problem document, or says that the server cannot be reached.
 */
export class ApiError extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** Where the atlas' own server is: the address of the page, so that nothing is asked of any other host. */
export const address = typeof document === 'undefined' ? '' : new URL('.', document.baseURI).href.replace(/\/$/, '')

export function fetchCollection<Id extends CollectionId>(id: Id, signal?: AbortSignal): Promise<CollectionOf<Id>> {
  return fetchJson(`/collections/${id}/items?f=geojson&limit=200`, signal)
}

/** All of a collection, page by page. */
export async function fetchWholeCollection<Id extends CollectionId>(id: Id): Promise<CollectionOf<Id>> {
  const first = await fetchJson<CollectionOf<Id> & Page>(`/collections/${id}/items?f=geojson&limit=${pageSize}`)
  const features = [...first.features]
  while (features.length < first.numberMatched) {
    const next = await fetchJson<CollectionOf<Id>>(
      `/collections/${id}/items?f=geojson&limit=${pageSize}&offset=${features.length}`,
    )
    if (next.features.length === 0) break
    features.push(...next.features)
  }
  return { ...first, features }
}

interface Page {
  numberMatched: number
}

const pageSize = 200

export function fetchFeature<Id extends CollectionId>(
  collection: Id,
  id: string,
  signal?: AbortSignal,
): Promise<FeatureOf<Id>> {
  return fetchJson(`/collections/${collection}/items/${encodeURIComponent(id)}?f=geojson`, signal)
}

export function fetchPlan(signal?: AbortSignal): Promise<PlanDocument> {
  return fetchJson('/plan', signal)
}

export function fetchLedger(signal?: AbortSignal): Promise<Ledger> {
  return fetchJson('/analysis/ledger', signal)
}

export function fetchCoverage(
  corridors: readonly string[],
  bufferMeters: number,
  signal?: AbortSignal,
): Promise<CoverageAnswer> {
  const query = new URLSearchParams({ bufferMeters: String(bufferMeters) })
  if (corridors.length > 0) query.set('corridors', corridors.toSorted().join(','))
  return fetchJson(`/analysis/coverage?${query.toString()}`, signal)
}

/** Of lines of one's own, alone or together with corridors. */
export function postCoverage(question: {
  bufferMeters: number
  corridorIds: readonly string[]
  lines: GeoJSON.FeatureCollection<GeoJSON.LineString | GeoJSON.MultiLineString>
}): Promise<CoverageAnswer> {
  return fetchJson('/analysis/coverage', undefined, JSON.stringify(question))
}

/** What an area of one's own holds. */
export function postContents(
  area: GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon, { uncertaintyMeters: number }>,
): Promise<AreaContents> {
  return fetchJson('/analysis/contents', undefined, JSON.stringify(area))
}

/** What changes when lines of one's own stand in the place of the corridors. */
export function postWhatIf(question: {
  bufferMeters: number
  lines: GeoJSON.FeatureCollection<GeoJSON.LineString | GeoJSON.MultiLineString>
}): Promise<WhatIf> {
  return fetchJson('/analysis/what-if', undefined, JSON.stringify(question))
}

/** How far a feature is by road from ports, airport, expressway and towns; by key, as in `park:bim-son`. */
export function fetchAccess(feature: string, phase: Access['phase'], signal?: AbortSignal): Promise<Access> {
  return fetchJson(`/analysis/access?${new URLSearchParams({ feature, phase: String(phase) }).toString()}`, signal)
}

/** The same for every park at once. */
export function fetchParkAccess(phase: Access['phase'], signal?: AbortSignal): Promise<ParkAccessTable> {
  return fetchJson(`/analysis/access/parks?phase=${phase}`, signal)
}

/** What can be reached from a feature within some minutes, and how many people live there. */
export function fetchTravelTime(
  feature: string,
  minutes: readonly number[],
  phase: Access['phase'],
  signal?: AbortSignal,
): Promise<TravelTime> {
  const query = new URLSearchParams({ feature, minutes: minutes.join(','), phase: String(phase) })
  return fetchJson(`/analysis/travel-time?${query.toString()}`, signal)
}

/** Published distances beside computed ones. */
export function fetchDistanceCheck(signal?: AbortSignal): Promise<DistanceCheck> {
  return fetchJson('/analysis/distance-check', signal)
}

export function fetchPhases(signal?: AbortSignal): Promise<PhaseState[]> {
  return fetchJson('/analysis/phases', signal)
}

export function fetchSearchIndex(signal?: AbortSignal): Promise<SearchEntry[]> {
  return fetchJson('/analysis/search-index', signal)
}

export function fetchOfflineContents(signal?: AbortSignal): Promise<OfflineContents> {
  return fetchJson('/offline/contents', signal)
}

export function fetchEmbedSettings(signal?: AbortSignal): Promise<EmbedSettings> {
  return fetchJson('/embed', signal)
}

/** Of the folder that `npm run pack` makes for laptops without a network. */
export function fetchPackInfo(signal?: AbortSignal): Promise<PackInfo> {
  return fetchJson('/pack', signal)
}

async function fetchJson<T>(path: string, signal?: AbortSignal, body?: string): Promise<T> {
  let response: Response
  try {
    response = await (isPack ? askPack(path) : ask(path, signal, body))
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ApiError(0, path)
  }
  if (!response.ok) throw new ApiError(response.status, await readProblem(response))
  return (await response.json()) as T
}

async function askPack(path: string): Promise<Response> {
  return (await import('../offline/static-answers.ts')).answerFromPack(address, path)
}

function ask(path: string, signal?: AbortSignal, body?: string): Promise<Response> {
  return fetch(address + path, {
    headers: {
      accept: 'application/json, application/geo+json',
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { method: 'POST', body } : {}),
    ...(signal ? { signal } : {}),
  })
}

async function readProblem(response: Response): Promise<string> {
  try {
    const problem = (await response.json()) as { detail?: unknown }
    if (typeof problem.detail === 'string') return problem.detail
  } catch {
    // Not a problem document: the status alone has to do.
  }
  return `HTTP ${response.status}`
}
