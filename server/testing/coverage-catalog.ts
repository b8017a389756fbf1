/** The province on squared paper as a catalog, with two corridors: `straight` west to east, `hook` in the north. */
import type { Catalog } from '../catalog/catalog.ts'
import { lineString, planFeature, point, squareProvince } from './coverage-fixture.ts'
import { fixtureCatalog, fixtureFeatures } from './fixture-catalog.ts'

export function squareCatalog(): Catalog {
  const { province, districts, communes } = squareProvince()
  const courses = new Map([
    ['straight', lineString([-20, -10], [20, -10])],
    ['hook', lineString([-20, 15], [0, 15], [0, 20])],
  ])
  return fixtureCatalog({
    province: province.features,
    districts: districts.features,
    communes: communes.features,
    corridors: fixtureFeatures.corridors.map((corridor) => ({
      ...corridor,
      geometry: courses.get(corridor.id) ?? null,
      properties: { ...corridor.properties, uncertaintyMeters: 200, targetYear: null },
    })),
    centres: [],
    ports: [planFeature<'ports'>('port-a', point(10, -9)), planFeature<'ports'>('port-b', null)],
    stations: [],
  })
}
