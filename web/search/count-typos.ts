/**
 * How many slips of the finger lie between two words: a letter missing, added, changed, or two swapped?
 *
 * Stops counting above `limit` and answers `limit + 1`.
 */
export function countTypos(typed: string, named: string, limit: number): number {
  if (Math.abs(typed.length - named.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: named.length + 1 }, (_, index) => index)
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= named.length; column += 1) {
      const changed = typed[row - 1] === named[column - 1] ? 0 : 1
      let cost = Math.min(
        (last[column] ?? Infinity) + 1,
        (current[column - 1] ?? Infinity) + 1,
        (last[column - 1] ?? Infinity) + changed,
      )
      if (typed[row - 1] === named[column - 2] && typed[row - 2] === named[column - 1])
        cost = Math.min(cost, (beforeLast[column - 2] ?? Infinity) + 1)
      current.push(cost)
    }
    if (Math.min(...current) > limit) return limit + 1
    beforeLast = last
    last = current
  }
  return last[named.length] ?? limit + 1
}
