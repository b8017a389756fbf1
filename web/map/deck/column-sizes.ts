import { boundsOf } from '../../format/bounds.ts'
import { findReplacement, useReplacements } from '../../state/replacements.ts'
import { readFeatures } from './features.ts'

/** Where the columns of the parks stand and how high they are, for whoever draws them or keeps clear of them. */
export interface Column {
  position: [longitude: number, latitude: number]
  heightMeters: number
}

export const columnRadiusMeters = 700

/** For one stated hectare, chosen so that the largest park stands out at zoom 9. */
const metersPerHectare = 17

/** Tallest first. */
export async function readColumns(): Promise<Column[]> {
  const parks = await readFeatures('parks')
  const { replacements } = useReplacements.getState()
  const columns = parks.flatMap((park): Column[] => {
    const hectares = park.properties.statedAreaHectares
    // Stated hectares stay what they are; a column stands on the reader's own outline if there is one.
    const geometry = findReplacement(replacements, 'parks', park.id)?.geometry ?? park.geometry
    if (hectares === null || (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon')) return []
    const [west, south, east, north] = boundsOf(geometry)
    return [{ position: [(west + east) / 2, (south + north) / 2], heightMeters: hectares * metersPerHectare }]
  })
  return columns.toSorted((one, other) => other.heightMeters - one.heightMeters)
}
