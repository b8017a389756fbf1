import { strFromU8, unzipSync } from 'fflate'
import type { Position } from 'geojson'
import initSqlJs from 'sql.js'
import { describe, expect, test } from 'vitest'
import { geodesicDistanceMeters } from '../../server/analysis/measure.ts'
import { exportFormats, exportSystems, type ExportLayer } from '../exchange/export-formats.ts'
import { writeTable } from '../exchange/write-file.ts'
import { exportLayer } from './export-layer.ts'
import { importLayers } from './import-layers.ts'

const golden: Position[] = [
  [105.776, 19.807],
  [104.38, 20.67],
  [106.05, 20.05],
]
const points: ExportLayer = {
  name: '11 khu công nghiệp',
  features: golden.map((coordinates, at) => ({
    type: 'Feature',
    id: `moc-${at}`,
    properties: { name_vi: `Mốc ${at + 1}`, areaHectares: at + 0.5, note: at === 0 ? '=SUM(A1)' : null },
    geometry: { type: 'Point', coordinates },
  })),
}
const area: ExportLayer = {
  name: 'Ranh',
  features: [
    {
      type: 'Feature',
      properties: { name_vi: 'Ranh có lỗ' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [105.7, 19.8],
            [105.8, 19.8],
            [105.8, 19.9],
            [105.7, 19.9],
            [105.7, 19.8],
          ],
          [
            [105.74, 19.84],
            [105.74, 19.86],
            [105.76, 19.86],
            [105.76, 19.84],
            [105.74, 19.84],
          ],
        ],
      },
    },
  ],
}
const sources = ['Nguồn: Nghị quyết 58-NQ/TW', 'giấy phép: CC BY 4.0']

/** @param answer of a reader who is asked in which system the numbers are */
const readBack = async (name: string, bytes: Uint8Array, answer: (typeof exportSystems)[number] = 'EPSG:5897') =>
  importLayers(name, bytes, { known: [], progress: () => undefined, ask: () => Promise.resolve(answer) })

describe.each(exportSystems)('written in %s and read again', (system) => {
  test.each(exportFormats.filter((format) => format !== 'xlsx'))(
    'points in %s come back to the centimetre',
    async (format) => {
      // A drawing says nothing of its system: degrees in it would only be asked about.
      if (format === 'dxf' && system === 'EPSG:4326') return
      const { name, bytes } = await exportLayer(format, points, system, sources)
      const [layer] = await readBack(name, bytes, system)
      const found = layer?.collection.features.flatMap(({ geometry }) =>
        geometry.type === 'Point' ? [geometry.coordinates] : [],
      )
      const once = format === 'dxf' ? found?.filter((_, at) => at % 2 === 0) : found
      expect(once).toHaveLength(golden.length)
      once?.forEach((point, at) => expect(geodesicDistanceMeters(point, golden[at] ?? [])).toBeLessThan(0.01))
    },
  )

  test.each(['geojson', 'gpkg', 'kml', 'csv'] as const)('an area with a hole in %s keeps both', async (format) => {
    const { name, bytes } = await exportLayer(format, area, system, sources)
    const [layer] = await readBack(name, bytes, system)
    const geometry = layer?.collection.features[0]?.geometry
    expect(geometry?.type === 'Polygon' ? geometry.coordinates.map((ring) => ring.length) : geometry).toEqual([5, 5])
  })
})

test('an area in DXF has its name once, on its own ground and not in its hole', async () => {
  const { name, bytes } = await exportLayer('dxf', area, 'EPSG:5897', sources)
  const [layer] = await readBack(name, bytes)
  const named = layer?.collection.features.filter(({ properties }) => properties?.['text'] === 'Ranh có lỗ')
  expect(named).toHaveLength(1)
  const geometry = named?.[0]?.geometry
  const [x = 0, y = 0] = geometry?.type === 'Point' ? geometry.coordinates : []
  expect(x > 105.7 && x < 105.8 && y > 19.8 && y < 19.9).toBe(true)
  expect(x > 105.74 && x < 105.76 && y > 19.84 && y < 19.86).toBe(false)
})

describe('sources and licences are inside', () => {
  const textOf = async (format: (typeof exportFormats)[number]) => {
    const { name, bytes } = await exportLayer(format, points, 'EPSG:5897', sources)
    if (!name.endsWith('.zip') && !name.endsWith('.xlsx')) return strFromU8(bytes)
    return Object.entries(unzipSync(bytes))
      .map(([path, content]) => `${path}\n${strFromU8(content)}`)
      .join('\n')
  }

  test.each(exportFormats)('%s', async (format) => {
    const text = await textOf(format)
    expect(text).toContain('58-NQ/TW')
    expect(text).toContain('CC BY 4.0')
  })

  test('a GeoPackage names its application, its system with the seven parameters, and its metadata', async () => {
    const { bytes } = await exportLayer('gpkg', points, 'EPSG:5897', sources)
    const { Database } = await initSqlJs()
    const database = new Database(bytes)
    const one = (query: string) => database.exec(query)[0]?.values[0]?.[0]
    expect(one('PRAGMA application_id')).toBe(1196444487)
    expect(one('SELECT definition FROM gpkg_spatial_ref_sys WHERE srs_id = 5897')).toContain('TOWGS84[-191.90441429')
    expect(one('SELECT count(*) FROM "11_khu_cong_nghiep"')).toBe(3)
    expect(one('SELECT metadata FROM gpkg_metadata')).toContain('CC BY 4.0')
    expect(one('PRAGMA foreign_key_check')).toBeUndefined()
    database.close()
  })
})

describe('spreadsheets', () => {
  test('take no text for a formula', async () => {
    const csv = await exportLayer('csv', points, 'EPSG:5897', sources)
    const [file] = Object.values(unzipSync(csv.bytes))
    expect(strFromU8(file ?? new Uint8Array())).toContain(`'=SUM(A1)`)
    const xlsx = await exportLayer('xlsx', points, 'EPSG:5897', sources)
    const sheet = strFromU8(unzipSync(xlsx.bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).not.toContain('<f>')
  })

  test('have unit and system in the headings and plain numbers below', async () => {
    const { name, bytes } = await exportLayer('csv', points, 'EPSG:5897', sources)
    expect(name).toBe('11-khu-cong-nghiep-epsg5897-csv.zip')
    const text = strFromU8(unzipSync(bytes)['11-khu-cong-nghiep-epsg5897.csv'] ?? new Uint8Array())
    expect(text.split('\r\n')[0]).toBe('name_vi,areaHectares,note,east_m_EPSG5897,north_m_EPSG5897')
    // By this mark spreadsheets see that it is UTF-8.
    expect(unzipSync(bytes)['11-khu-cong-nghiep-epsg5897.csv']?.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf))
    // From the golden table.
    expect(text).toContain('Mốc 1,0.5,')
    expect(text).toMatch(/581102\.242\d,2191076\.730\d/)
  })

  test('a table of numbers is written as it is', async () => {
    const table = {
      name: 'Độ phủ',
      headings: ['district', 'land_ha'],
      rows: [
        ['Bỉm Sơn', 6391.25],
        ['-', null],
      ],
    }
    const { bytes } = await writeTable('csv', table, sources)
    expect(strFromU8(unzipSync(bytes)['do-phu.csv'] ?? new Uint8Array())).toBe(
      "district,land_ha\r\nBỉm Sơn,6391.25\r\n'-,\r\n",
    )
    expect((await writeTable('xlsx', table, sources)).name).toBe('do-phu.xlsx')
  })
})
