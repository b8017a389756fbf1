/**
 * Numbers rounded so that they add up to their rounded sum, as readers who check a table expect.
 *
 * All are rounded down first; what is then missing goes to those that lost most. None is off by a whole unit.
 *
 * @param decimals places after the point that are kept
 */
export function roundToSum(values: readonly number[], decimals = 0): number[] {
  const unit = 10 ** decimals
  const scaled = values.map((value) => value * unit)
  const floors = scaled.map(Math.floor)
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  const missing = Math.round(sum(scaled)) - sum(floors)
  const lost = scaled.map((value, i) => ({ i, by: value - (floors[i] ?? 0) })).toSorted((a, b) => b.by - a.by)
  for (const { i } of lost.slice(0, Math.max(0, missing))) floors[i] = (floors[i] ?? 0) + 1
  return floors.map((value) => value / unit)
}
