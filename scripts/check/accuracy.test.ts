import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Geometry, Position } from 'geojson'
import { expect, test } from 'vitest'
import { fromPlane } from '../../server/analysis/laea.ts'
import { loadOverlay } from '../../server/analysis/overlay.ts'
import { measureAccuracy, quantile, type AccuracyInput } from './accuracy.ts'

/** A rectangle in the plane, kilometres. */
function rectangle(west: number, south: number, east: number, north: number): Geometry {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ].map(([x = 0, y = 0]): Position => fromPlane([x * 1000, y * 1000]))
  return { type: 'Polygon', coordinates: [ring] }
}

const collection = (features: [properties: object, geometry: Geometry][]) => ({
  type: 'FeatureCollection',
  features: features.map(([properties, geometry]) => ({ type: 'Feature', id: 'x', properties, geometry })),
})

test('a boundary one kilometre off costs its strip: 10 km² of 200 in the wrong district', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'reference-'))
  const write = (name: string, content: object) => writeFileSync(join(folder, name), JSON.stringify(content))
  write(
    'districts_27_pre2025.geojson',
    collection([
      [{ code: '380' }, rectangle(0, 0, 10, 10)],
      [{ code: '381' }, rectangle(10, 0, 20, 10)],
    ]),
  )
  write('province_pre2025.geojson', collection([[{}, rectangle(0, 0, 20, 10)]]))
  const nothing = collection([])
  const drawn = {
    districts: collection([
      [{ code: '380', name_vi: 'Tây' }, rectangle(0, 0, 11, 10)],
      [{ code: '381', name_vi: 'Đông' }, rectangle(11, 0, 20, 10)],
    ]),
    province: collection([[{}, rectangle(0, 0, 20, 10)]]),
    borders: nothing,
    coast: nothing,
    roads: nothing,
    interchanges: nothing,
    runways: nothing,
  } as unknown as AccuracyInput
  const { plane } = await loadOverlay()
  const rows = measureAccuracy(drawn, folder, plane)
  const valueOf = (what: string) => rows.find((row) => row.what === what)?.value
  expect(valueOf('land in the right district, of the land both have')).toBe('95.0 %')
  expect(valueOf('overlap by district, lowest')).toBe('0.900 (Đông)')
  expect(valueOf('  Tây')).toBe('0.909')
  expect(valueOf('overlap of the province')).toBe('1.0000')
  expect(valueOf('expressway_north_south.geojson')).toBe('missing: not compared')
})

test('a quantile is one of the values', () => {
  expect(quantile([4, 1, 3, 2, 5], 0.5)).toBe(3)
  expect(quantile([1, 2, 3], 1)).toBe(3)
})
