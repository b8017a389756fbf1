import { pageSize, type PageSize } from '../pdf/paper.ts'
import type { PrintSettings } from './settings.ts'

/** How a sheet is divided: the map, and beside or below it the column or strip that explains it. Millimetres. */
export interface Area {
  x: number
  y: number
  width: number
  height: number
}

export interface Sheet {
  page: PageSize
  /** 1 on A3: letters, rules and gaps grow with the paper, and the map's scale does not. */
  unit: number
  frame: Area
  /** Room for the grid's labels around the frame; 0 without a grid. */
  band: number
  info: Area
  shape: 'column' | 'strip'
}

const units = { A4: 0.8, A3: 1, A2: 1.25, A1: 1.55, A0: 1.9 } as const

export function layOutSheet({
  paper,
  orientation,
  legend,
  grid,
}: Pick<PrintSettings, 'paper' | 'orientation' | 'legend' | 'grid'>): Sheet {
  const page = pageSize(paper, orientation)
  const unit = units[paper]
  const margin = 9 * unit
  const gap = 6 * unit
  const band = grid ? 4.6 * unit : 0
  const shape = legend && orientation === 'landscape' ? 'column' : 'strip'
  const inner = { x: margin, y: margin, width: page.widthMm - 2 * margin, height: page.heightMm - 2 * margin }
  const size = unit * (shape === 'column' ? 82 : legend ? 104 : orientation === 'landscape' ? 38 : 66)
  const map =
    shape === 'column'
      ? { ...inner, width: inner.width - size - gap }
      : { ...inner, height: inner.height - size - gap * 0.7 }
  const info =
    shape === 'column'
      ? { ...inner, x: inner.x + inner.width - size, width: size }
      : { ...inner, y: inner.y + inner.height - size, height: size }
  const frame = {
    x: map.x + band,
    y: map.y + band,
    width: map.width - 2 * band,
    height: map.height - 2 * band,
  }
  return { page, unit, frame, band, info, shape }
}
