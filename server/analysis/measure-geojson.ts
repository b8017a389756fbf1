/**
 * How large and how long shapes are, in every way the atlas quotes, each with the method it was found by.
 *
 * Parts are added up unrounded and rounded once: areas to a square metre, lengths to a millimetre.
 */
import type { MeasureAnswer, Sentence } from '../domain/analysis.ts'
import { ellipsoidAreaHectares, geodesicLengthMeters, gridAreaSquareMeters, squareMetersPerHectare } from './measure.ts'
import { positionsOf } from './positions-of.ts'
import type { SimpleGeometry } from './read-geojson.ts'

export const ellipsoidMethod: Sentence = {
  text_vi:
    'Diện tích trên mặt ellipsoid WGS 84, cạnh là đường trắc địa (phép chiếu đẳng diện, sai dưới 0,1 phần triệu).',
  text_en: 'Area on the WGS 84 ellipsoid, edges taken as geodesics (equal-area, within 0.1 parts per million).',
}

const gridMethod: Sentence = {
  text_vi:
    'Diện tích trên mặt phẳng lưới VN-2000 / TM-3 kinh tuyến trục 105°00′ (EPSG:5897), chưa trừ hệ số biến dạng; tham số chuyển hệ theo Quyết định 05/2007/QĐ-BTNMT.',
  text_en:
    'Area on the plane of the VN-2000 / TM-3 grid, central meridian 105°00′ (EPSG:5897), its scale left in; datum parameters of Decision 05/2007/QĐ-BTNMT.',
}

const lengthMethod: Sentence = {
  text_vi: 'Chiều dài đường trắc địa trên mặt ellipsoid WGS 84.',
  text_en: 'Geodesic length on the WGS 84 ellipsoid.',
}

/** The zone of EPSG:5897 with half a zone on both sides; beyond it the grid means nothing. */
const gridZone = { west: 102, east: 108, south: 5, north: 25 }

export function measureGeoJson(geometries: readonly SimpleGeometry[]): MeasureAnswer {
  const polygons = geometries.filter(({ type }) => type === 'Polygon' || type === 'MultiPolygon')
  const lines = geometries.filter(({ type }) => type === 'LineString' || type === 'MultiLineString')
  const bbox = boxOf(geometries)
  const isInGridZone =
    bbox !== null &&
    bbox[0] >= gridZone.west &&
    bbox[2] <= gridZone.east &&
    bbox[1] >= gridZone.south &&
    bbox[3] <= gridZone.north
  const hectares = (of: (geometry: SimpleGeometry) => number) => round(sum(polygons.map(of)), 4)
  const kilometers = (parts: readonly SimpleGeometry[]) => ({
    lengthKilometers: round(sum(parts.map(geodesicLengthMeters)) / 1000, 6),
    method: lengthMethod,
  })
  return {
    ellipsoidArea:
      polygons.length === 0 ? null : { areaHectares: hectares(ellipsoidAreaHectares), method: ellipsoidMethod },
    gridArea:
      polygons.length === 0 || !isInGridZone
        ? null
        : {
            areaHectares: hectares((geometry) => gridAreaSquareMeters(geometry) / squareMetersPerHectare),
            crs: 'EPSG:5897',
            method: gridMethod,
          },
    length: lines.length === 0 ? null : kilometers(lines),
    perimeter: polygons.length === 0 ? null : kilometers(polygons),
    vertexCount: sum(geometries.map((geometry) => positionsOf(geometry).length)),
    bbox,
  }
}

function boxOf(geometries: readonly SimpleGeometry[]): [number, number, number, number] | null {
  let box: [number, number, number, number] | null = null
  for (const [x = 0, y = 0] of geometries.flatMap(positionsOf)) {
    box = box ? [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)] : [x, y, x, y]
  }
  return box
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function round(number: number, decimals: number): number {
  return Number(number.toFixed(decimals))
}
