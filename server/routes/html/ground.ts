/** What lies under the features of a small map: the land, and on it the province. */
import type { Geometry } from 'geojson'
import type { Catalog } from '../../catalog/catalog.ts'

export interface Ground {
  land: readonly (Geometry | null)[]
  home: readonly (Geometry | null)[]
}

export function groundOf(catalog: Catalog): Ground {
  const of = (id: 'land' | 'province') => catalog.featuresOf(id).map(({ geometry }) => geometry)
  return { land: of('land'), home: of('province') }
}
