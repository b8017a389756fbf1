import clipperUrl from 'clipper2-wasm/dist/es/clipper2z.wasm?url'
import sqliteUrl from 'sql.js/dist/sql-wasm-browser.wasm?url'
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import {
  ellipsoidAreaHectares,
  geodesicLengthMeters,
  gridAreaSquareMeters,
  squareMetersPerHectare,
} from '../../server/analysis/measure.ts'
import { loadOverlay } from '../../server/analysis/overlay.ts'
import { planOverlap } from '../../server/analysis/plan-overlap.ts'
import { writeTable } from '../exchange/write-file.ts'
import type { Properties } from '../exchange/raw-layer.ts'
import { exportLayer } from './export-layer.ts'
import { cutTiles, type CutTile } from './layer-tiles.ts'
import { rowsOf, type TableRow } from './layer-table.ts'
import type { FeatureDetails, LayerOrder, LayerPart, LayerQuestions, LayerReply, OpenLayer } from './layer-messages.ts'

/** Answers questions about layers, so that the page never holds their features. */
const say = (reply: LayerReply) => self.postMessage(reply)

self.addEventListener('message', ({ data: order }: MessageEvent<LayerOrder>) => {
  answer(order).then(
    (given) => say({ number: order.number, answer: given }),
    (error: unknown) => say({ number: order.number, problem: error instanceof Error ? error.message : String(error) }),
  )
})

function answer(order: LayerOrder): Promise<LayerQuestions[typeof order.kind]['answer']> {
  switch (order.kind) {
    case 'rows':
      return rows(order.ask)
    case 'feature':
      return details(order.ask)
    case 'overlap':
      return overlap(order.ask)
    case 'export':
      return write(order.ask)
    case 'tile':
      return tile(order.ask)
  }
}

type LayerFeature = Feature<Geometry, Properties>

/** The two layers asked for last: a table and a report are read in turns. */
const opened = new Map<string, Promise<LayerFeature[]>>()

function open({ id, data }: OpenLayer): Promise<LayerFeature[]> {
  const known = opened.get(id)
  if (known) return known
  const made = data.text().then((text) => (JSON.parse(text) as FeatureCollection<Geometry, Properties>).features)
  opened.set(id, made)
  for (const old of [...opened.keys()].slice(0, -2)) opened.delete(old)
  return made
}

/** Of every layer on the map: an index is much smaller than the features it was made from. */
const cutters = new Map<string, Promise<CutTile>>()

async function tile({ layer, z, x, y }: LayerQuestions['tile']['ask']): Promise<ArrayBuffer> {
  const known = cutters.get(layer.id)
  const cutter = known ?? open(layer).then(cutTiles)
  if (!known) cutters.set(layer.id, cutter)
  return (await cutter)(z, x, y)
}

async function write({
  subject,
  format,
  system,
  sources,
}: LayerQuestions['export']['ask']): Promise<LayerQuestions['export']['answer']> {
  const addresses = { sqlite: sqliteUrl }
  const { name, bytes } =
    subject.kind === 'table'
      ? await writeTable(format === 'xlsx' ? 'xlsx' : 'csv', subject.table, sources)
      : subject.kind === 'features'
        ? await exportLayer(format, subject.layer, system, sources, addresses)
        : await exportLayer(
            format,
            { name: subject.name, features: takePart(await open(subject.layer), subject.part) },
            system,
            sources,
            addresses,
          )
  return { name, file: new Blob([bytes.slice()]) }
}

function takePart(features: LayerFeature[], part: LayerPart | undefined): LayerFeature[] {
  if (!part) return features
  if ('featureId' in part) return features.filter(({ id }) => id === part.featureId)
  const byId = new Map(features.map((feature) => [Number(feature.id), feature]))
  return rowsOf(features, part.view).flatMap(({ featureId }) => byId.get(featureId) ?? [])
}

let sorted: { key: string; rows: TableRow[] } | null = null

async function rows({
  layer,
  view,
  from,
  count,
}: LayerQuestions['rows']['ask']): Promise<LayerQuestions['rows']['answer']> {
  const key = JSON.stringify([layer.id, view])
  if (sorted?.key !== key) sorted = { key, rows: rowsOf(await open(layer), view) }
  return { total: sorted.rows.length, rows: sorted.rows.slice(from, from + count) }
}

async function details({ layer, featureId }: LayerQuestions['feature']['ask']): Promise<FeatureDetails | null> {
  const feature = (await open(layer)).find(({ id }) => id === featureId)
  if (!feature) return null
  const { geometry, properties } = feature
  const areaHectares = ellipsoidAreaHectares(geometry)
  const isArea = areaHectares > 0
  const meters = isArea ? 0 : geodesicLengthMeters(geometry)
  return {
    featureId,
    properties,
    geometry,
    areaHectares: isArea ? areaHectares : null,
    gridAreaHectares: isArea ? gridAreaSquareMeters(geometry) / squareMetersPerHectare : null,
    lengthKilometers: meters > 0 ? meters / 1000 : null,
  }
}

async function overlap({
  layer,
  ground,
}: LayerQuestions['overlap']['ask']): Promise<LayerQuestions['overlap']['answer']> {
  const [features, overlay] = await Promise.all([open(layer), loadOverlay(clipperUrl)])
  return planOverlap(
    features.map(({ geometry }) => geometry),
    ground,
    overlay,
  )
}
