/**
 * The drawing in a DXF file as shapes: closed polylines, circles and hatches are areas, texts are points.
 *
 * Arcs become chords of five degrees. Blocks are drawn where they are inserted. DXF names no reference system:
 * the reader is asked. Kinds of entities that carry no shape of the ground are counted and named.
 */
import DxfParserModule, {
  type IArcEntity,
  type IBlock,
  type ICircleEntity,
  type IEllipseEntity,
  type IEntity,
  type IInsertEntity,
  type ILineEntity,
  type IPoint,
  type IPointEntity,
  type IPolylineEntity,
  type ISolidEntity,
  type ISplineEntity,
} from 'dxf-parser'
import type { Geometry, Position } from 'geojson'
import { decodeText } from './decode-text.ts'
import { Hatch, Polyline, type HatchEntity, type PolylineEntity } from './dxf-entities.ts'
import { limits } from './limits.ts'
import { FileProblem, toProblem, type Note } from './problem.ts'
import type { Cell, RawFeature, RawLayer } from './raw-layer.ts'
import { takeGeometry, type Tally } from './take-geometry.ts'
import { takeProperties } from './take-properties.ts'

export function readDxf(bytes: Uint8Array, name: string, tally: Tally): RawLayer[] {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4000))
  const isUnicode = /\$ACADVER\s+1\s+AC10(2[1-9]|3\d)/.test(head)
  const page = /\$DWGCODEPAGE\s+3\s+(\S+)/.exec(head)?.[1]?.replace(/_/g, '-')
  const { text, encoding, isCertain } = decodeText(bytes, isUnicode ? undefined : usable(page))
  const drawing = parse(text)
  const skipped = new Map<string, number>()
  const features: RawFeature[] = []
  const work: Work = { blocks: drawing.blocks, skipped, tally, features }
  drawEntities(drawing.entities, identity, work, 0)
  const notes: Note[] = []
  if (!isCertain) notes.push({ code: 'encoding-guessed', values: { encoding } })
  if (skipped.size > 0) {
    const kinds = [...skipped].toSorted((a, b) => b[1] - a[1]).map(([kind, count]) => `${kind} × ${count}`)
    notes.push({ code: 'entities-skipped', values: { kinds: kinds.slice(0, 6).join(', ') } })
  }
  return [{ name, features, system: null, notes }]
}

/** AutoCAD writes ANSI_1252 whatever the text is: no ground to read Vietnamese as Western European. */
function usable(page: string | undefined): string | undefined {
  return page === undefined || page.endsWith('1252') ? undefined : page.replace(/^ANSI-/i, 'windows-')
}

function parse(text: string) {
  const Parser = 'default' in DxfParserModule ? (DxfParserModule.default as typeof DxfParserModule) : DxfParserModule
  try {
    const parser = new Parser()
    parser.registerEntityHandler(Polyline)
    // The parser's own list of names is closed, the registry behind it is not.
    parser.registerEntityHandler(Hatch as unknown as typeof Polyline)
    const drawing = parser.parseSync(text)
    if (!drawing) throw new FileProblem('broken', { format: 'DXF', detail: '' })
    return { entities: drawing.entities ?? [], blocks: drawing.blocks ?? {} }
  } catch (error) {
    throw toProblem(error, 'DXF')
  }
}

interface Work {
  blocks: Record<string, IBlock>
  skipped: Map<string, number>
  tally: Tally
  features: RawFeature[]
  /** Where a block is inserted: what lies on layer 0 in it is on the layer of the insertion. */
  layerOfInsert?: string
}

type Move = (x: number, y: number) => Position
const identity: Move = (x, y) => [x, y]

function drawEntities(entities: readonly IEntity[], move: Move, work: Work, depth: number): void {
  if (depth > limits.depth) throw new FileProblem('too-deep')
  for (const entity of entities) {
    if (entity.inPaperSpace) continue
    if (entity.type === 'INSERT') drawBlock(entity as IInsertEntity, move, work, depth)
    else drawEntity(entity, move, work)
  }
}

function drawBlock(insert: IInsertEntity, move: Move, work: Work, depth: number): void {
  const block = Object.hasOwn(work.blocks, insert.name) ? work.blocks[insert.name] : undefined
  if (!block?.entities || !insert.position) return skip(work, 'INSERT')
  const angle = ((insert.rotation ?? 0) * Math.PI) / 180
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
  const [scaleX, scaleY] = [insert.xScale ?? 1, insert.yScale ?? 1]
  const base = block.position ?? { x: 0, y: 0 }
  const inside: Move = (x, y) => {
    const [a, b] = [(x - base.x) * scaleX, (y - base.y) * scaleY]
    return move(insert.position.x + a * cosine - b * sine, insert.position.y + a * sine + b * cosine)
  }
  drawEntities(block.entities, inside, { ...work, layerOfInsert: layerOf(insert, work) }, depth + 1)
}

function drawEntity(entity: IEntity, move: Move, work: Work): void {
  const geometry = toGeometry(entity, move)
  if (geometry === 'skipped') return skip(work, entity.type)
  if (++work.tally.features > limits.features) throw new FileProblem('too-many-features', { most: limits.features })
  const shape = takeGeometry(geometry, work.tally)
  if (!shape) work.tally.droppedShapes++
  const text = (entity as { text?: unknown }).text
  const values: Record<string, Cell> = { layer: layerOf(entity, work), entity: entity.type }
  if (typeof text === 'string') values['text'] = plainText(text)
  work.features.push({ geometry: shape, properties: takeProperties(values) })
}

function layerOf(entity: IEntity, { layerOfInsert }: Work): string {
  return (entity.layer === '0' ? layerOfInsert : null) ?? entity.layer ?? ''
}

function skip(work: Work, kind: string): void {
  work.skipped.set(kind, (work.skipped.get(kind) ?? 0) + 1)
}

function toGeometry(entity: IEntity, move: Move): Geometry | null | 'skipped' {
  const at = ({ x, y }: Pick<IPoint, 'x' | 'y'>) => move(x, y)
  switch (entity.type) {
    case 'POINT':
      return { type: 'Point', coordinates: at((entity as IPointEntity).position) }
    case 'TEXT':
    case 'MTEXT': {
      const place =
        (entity as { startPoint?: IPoint; position?: IPoint }).startPoint ?? (entity as { position?: IPoint }).position
      return place ? { type: 'Point', coordinates: at(place) } : null
    }
    case 'LINE':
      return lineOrArea((entity as ILineEntity).vertices.map(at), false)
    case 'LWPOLYLINE':
    case 'POLYLINE': {
      const { vertices, shape } = entity as PolylineEntity | IPolylineEntity
      if (
        entity.type === 'POLYLINE' &&
        ((entity as IPolylineEntity).isPolyfaceMesh || (entity as IPolylineEntity).is3dPolygonMesh)
      )
        return 'skipped'
      return lineOrArea(withArcs(vertices, shape, move), shape)
    }
    case 'HATCH': {
      const { rings, skippedRings } = entity as HatchEntity
      if (rings.length === 0 && skippedRings > 0) return 'skipped'
      return polygonsOf(rings.map((ring) => withArcs(ring, true, move)))
    }
    case 'CIRCLE':
      return lineOrArea(
        arc((entity as ICircleEntity).center, (entity as ICircleEntity).radius, 0, 2 * Math.PI, move),
        true,
      )
    case 'ARC': {
      const { center, radius, startAngle, endAngle } = entity as IArcEntity
      const end = endAngle < startAngle ? endAngle + 2 * Math.PI : endAngle
      return lineOrArea(arc(center, radius, startAngle, end, move), false)
    }
    case 'ELLIPSE':
      return ellipse(entity as IEllipseEntity, move)
    case 'SPLINE':
      return lineOrArea(spline(entity as ISplineEntity).map(at), (entity as ISplineEntity).closed)
    case 'SOLID':
    case '3DFACE': {
      const corners = (entity as ISolidEntity).points ?? (entity as unknown as { vertices: IPoint[] }).vertices
      if (!corners) return null
      const [a, b, c, d] = corners.map(at)
      // A solid names its third and fourth corner crosswise.
      const ring = entity.type === 'SOLID' ? [a, b, d ?? c, c] : [a, b, c, d ?? c]
      return lineOrArea(
        ring.filter((corner) => corner !== undefined),
        true,
      )
    }
    default:
      return 'skipped'
  }
}

function lineOrArea(line: Position[], isClosed: boolean): Geometry {
  const [first] = line
  const last = line.at(-1)
  const returns = line.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1]
  return isClosed || returns ? { type: 'Polygon', coordinates: [line] } : { type: 'LineString', coordinates: line }
}

/** Rings without order: each lies in as many others as its depth, and every second depth is a hole. */
function polygonsOf(rings: Position[][]): Geometry {
  const depthOf = (ring: Position[]) => rings.filter((other) => other !== ring && isInside(ring[0] ?? [], other)).length
  const outers = rings.filter((ring) => depthOf(ring) % 2 === 0)
  const polygons = outers.map((outer) => [
    outer,
    ...rings.filter((ring) => depthOf(ring) === depthOf(outer) + 1 && isInside(ring[0] ?? [], outer)),
  ])
  const [only, second] = polygons
  return only && !second ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: polygons }
}

function isInside([x = Number.NaN, y = Number.NaN]: Position, ring: readonly Position[]): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax = 0, ay = 0] = ring[i] ?? []
    const [bx = 0, by = 0] = ring[j] ?? []
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

const arcStep = (5 * Math.PI) / 180

function arc(center: IPoint, radius: number, from: number, to: number, move: Move): Position[] {
  const pieces = Math.min(720, Math.max(2, Math.ceil(Math.abs(to - from) / arcStep)))
  return Array.from({ length: pieces + 1 }, (_, i) => {
    const angle = from + ((to - from) * i) / pieces
    return move(center.x + radius * Math.cos(angle), center.y + radius * Math.sin(angle))
  })
}

/** A bulge is the tangent of a quarter of the arc's angle, positive when it turns left. */
function withArcs(
  vertices: readonly { x: number; y: number; bulge?: number }[],
  isClosed: boolean,
  move: Move,
): Position[] {
  const line: Position[] = []
  for (const [index, vertex] of vertices.entries()) {
    line.push(move(vertex.x, vertex.y))
    const next = vertices[index + 1] ?? (isClosed ? vertices[0] : undefined)
    const bulge = vertex.bulge ?? 0
    if (!next || bulge === 0) continue
    const angle = 4 * Math.atan(bulge)
    const chord = Math.hypot(next.x - vertex.x, next.y - vertex.y)
    const radius = chord / 2 / Math.sin(angle / 2)
    const toCentre = Math.atan2(next.y - vertex.y, next.x - vertex.x) + Math.PI / 2 - angle / 2
    const centre = { x: vertex.x + radius * Math.cos(toCentre), y: vertex.y + radius * Math.sin(toCentre), z: 0 }
    const from = Math.atan2(vertex.y - centre.y, vertex.x - centre.x)
    line.push(...arc(centre, Math.abs(radius), from, from + angle, move).slice(1, -1))
  }
  return line
}

function ellipse({ center, majorAxisEndPoint, axisRatio, startAngle, endAngle }: IEllipseEntity, move: Move): Geometry {
  const end = endAngle <= startAngle ? endAngle + 2 * Math.PI : endAngle
  const isWhole = Math.abs(end - startAngle - 2 * Math.PI) < 1e-6
  const line = Array.from({ length: 73 }, (_, i) => {
    const angle = startAngle + ((end - startAngle) * i) / 72
    const [a, b] = [Math.cos(angle), Math.sin(angle) * axisRatio]
    const { x, y } = majorAxisEndPoint
    return move(center.x + a * x - b * y, center.y + a * y + b * x)
  })
  return lineOrArea(line, isWhole)
}

/** So many that between two of them a curve of kilometres leaves its chord by metres. */
const stepsOfSpan = 32

/** Points on the curve by de Boor's algorithm, 32 to a span; the fit points where there are no others. */
function spline({ controlPoints, fitPoints, knotValues, degreeOfSplineCurve: degree }: ISplineEntity): IPoint[] {
  if (
    !controlPoints ||
    controlPoints.length <= degree ||
    !knotValues ||
    knotValues.length < controlPoints.length + degree + 1
  )
    return fitPoints ?? controlPoints ?? []
  const knot = (at: number) => knotValues[at] ?? 0
  const points: IPoint[] = []
  for (let span = degree; span < controlPoints.length; span++) {
    if (knot(span + 1) <= knot(span)) continue
    for (let step = 0; step <= stepsOfSpan; step++) {
      if (step === 0 && points.length > 0) continue
      const t = knot(span) + ((knot(span + 1) - knot(span)) * step) / stepsOfSpan
      const column = controlPoints.slice(span - degree, span + 1).map(({ x, y }) => ({ x, y, z: 0 }))
      for (let r = 1; r <= degree; r++)
        for (let j = degree; j >= r; j--) {
          const width = knot(j + 1 + span - r) - knot(j + span - degree)
          const share = width === 0 ? 0 : (t - knot(j + span - degree)) / width
          const [a, b] = [column[j - 1], column[j]]
          if (a && b) column[j] = { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share, z: 0 }
        }
      const point = column[degree]
      if (point) points.push(point)
    }
  }
  return points
}

/** Text without the codes of its look: `\P` is a new line, `%%d` a degree sign, `\U+1EA6` a letter. */
function plainText(text: string): string {
  return text
    .replaceAll(/\\U\+([0-9A-F]{4})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .replaceAll(/\\P/g, ' ')
    .replaceAll(/\\[A-Za-z][^;\\]*;/g, '')
    .replaceAll(/[{}]/g, '')
    .replaceAll(/%%d/gi, '°')
    .trim()
}
