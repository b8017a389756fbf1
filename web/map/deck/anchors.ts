/** Where deck.gl's drawings go in the stack of style layers, and colours as it wants them. */

/** Halos lie over the areas and under every line, badge and name. */
export const underLines = 'base/neighbours'
/** Arcs and columns stand above the lines and under the names. */
export const underNames = 'base/neighbour-names'

export function toRgba(hex: string, alpha: number): [number, number, number, number] {
  const channel = (start: number) => Number.parseInt(hex.slice(start, start + 2), 16)
  return [channel(1), channel(3), channel(5), alpha]
}
