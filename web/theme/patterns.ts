/**
 * Area textures: hatch for what is planned, dots for what is under way. Plain areas exist already.
 */
export type PatternKind = 'hatch' | 'dots'

export function patternImageId(kind: PatternKind, color: string): string {
  return `pattern|${kind}|${color}`
}

export function parsePatternImageId(id: string): { kind: PatternKind; color: string } | null {
  const [prefix, kind, color] = id.split('|')
  return prefix === 'pattern' && (kind === 'hatch' || kind === 'dots') && color ? { kind, color } : null
}

export const patternSize = 10

/** Draws one tile of the texture into (0, 0, `patternSize`, `patternSize`); it repeats without a seam. */
export function paintPattern(context: CanvasRenderingContext2D, kind: PatternKind, color: string): void {
  const size = patternSize
  if (kind === 'dots') {
    context.fillStyle = color
    for (const [x, y] of [
      [size / 4, size / 4],
      [(3 * size) / 4, (3 * size) / 4],
    ] as const) {
      context.beginPath()
      context.arc(x, y, 1.2, 0, 2 * Math.PI)
      context.fill()
    }
    return
  }
  context.strokeStyle = color
  context.lineWidth = 1.5
  context.beginPath()
  for (const shift of [-size, 0, size]) {
    context.moveTo(shift - 1, size + 1)
    context.lineTo(shift + size + 1, -1)
  }
  context.stroke()
}
