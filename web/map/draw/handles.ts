import type { Position } from 'geojson'

/**
 * A long line moved by a few handles: what lies between two handles is taken along, less and less towards the
 * next one, so that a corridor of a hundred corners keeps its course when one place of it is dragged.
 */
export interface Handles {
  line: readonly Position[]
  /** Corners of the line that are handles, ends included, in order. */
  at: readonly number[]
}

/** @param most handles; the corners that the line bends most at are taken first */
export function toHandles(line: readonly Position[], most = 16): Handles {
  const taken = new Set([0, line.length - 1])
  const spans: { from: number; to: number; corner: number; off: number }[] = []
  const consider = (from: number, to: number) => {
    const { corner, off } = furthestFromChord(line, from, to)
    if (corner > from) spans.push({ from, to, corner, off })
  }
  consider(0, line.length - 1)
  while (taken.size < most && spans.length > 0) {
    spans.sort((one, other) => other.off - one.off)
    const span = spans.shift()
    if (!span) break
    taken.add(span.corner)
    consider(span.from, span.corner)
    consider(span.corner, span.to)
  }
  return { line, at: [...taken].sort((a, b) => a - b) }
}

export function handlePositions({ line, at }: Handles): Position[] {
  return at.map((index) => line[index] ?? [0, 0])
}

/** The line with its handles where they were moved to, one position each. */
export function moveHandles({ line, at }: Handles, moved: readonly Position[]): Position[] {
  const next: Position[] = []
  for (let h = 0; h + 1 < at.length; h++) {
    const [from = 0, to = 0] = [at[h], at[h + 1]]
    const [fromShift, toShift] = [shiftOf(line[from], moved[h]), shiftOf(line[to], moved[h + 1])]
    const lengths = lengthsAlong(line, from, to)
    const whole = lengths.at(-1) ?? 0
    for (let i = from; i < to; i++) {
      const share = whole === 0 ? 0 : (lengths[i - from] ?? 0) / whole
      next.push(shifted(line[i], mix(fromShift, toShift, share)))
    }
  }
  const last = at.length - 1
  next.push(shifted(line[at[last] ?? 0], shiftOf(line[at[last] ?? 0], moved[last])))
  return next
}

function mix([x1, y1]: [number, number], [x2, y2]: [number, number], share: number): [number, number] {
  return [x1 + share * (x2 - x1), y1 + share * (y2 - y1)]
}

function shiftOf(from: Position | undefined, to: Position | undefined): [number, number] {
  return from && to ? [(to[0] ?? 0) - (from[0] ?? 0), (to[1] ?? 0) - (from[1] ?? 0)] : [0, 0]
}

function shifted(position: Position | undefined, [x, y]: [number, number]): Position {
  const [longitude = 0, latitude = 0] = position ?? []
  // Seven decimals, as everything stored; what was not moved stays to the last digit.
  return x === 0 && y === 0 ? [longitude, latitude] : [round(longitude + x), round(latitude + y)]
}

function round(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7
}

function lengthsAlong(line: readonly Position[], from: number, to: number): number[] {
  const lengths = [0]
  for (let i = from + 1; i <= to; i++) {
    const [x, y] = shiftOf(line[i - 1], line[i])
    lengths.push((lengths.at(-1) ?? 0) + Math.hypot(x, y))
  }
  return lengths
}

function furthestFromChord(line: readonly Position[], from: number, to: number): { corner: number; off: number } {
  const [start, end] = [line[from], line[to]]
  let [corner, most] = [from, 0]
  const [dx, dy] = shiftOf(start, end)
  const squared = dx * dx + dy * dy
  for (let i = from + 1; i < to; i++) {
    const [x, y] = shiftOf(start, line[i])
    const along = squared === 0 ? 0 : Math.max(0, Math.min(1, (x * dx + y * dy) / squared))
    const off = Math.hypot(x - along * dx, y - along * dy)
    if (off > most) [corner, most] = [i, off]
  }
  return { corner, off: most }
}
