import type { Feature } from 'geojson'
import { create } from 'zustand'
import type { CollectionId } from '../../server/domain/collections.ts'
import type { LayerPart } from '../compute/layer-messages.ts'
import type { ExportTable } from '../exchange/export-formats.ts'

/** What the reader wants to take along. */
export type ExportSubject =
  | { kind: 'collection'; collection: CollectionId }
  | { kind: 'feature'; collection: CollectionId; id: string; name: string }
  /** Without a part the whole layer. */
  | { kind: 'imported'; layerId: string; part?: LayerPart }
  /** Shapes of the page itself (drawings, scenarios), with a sentence on what they are. */
  | { kind: 'shapes'; name: string; features: readonly Feature[]; about: string }
  /** `about` says how the numbers were computed; whom to credit is read from the collections they were computed from. */
  | { kind: 'table'; table: ExportTable; about: string; computedFrom: readonly CollectionId[] }

/** The panel that writes files is open while there is a wish. */
export const useExportWish = create<{ subject: ExportSubject | null }>(() => ({ subject: null }))

export function wishExport(subject: ExportSubject | null): void {
  useExportWish.setState({ subject })
}
