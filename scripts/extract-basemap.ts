/**
 * Makes data/basemap from openly licensed packages: border, coast, land, islands, rivers, places,
 * neighbours, airport and relief, each with its notice.
 *
 *   node --import tsx scripts/extract-basemap.ts [folder for the raw files]
 *
 * Run it when a source changes; its results are committed, so neither a build nor a reader needs the
 * raw files. Two runs write the same bytes.
 */
import { mkdirSync, statSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadOverlay } from '../server/analysis/overlay.ts'
import { extractAirport } from './basemap/airport.ts'
import { extractBorder } from './basemap/border.ts'
import { extractBoundaries } from './basemap/boundaries.ts'
import { linesOf, writeFeatures, writeJson, type BasemapFeature } from './basemap/features.ts'
import { extractNeighbours } from './basemap/neighbours.ts'
import { writeNotice } from './basemap/notice.ts'
import { extractPlaces } from './basemap/places.ts'
import { findProblems } from './basemap/problems.ts'
import { extractRelief } from './basemap/relief.ts'
import { extractRivers } from './basemap/rivers.ts'
import { extractShore } from './basemap/shore.ts'
import { fetchSources } from './basemap/sources.ts'
import { basemapWindow, reliefWindow, riverWindow, wideWindow, type Box } from './basemap/window.ts'

const reliefWidthPixels = 2000

const target = fileURLToPath(new URL('../data/basemap/', import.meta.url))
const sources = fetchSources(process.argv[2] ?? join(tmpdir(), 'thanh-hoa-basemap-sources'))

const overlay = await loadOverlay()
const shore = extractShore(sources, basemapWindow, wideWindow, overlay.plane)
const border = extractBorder(sources.borders, basemapWindow)
const collections: Record<string, { features: BasemapFeature[]; box: Box }> = {
  'border-laos': { features: border, box: basemapWindow },
  coast: { features: shore.coast, box: wideWindow },
  land: { features: shore.land, box: wideWindow },
  islands: { features: shore.islands, box: basemapWindow },
  rivers: { features: extractRivers(sources, riverWindow), box: riverWindow },
  neighbours: { features: extractNeighbours(sources.provinces, basemapWindow), box: basemapWindow },
  'neighbour-boundaries': {
    features: extractBoundaries(sources.provinces, basemapWindow, wideWindow, border.flatMap(linesOf)),
    box: wideWindow,
  },
}

const problems = Object.entries(collections).flatMap(([name, { features, box }]) => findProblems(name, features, box))
if (problems.length > 0) throw new Error(problems.join('\n'))

mkdirSync(target, { recursive: true })
for (const [name, { features }] of Object.entries(collections)) {
  writeFeatures(join(target, `${name}.geojson`), features)
}
writeJson(join(target, 'places.json'), extractPlaces(sources.cities))
writeJson(join(target, 'airport.json'), await extractAirport(sources.airports))

const relief = await extractRelief(
  sources.elevationTile,
  [...shore.land, ...shore.islands].flatMap(linesOf),
  reliefWindow,
  reliefWidthPixels,
)
writeFileSync(join(target, 'relief.png'), relief.png)
writeJson(join(target, 'relief.json'), relief.placement)
writeNotice(join(target, 'NOTICE.md'))

for (const name of readdirSync(target)) {
  console.log(`${String(statSync(join(target, name)).size).padStart(8)}  ${name}`)
}
