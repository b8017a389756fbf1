import { trimPath, type Path } from './trim-path.ts'

/** Shares of a line's length at which its number may stand: not near its ends, where lines meet. */
const shares = Array.from({ length: 15 }, (_, index) => 0.15 + index * 0.05)

/** For each line the place on it that is farthest from all other lines, so that a number there can mean only it. */
export function loneliestSpots(lines: readonly (readonly Path[])[]): [number, number][] {
  const candidates = lines.map((line) =>
    shares.map((share) => trimPath(line, share).at(-1)?.at(-1)).filter((spot) => spot !== undefined),
  )
  const everywhere = lines.map((line) => line.flat())
  return candidates.flatMap((spots, index) => {
    const others = everywhere.filter((_, other) => other !== index).flat()
    const alone = (spot: [number, number]) => Math.min(...others.map(([x, y]) => Math.hypot(spot[0] - x, spot[1] - y)))
    const best = spots.toSorted((one, other) => alone(other) - alone(one))[0]
    return best ? [best] : []
  })
}
