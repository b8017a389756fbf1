import type { CollectionId, PropertiesOf } from '../../../server/domain/collections.ts'
import type { Language } from '../../state/atlas-state.ts'

/** The properties of a feature of any collection: what all share for certain, everything else perhaps. */
type UnionOfProperties = { [Id in CollectionId]: PropertiesOf<Id> }[CollectionId]
type KeysOf<T> = T extends unknown ? keyof T : never
type ValueOf<T, K extends PropertyKey> = T extends unknown ? (K extends keyof T ? T[K] : never) : never
type Shared = 'id' | 'kind' | 'name_vi' | 'name_en' | 'geometryBasis' | 'uncertaintyMeters' | 'originIds'

export type AnyProperties = { [K in Shared]: ValueOf<UnionOfProperties, K> } & {
  [K in Exclude<KeysOf<UnionOfProperties>, Shared>]?: ValueOf<UnionOfProperties, K>
}

export function nameOf(
  properties: { id: string; name_vi: string | null; name_en: string | null },
  language: Language,
): string {
  return (
    (language === 'vi' ? properties.name_vi : properties.name_en) ??
    properties.name_vi ??
    properties.name_en ??
    properties.id
  )
}
