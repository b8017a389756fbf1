import type { LegendSymbol } from '../layers/layer.ts'
import type { Drawing, Stroke } from '../pdf/create-pdf.ts'
import { iconSize, pictograms } from '../theme/icons.ts'

/** The swatches of the legend as vector drawings: the same shapes that `LegendSwatch` and `paintIcon` draw on the screen. */
export const swatchSize = { width: 30, height: 16 } as const

/** `scale` is millimetres for one unit of the swatch's 30 × 16 box, whose upper left corner lies at (x, y). */
export function drawSwatch(pdf: Drawing, entry: LegendSymbol, x: number, y: number, scale: number): void {
  const at = (left: number, top: number): [number, number] => [x + left * scale, y + top * scale]
  const points = (units: number) => (units * scale * 72) / 25.4
  const line = (from: [number, number], to: [number, number], stroke: Omit<Stroke, 'width'> & { width: number }) =>
    pdf.line([at(...from), at(...to)], { ...stroke, width: points(stroke.width) })
  switch (entry.symbol) {
    case 'line': {
      if (entry.casing) line([2, 8], [28, 8], { color: entry.casing, width: entry.width + 3, cap: 'round' })
      const dash = entry.dash?.map((part) => points(part * entry.width))
      line([2, 8], [28, 8], { color: entry.color, width: entry.width, ...(dash ? { dash } : { cap: 'round' }) })
      return
    }
    case 'area': {
      const box = { x: x + 2 * scale, y: y + 2 * scale, width: 26 * scale, height: 12 * scale }
      pdf.rectangle(box, { fill: { color: entry.fill } }, 1.5 * scale)
      if (entry.pattern === 'hatch')
        pdf.clip(box, () => {
          for (let left = -12; left < 30; left += 5) line([left, 16], [left + 16, 0], { color: entry.edge, width: 1.2 })
        })
      if (entry.pattern === 'dots')
        for (let left = 5; left < 28; left += 5)
          for (let top = 5; top < 13; top += 5) pdf.circle(at(left, top), scale, { fill: { color: entry.edge } })
      pdf.rectangle(box, { stroke: { color: entry.edge, width: points(1) } }, 1.5 * scale)
      return
    }
    case 'dot':
      pdf.circle(at(15, 8), 3.5 * scale, {
        fill: { color: entry.fill },
        stroke: { color: entry.edge, width: points(1.8) },
      })
      return
    case 'halo':
      pdf.circle(at(15, 8), 6.5 * scale, {
        fill: { color: entry.color, opacity: 0.12 },
        stroke: { color: entry.color, width: points(1) },
      })
      return
    case 'column':
      for (const [left, top] of [
        [9, 7],
        [15, 2],
        [21, 10],
      ] as const)
        line([left, 15], [left, top], { color: entry.color, width: 4 })
      return
    case 'arc':
      pdf.path('M3 14C8 0 22 0 27 14', { x, y, scale }, { stroke: { color: entry.color, width: 2 } })
      return
    case 'icon':
      drawIcon(pdf, entry, at(15, 8), scale * 0.78)
  }
}

function drawIcon(
  pdf: Drawing,
  { icon, color, status }: Extract<LegendSymbol, { symbol: 'icon' }>,
  [x, y]: [number, number],
  scale: number,
): void {
  const { d, stroke } = { stroke: false, ...pictograms[icon] }
  const hollow = status === 'planned'
  const points = (units: number) => (units * scale * 72) / 25.4
  pdf.circle([x, y], (status === 'under-way' ? 8.4 : 9.6) * scale, { fill: { color: hollow ? '#ffffff' : color } })
  if (hollow)
    pdf.circle([x, y], 9.6 * scale, { stroke: { color, width: points(1.6), dash: [points(3.1), points(1.9)] } })
  else if (status === 'under-way')
    pdf.circle([x, y], 10.2 * scale, {
      stroke: { color, width: points(1.7), cap: 'round', dash: [points(0.1), points(2.9)] },
    })
  const ink = hollow ? color : '#ffffff'
  const inner = 0.58 * scale
  pdf.path(
    d,
    { x: x - (iconSize / 2) * inner, y: y - (iconSize / 2) * inner, scale: inner },
    stroke ? { stroke: { color: ink, width: 2.3, cap: 'round', join: 'round' } } : { fill: { color: ink } },
  )
}
