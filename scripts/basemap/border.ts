/**
 * Where Vietnam ends and Laos begins.
 *
 * The package holds a polygon a country, reaching out to sea. Two neighbours share the vertices of
 * their common border, so the border is the run of Vietnam's vertices that Laos has too. The rest of
 * Vietnam's ring, the limit of its sea among it, is dropped.
 */
import { readFileSync } from 'node:fs'
import { basemapFeature, type BasemapFeature } from './features.ts'
import { roundLine } from './lines.ts'
import type { Line, LngLat } from './points.ts'
import { clipLine, type Box } from './window.ts'

/** Simplification upstream left single vertices that only one country has. */
const longestGapVertices = 4

interface Countries {
  features: {
    properties: { isoA3: string }
    geometry: { geometries: CountryShape[] }
  }[]
}

type CountryShape = { type: 'Polygon'; coordinates: Line[] } | { type: 'MultiPolygon'; coordinates: Line[][] }

export function extractBorder(bordersPath: string, box: Box): BasemapFeature[] {
  const countries = JSON.parse(readFileSync(bordersPath, 'utf8')) as Countries
  const ringsOf = (isoA3: string): Line[] => {
    const country = countries.features.find((feature) => feature.properties.isoA3 === isoA3)
    if (!country) throw new Error(`${bordersPath}: no country ${isoA3}`)
    return country.geometry.geometries.flatMap(ringsOfShape)
  }
  const laos = new Set(ringsOf('LAO').flat().map(String))
  const shared = ringsOf('VNM').flatMap((ring) => sharedRuns(ring, laos))
  return shared
    .flatMap((line) => clipLine(line, box))
    .map((line, i) =>
      basemapFeature(
        {
          id: `border-vietnam-laos-${i + 1}`,
          originId: 'osm-borders',
          name_vi: 'Biên giới Việt Nam – Lào',
          name_en: 'Vietnam–Laos border',
        },
        { type: 'LineString', coordinates: roundLine(line, 6) },
      ),
    )
}

function ringsOfShape(shape: CountryShape): Line[] {
  return shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat()
}

function sharedRuns(ring: readonly LngLat[], other: ReadonlySet<string>): Line[] {
  const runs: Line[] = []
  let run: Line = []
  let gap: Line = []
  for (const position of ring) {
    if (other.has(String(position))) {
      run.push(...gap, position)
      gap = []
    } else if (run.length > 0 && gap.length < longestGapVertices) {
      gap.push(position)
    } else {
      if (run.length > 1) runs.push(run)
      run = []
      gap = []
    }
  }
  if (run.length > 1) runs.push(run)
  return runs
}
