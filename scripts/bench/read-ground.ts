import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { groundDocument, type GroundDocument } from '../../server/analysis/ground-document.ts'
import type { CollectionId, CollectionOf } from '../../server/domain/collections.ts'

/** The ground of coverage questions from the files the atlas serves. */
export function readGround(folder: string): GroundDocument {
  const read = <Id extends CollectionId>(id: Id) =>
    (JSON.parse(readFileSync(join(folder, `${id}.geojson`), 'utf8')) as CollectionOf<Id>).features
  return groundDocument(read)
}
