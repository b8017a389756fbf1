/** `[lng, lat]` after `[lng, lat]`. */
export type Path = [number, number][]

/**
 * The first part of a line of several pieces, up to a share of its whole length (0 to 1), measured on the map's
 * plane: it is for the eye only, no length is taken from it.
 */
export function trimPath(parts: readonly Path[], share: number): Path[] {
  if (share >= 1) return [...parts]
  const lengths = parts.map((part) => part.reduce((sum, _, index) => sum + stepOf(part, index), 0))
  let left = lengths.reduce((sum, length) => sum + length, 0) * Math.max(0, share)
  const kept: Path[] = []
  for (const [index, part] of parts.entries()) {
    if (left <= 0) break
    const length = lengths[index] ?? 0
    kept.push(length <= left ? part : cut(part, left))
    left -= length
  }
  return kept.filter((part) => part.length > 1)
}

function cut(part: Path, length: number): Path {
  const kept: Path = part.slice(0, 1)
  let left = length
  for (let index = 1; index < part.length; index++) {
    const [from, to] = [part[index - 1], part[index]]
    if (!from || !to || left <= 0) break
    const step = stepOf(part, index)
    if (step > left) {
      const along = left / step
      kept.push([from[0] + (to[0] - from[0]) * along, from[1] + (to[1] - from[1]) * along])
      break
    }
    kept.push(to)
    left -= step
  }
  return kept
}

function stepOf(part: Path, index: number): number {
  const [from, to] = [part[index - 1], part[index]]
  return from && to ? Math.hypot(to[0] - from[0], to[1] - from[1]) : 0
}
