import type { Geometry } from 'geojson'
import type { PlanGround, PlanOverlap } from '../../server/analysis/plan-overlap.ts'
import type { ExportFormat, ExportLayer, ExportSystem, ExportTable } from '../exchange/export-formats.ts'
import type { Properties } from '../exchange/raw-layer.ts'
import type { TableRow, TableView } from './layer-table.ts'

/** A layer as a worker can open it: its features as text, under a name by which the worker remembers them. */
export interface OpenLayer {
  id: string
  data: Blob
}

/** What of a layer is taken along: the rows that contain something, in their order, or one feature. */
export type LayerPart = { view: TableView } | { featureId: number; title: string }

export interface FeatureDetails {
  featureId: number
  properties: Properties
  geometry: Geometry
  /** On the ellipsoid and on the plane of EPSG:5897; null for what is no area (no line). */
  areaHectares: number | null
  gridAreaHectares: number | null
  lengthKilometers: number | null
}

/** What can be asked of a layer, and what comes back. */
export interface LayerQuestions {
  rows: {
    ask: { layer: OpenLayer; view: TableView; from: number; count: number }
    answer: { total: number; rows: TableRow[] }
  }
  feature: { ask: { layer: OpenLayer; featureId: number }; answer: FeatureDetails | null }
  tile: { ask: { layer: OpenLayer; z: number; x: number; y: number }; answer: ArrayBuffer }
  export: {
    ask: {
      subject:
        | { kind: 'imported'; layer: OpenLayer; name: string; part?: LayerPart }
        | { kind: 'features'; layer: ExportLayer }
        | { kind: 'table'; table: ExportTable }
      format: ExportFormat
      system: ExportSystem
      sources: readonly string[]
    }
    answer: { name: string; file: Blob }
  }
  overlap: { ask: { layer: OpenLayer; ground: PlanGround }; answer: PlanOverlap }
}

export type LayerQuestionKind = keyof LayerQuestions

export type LayerOrder = {
  [Kind in LayerQuestionKind]: { number: number; kind: Kind; ask: LayerQuestions[Kind]['ask'] }
}[LayerQuestionKind]

export type LayerReply =
  | { number: number; answer: LayerQuestions[LayerQuestionKind]['answer'] }
  | { number: number; problem: string }

export type { OverlapRange, OverlapRow, PlanOverlap } from '../../server/analysis/plan-overlap.ts'
