/**
 * What a position and a line are while the basemap is made, and where a line begins and ends.
 */

export type LngLat = [lng: number, lat: number]

export type Line = LngLat[]

export function startOf(line: readonly LngLat[]): LngLat {
  return at(line, 0)
}

export function endOf(line: readonly LngLat[]): LngLat {
  return at(line, line.length - 1)
}

export function at(line: readonly LngLat[], index: number): LngLat {
  const position = line[index]
  if (!position) throw new Error(`a line of ${line.length} positions has none at ${index}`)
  return position
}

export function isClosed(line: readonly LngLat[]): boolean {
  return samePosition(startOf(line), endOf(line))
}

/** Each stretch of a line, from one position to the next. */
export function segmentsOf(line: readonly LngLat[]): [LngLat, LngLat][] {
  return line.slice(1).map((position, i) => [at(line, i), position])
}

export function samePosition(a: LngLat, b: LngLat): boolean {
  return a[0] === b[0] && a[1] === b[1]
}

export function withoutRepeats(line: readonly LngLat[]): Line {
  return line.filter((position, i) => i === 0 || !samePosition(position, at(line, i - 1)))
}
