import type { Feature, Geometry } from 'geojson'
import { boundsOf, type Bounds } from '../format/bounds.ts'
import type { Pdf, Rectangle } from '../pdf/create-pdf.ts'
import { base, plan } from '../theme/palette.ts'
import { boxAround, leaderOf, placeLabel } from './label-places.ts'
import { middleOf, smallMap, type SmallMap } from './small-map.ts'

/** The two maps of a factsheet: where in the province the park lies, and what it is driven to. */
export interface MapData {
  province: readonly Feature<Geometry | null>[]
  districts: readonly Feature<Geometry | null>[]
  zones: readonly Feature<Geometry | null>[]
  roads: readonly Feature<Geometry | null>[]
  parks: readonly Feature<Geometry | null>[]
}

export interface Target {
  label: string
  position: [number, number]
  /** `64 km · 71 min`; null: not known. */
  amount: string | null
}

const ink = '#1f2a2e'
const frameEdge = { color: '#9fb0b5', width: 0.5 }

export function drawLocatorMap(
  pdf: Pdf,
  frame: Rectangle,
  data: MapData,
  park: { geometry: Geometry | null; uncertaintyMeters: number | null },
  cities: readonly { name: string; position: [number, number] }[],
): void {
  const map = smallMap(pdf, frame, boundsOfAll(data.province))
  pdf.clip(frame, () => {
    drawGround(pdf, map, frame, data)
    for (const other of data.parks) {
      const middle = middleOf(other.geometry)
      if (middle) pdf.circle(map.place(middle), 0.7, { fill: { color: plan.industrial, opacity: 0.45 } })
    }
    const marks = cities.map(({ name, position }) => ({ at: map.place(position), radius: 0.6, lines: [name] }))
    for (const { at, radius } of marks)
      pdf.circle(at, radius, { fill: { color: '#ffffff' }, stroke: { color: ink, width: 0.7 } })
    drawPark(pdf, map, park)
    const middle = middleOf(park.geometry)
    drawLabels(pdf, frame, marks, middle ? map.place(middle) : null)
  })
  drawScale(pdf, map, frame)
  pdf.rectangle(frame, { stroke: frameEdge })
}

export function drawAccessMap(
  pdf: Pdf,
  frame: Rectangle,
  data: MapData,
  park: { geometry: Geometry | null; uncertaintyMeters: number | null },
  targets: readonly Target[],
): void {
  const middle = middleOf(park.geometry)
  if (!middle) return
  const places = [middle, ...targets.map(({ position }) => position)]
  const box = boundsOf({ type: 'MultiPoint', coordinates: places })
  const map = smallMap(pdf, frame, box, 0.2)
  pdf.clip(frame, () => {
    drawGround(pdf, map, frame, data)
    for (const { position } of targets)
      pdf.line([map.place(middle), map.place(position)], { color: plan.corridor, width: 0.9, dash: [2.4, 1.6] })
    const marks = targets.map(({ position, label, amount }) => ({
      at: map.place(position),
      radius: 1,
      lines: amount ? [label, amount] : [label],
    }))
    for (const { at, radius } of marks)
      pdf.circle(at, radius, { fill: { color: plan.infrastructure }, stroke: { color: '#ffffff', width: 0.7 } })
    drawPark(pdf, map, park)
    drawLabels(pdf, frame, marks, map.place(middle))
  })
  drawScale(pdf, map, frame)
  pdf.rectangle(frame, { stroke: frameEdge })
}

function drawGround(pdf: Pdf, map: SmallMap, frame: Rectangle, data: MapData): void {
  pdf.rectangle(frame, { fill: { color: '#eef1f0' } })
  for (const { geometry } of data.province) map.area(geometry, { fill: { color: base.province } })
  for (const { geometry } of data.zones) map.area(geometry, { fill: { color: plan.industrial, opacity: 0.12 } })
  for (const { geometry } of data.districts) map.area(geometry, { stroke: { color: '#d8d0c2', width: 0.3 } })
  for (const { geometry, properties } of data.roads) {
    const isExpressway = properties?.['kind'] === 'expressway'
    map.line(geometry, {
      color: plan.infrastructure,
      width: isExpressway ? 0.9 : 0.4,
      opacity: isExpressway ? 0.8 : 0.5,
    })
  }
  for (const { geometry } of data.province) map.area(geometry, { stroke: { color: base.provinceEdge, width: 0.7 } })
}

function drawPark(
  pdf: Pdf,
  map: SmallMap,
  { geometry, uncertaintyMeters }: { geometry: Geometry | null; uncertaintyMeters: number | null },
): void {
  const middle = middleOf(geometry)
  if (!middle) return
  const at = map.place(middle)
  const radius = ((uncertaintyMeters ?? 0) / 1000) * map.millimetersPerKilometer
  if (radius > 1.6)
    pdf.circle(at, radius, {
      fill: { color: plan.industrial, opacity: 0.14 },
      stroke: { color: plan.industrial, width: 0.6, dash: [1.5, 1] },
    })
  pdf.circle(at, 1.7, { fill: { color: plan.industrial }, stroke: { color: '#ffffff', width: 1 } })
}

const labelStyle = { size: 6.4, face: 'medium', color: ink, lineHeight: 1.25 } as const

/** Marks first and labels over them, each where it hides nothing. */
function drawLabels(pdf: Pdf, frame: Rectangle, marks: readonly Mark[], parkAt: [number, number] | null): void {
  const taken = marks.map(({ at, radius }) => boxAround(at, radius))
  if (parkAt) taken.push(boxAround(parkAt, 2))
  for (const { at, radius, lines } of marks) {
    const size = {
      width: Math.max(...lines.map((line) => pdf.measure(line, labelStyle).width)),
      height: lines.length * lineHeight,
      apart: radius + 0.9,
    }
    const label = placeLabel(at, size, frame, taken)
    taken.push(label)
    const leader = leaderOf(at, label)
    if (leader)
      pdf.line(
        leader.map(([x, y]): [number, number] => [x, y]),
        { color: ink, width: 0.4 },
      )
    for (const [index, line] of lines.entries()) drawHaloed(pdf, line, label.x, label.y + index * lineHeight)
  }
}

interface Mark {
  at: [number, number]
  radius: number
  lines: readonly string[]
}

const lineHeight = 2.9

/** On a pale plate, so that lines beneath do not cross the letters. */
function drawHaloed(pdf: Pdf, text: string, x: number, y: number): void {
  const { width, height } = pdf.measure(text, labelStyle)
  pdf.rectangle(
    { x: x - 0.4, y: y + 0.1, width: width + 0.8, height: height - 0.2 },
    { fill: { color: '#ffffff', opacity: 0.78 } },
    0.5,
  )
  pdf.text(text, labelStyle, { x, y, width: width + 1, role: 'artifact' })
}

/** A bar of 1, 2 or 5 times a power of ten kilometres, at most a third of the frame. */
function drawScale(pdf: Pdf, map: SmallMap, frame: Rectangle): void {
  const most = frame.width / 3 / map.millimetersPerKilometer
  const power = 10 ** Math.floor(Math.log10(most))
  const kilometers = [5, 2, 1].map((times) => times * power).find((length) => length <= most) ?? power
  const length = kilometers * map.millimetersPerKilometer
  const [x, y] = [frame.x + 2.5, frame.y + frame.height - 3]
  pdf.rectangle(
    { x: x - 1, y: y - 4, width: length + 2, height: 5.6 },
    { fill: { color: '#ffffff', opacity: 0.8 } },
    0.6,
  )
  pdf.line(
    [
      [x, y - 1],
      [x, y],
      [x + length, y],
      [x + length, y - 1],
    ],
    { color: ink, width: 0.7 },
  )
  pdf.text(
    `${kilometers} km`,
    { size: 5.8, color: ink },
    { x, y: y - 3.8, width: length, align: 'center', role: 'artifact' },
  )
}

function boundsOfAll(features: readonly Feature<Geometry | null>[]): Bounds {
  const geometries = features.flatMap(({ geometry }) => (geometry ? [geometry] : []))
  return boundsOf({ type: 'GeometryCollection', geometries })
}
