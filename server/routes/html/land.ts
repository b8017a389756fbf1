/** What lies under the features of a small map: the land, or else the province. */
import type { Geometry } from 'geojson'
import type { Catalog } from '../../catalog/catalog.ts'

export function landOf(catalog: Catalog): (Geometry | null)[] {
  const of = (id: 'land' | 'province') => catalog.featuresOf(id).map(({ geometry }) => geometry)
  return [...of('land'), ...of('province')]
}
