/**
 * How far the one of several things is that come one after the other: each takes a `part` of the whole time, the
 * first begins at 0, the last ends at 1, and each starts and stops gently.
 */
export function staggered(progress: number, index: number, count: number, part: number): number {
  const start = count > 1 ? (index / (count - 1)) * (1 - part) : 0
  return ease(Math.min(1, Math.max(0, (progress - start) / (count > 1 ? part : 1))))
}

export function ease(share: number): number {
  return share * share * (3 - 2 * share)
}
