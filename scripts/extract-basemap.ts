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
import { extractAirport } from './basemap/airport.ts'
import { extractBorder } from './basemap/border.ts'
import { linesOf, writeFeatures, writeJson, type BasemapFeature } from './basemap/features.ts'
import { extractNeighbours } from './basemap/neighbours.ts'
import { writeNotice } from './basemap/notice.ts'
import { extractPlaces } from './basemap/places.ts'
import { findProblems } from './basemap/problems.ts'
import { extractRelief } from './basemap/relief.ts'
import { extractRivers } from './basemap/rivers.ts'
import { extractShore } from './basemap/shore.ts'
import { fetchSources } from './basemap/sources.ts'
import { basemapWindow, riverWindow } from './basemap/window.ts'

const reliefWidthPixels = 1400

const target = fileURLToPath(new URL('../data/basemap/', import.meta.url))
const sources = fetchSources(process.argv[2] ?? join(tmpdir(), 'thanh-hoa-basemap-sources'))

const shore = extractShore(sources, basemapWindow)
const neighbours = extractNeighbours(sources.provinces, basemapWindow)
const collections: Record<string, BasemapFeature[]> = {
  'border-laos': extractBorder(sources.borders, basemapWindow),
  coast: shore.coast,
  land: shore.land,
  islands: shore.islands,
  rivers: extractRivers(sources, riverWindow),
  neighbours: neighbours.provinces,
  'neighbour-boundaries': neighbours.boundaries,
}

const problems = Object.entries(collections).flatMap(([name, features]) => findProblems(name, features, basemapWindow))
if (problems.length > 0) throw new Error(problems.join('\n'))

mkdirSync(target, { recursive: true })
for (const [name, features] of Object.entries(collections)) {
  writeFeatures(join(target, `${name}.geojson`), features)
}
writeJson(join(target, 'places.json'), extractPlaces(sources.cities))
writeJson(join(target, 'airport.json'), await extractAirport(sources.airports))

const relief = await extractRelief(
  sources.elevationTile,
  [...shore.land, ...shore.islands].flatMap(linesOf),
  basemapWindow,
  reliefWidthPixels,
)
writeFileSync(join(target, 'relief.png'), relief.png)
writeJson(join(target, 'relief.json'), relief.placement)
writeNotice(join(target, 'NOTICE.md'))

for (const name of readdirSync(target)) {
  console.log(`${String(statSync(join(target, name)).size).padStart(8)}  ${name}`)
}
