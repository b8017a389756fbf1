/**
 * `/offline/contents`: which answers and tiles an atlas needs that has no network.
 *
 * Whole collections stand for every page and every feature of them (`web/offline/derive-answer.ts`). The tiles cover
 * the neighbourhood down to the zoom at which single communes matter, and the province down to the last one; further
 * in and further out the map enlarges what it has.
 */
import { uniteBoxes } from '../catalog/boxes.ts'
import type { Box } from '../domain/box.ts'
import { OfflineContents, type TileSpan } from '../domain/offline.ts'
import { tileRange } from '../tiles/tile-grid.ts'
import { largestZoom } from '../tiles/tile-source.ts'
import type { Routes } from './context.ts'
import { acceptJson, jsonQuery } from './json-only.ts'
import { largestLimit } from './query/parameters.ts'

/** How far from the province a reader can move the map, as `web/map/atlas-map.tsx` has it. */
const neighbourhood: Box = [99, 15.5, 112, 24.5]
const marginDegrees = 0.1
const phases = [2021, 2025, 2030]
/** Buffer distances that people ask for; in between, the page needs the server or works it out itself. */
const usualBuffers = [1000, 2000, 3000, 5000, 8000, 10_000, 12_000, 15_000, 20_000, 30_000]
const usualBuffer = 5000
/** What a reader asks the way to, by its kind in links: with the areas within reach of it, and without. */
const destinations = { park: 'parks', 'later-park': 'later-parks', port: 'ports', airport: 'airports' } as const
const others = {
  station: 'stations',
  'border-gate': 'border-gates',
  interchange: 'interchanges',
  place: 'places',
} as const
type Driven = Partial<typeof destinations & typeof others>
const usualMinutes = encodeURIComponent('30,60,90')
const zooms = { baseNeighbourhood: 8, baseProvince: 11, packNeighbourhood: 10 } as const

export const offline: Routes = async (app, { catalog, version }) => {
  const province = uniteBoxes([catalog.collections.get('province')?.extent ?? null])
  const around = province ? widen(province) : null
  const spans = (box: Box | null, first: number, last: number): TileSpan[] =>
    box ? Array.from({ length: last - first + 1 }, (_, step) => toSpan(first + step, box)) : []
  const coverage = (meters: number, corridor?: string) =>
    `/analysis/coverage?bufferMeters=${meters}${corridor === undefined ? '' : `&corridors=${corridor}`}`
  const corridors = catalog.featuresOf('corridors').map(({ id }) => id)
  const access = (features: Driven, question: 'access' | 'travel-time', more = '') =>
    phases.flatMap((phase) =>
      Object.entries(features).flatMap(([kind, collection]) =>
        catalog
          .featuresOf(collection)
          .filter(({ geometry }) => geometry !== null)
          // Written as the page writes them: `:` is escaped.
          .map(({ id }) => `/analysis/${question}?feature=${kind}%3A${id}${more}&phase=${phase}`),
      ),
    )

  const answer: OfflineContents = {
    version,
    base: {
      answers: [
        '/plan',
        '/analysis/ledger',
        '/analysis/search-index',
        '/analysis/coverage/ground',
        '/analysis/distance-check',
        '/analysis/phases',
        coverage(usualBuffer),
        ...phases.map((phase) => `/analysis/access/parks?phase=${phase}`),
        ...[...catalog.collections.keys()].map((id) => `/collections/${id}/items?f=geojson&limit=${largestLimit}`),
      ],
      tiles: [
        ...spans(neighbourhood, 0, zooms.baseNeighbourhood),
        ...spans(around, zooms.baseNeighbourhood + 1, zooms.baseProvince),
      ],
    },
    pack: {
      answers: [
        ...usualBuffers.filter((meters) => meters !== usualBuffer).map((meters) => coverage(meters)),
        ...corridors.map((id) => coverage(usualBuffer, id)),
        ...access({ ...destinations, ...others }, 'access'),
        ...access(destinations, 'travel-time', `&minutes=${usualMinutes}`),
      ],
      tiles: [
        ...spans(neighbourhood, zooms.baseNeighbourhood + 1, zooms.packNeighbourhood),
        ...spans(around, zooms.baseProvince + 1, largestZoom),
      ],
    },
  }

  app.get(
    '/offline/contents',
    {
      schema: {
        operationId: 'getOfflineContents',
        summary: 'Which answers and tiles an atlas without a network has to hold',
        tags: ['offline'],
        querystring: jsonQuery,
        response: { 200: OfflineContents },
      },
    },
    async (request) => {
      acceptJson(request)
      return answer
    },
  )
}

function toSpan(zoom: number, box: Box): TileSpan {
  const { minX, maxX, minY, maxY } = tileRange(zoom, box)
  return { zoom, minColumn: minX, maxColumn: maxX, minRow: minY, maxRow: maxY }
}

function widen([west, south, east, north]: Box): Box {
  return [west - marginDegrees, south - marginDegrees, east + marginDegrees, north + marginDegrees]
}
