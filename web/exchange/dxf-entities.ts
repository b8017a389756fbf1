/**
 * Two entities of DXF that dxf-parser lacks or trusts too much.
 *
 * HATCH: what GIS programs write for areas. LWPOLYLINE: the parser makes as many vertices as the file promises,
 * here as many as it holds.
 */
import type DxfArrayScanner from 'dxf-parser/dist/DxfArrayScanner'
import type { IGroup } from 'dxf-parser/dist/DxfArrayScanner'
import type { IEntity } from 'dxf-parser'

export interface Vertex {
  x: number
  y: number
  bulge: number
}

export interface PolylineEntity extends IEntity {
  vertices: Vertex[]
  shape: boolean
}

export interface HatchEntity extends IEntity {
  rings: Vertex[][]
  /** Boundaries of arcs and splines, which are left out. */
  skippedRings: number
}

export class Polyline {
  ForEntityName = 'LWPOLYLINE' as const

  parseEntity(scanner: DxfArrayScanner, start: IGroup): PolylineEntity {
    const entity = { type: String(start.value), vertices: [] as Vertex[], shape: false, layer: '' }
    for (const { code, value } of groups(scanner)) {
      if (code === 8) entity.layer = String(value)
      else if (code === 67) Object.assign(entity, { inPaperSpace: Number(value) !== 0 })
      else if (code === 70) entity.shape = (Number(value) & 1) === 1
      else addTo(entity.vertices, code, value)
    }
    return entity as unknown as PolylineEntity
  }
}

export class Hatch {
  ForEntityName = 'HATCH' as const

  parseEntity(scanner: DxfArrayScanner, start: IGroup): HatchEntity {
    const entity = { type: String(start.value), rings: [] as Vertex[][], skippedRings: 0, layer: '' }
    let ring: Vertex[] | null = null
    let isPolyline = false
    let isDone = false
    for (const { code, value } of groups(scanner)) {
      if (code === 8) entity.layer = String(value)
      else if (code === 67) Object.assign(entity, { inPaperSpace: Number(value) !== 0 })
      else if (code === 92 && !isDone) {
        isPolyline = (Number(value) & 2) === 2
        ring = []
        entity.rings.push(ring)
      } else if (code === 75 || code === 98) {
        // From here on points are seeds of the pattern.
        isDone = true
        ring = null
      } else if (code === 72 && ring && !isPolyline && Number(value) !== 1) {
        entity.rings.pop()
        entity.skippedRings++
        ring = null
      } else if (ring) addTo(ring, code, value)
    }
    return entity as unknown as HatchEntity
  }
}

function addTo(vertices: Vertex[], code: number, value: IGroup['value']): void {
  if (code === 10) vertices.push({ x: Number(value), y: Number.NaN, bulge: 0 })
  const last = vertices.at(-1)
  if (!last) return
  if (code === 20) last.y = Number(value)
  if (code === 42) last.bulge = Number(value)
}

function* groups(scanner: DxfArrayScanner): Generator<IGroup> {
  let group = scanner.next()
  while (!scanner.isEOF() && group.code !== 0) {
    yield group
    group = scanner.next()
  }
}
