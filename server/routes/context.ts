/**
 * What every route is handed: what to answer from, and how to write links.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Catalog, CatalogCollection } from '../catalog/catalog.ts'
import type { Config } from '../config.ts'
import type { AnalysisPool } from '../plugins/analysis-pool.ts'
import type { BaseUrl } from '../plugins/base-url.ts'
import { Problem } from '../plugins/errors.ts'
import type { Measurer } from '../plugins/measurer.ts'
import type { TileStore } from '../tiles/tile-store.ts'

export interface RouteContext {
  catalog: Catalog
  config: Config
  tiles: TileStore
  measurer: Measurer
  analysis: AnalysisPool
  baseUrl: BaseUrl
  /** Of data and code together; what ETags are made from. */
  version: string
  /** The folder of the built page; null: it has not been built. */
  webFolder: string | null
  /** The zip of `npm run pack`, whether it is there or not; null: this server has no place for one. */
  packFile: string | null
}

export type Routes = FastifyPluginAsyncTypebox<RouteContext & { prefix?: string }>

export function findCollection(catalog: Catalog, id: string): CatalogCollection {
  const collection = catalog.collections.get(id)
  if (collection) return collection
  const known = [...catalog.collections.keys()].join(', ')
  throw new Problem('unknown-collection', `There is no collection "${id.slice(0, 100)}"; there are ${known}.`)
}
