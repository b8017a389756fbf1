/**
 * Every colour of the map, by what it means.
 *
 * The plan's hues are Paul Tol's "muted" scheme (https://personal.sron.nl/~pault/), which readers with
 * colour-vision deficiencies tell apart; `palette.test.ts` measures the worst pair as composited.
 */
export const plan = {
  corridor: '#c2410c',
  industrial: '#882255',
  urban: '#cc6677',
  services: '#aa4499',
  agriculture: '#ddcc77',
  water: '#88ccee',
  coast: '#44aa99',
  infrastructure: '#332288',
  centre: '#e0a000',
} as const

/** How strongly an area's colour covers the ground: enough to be told apart, little enough to read names on. */
export const areaOpacity = { zone: 0.34, centre: 0.32 } as const

export const base = {
  sea: '#bfdae6',
  seaGlow: '#dcebf1',
  land: '#e9e6dd',
  province: '#fbf9f3',
  provinceEdge: '#8c7b66',
  provinceBand: '#d8c7ad',
  districtEdge: '#b3a793',
  communeEdge: '#d3cabb',
  neighbourEdge: '#c2baab',
  river: '#86b7cc',
  coast: '#5b93a8',
  text: '#2b2a27',
  textSoft: '#6d675d',
  textSea: '#4f8399',
  halo: '#ffffff',
  noData: '#9a958c',
} as const

/** How a composited colour looks: `foreground` over `background` at `opacity` (sRGB source-over, as the map paints). */
export function composite(foreground: string, background: string, opacity: number): string {
  const over = parse(background)
  const mixed = parse(foreground).map((channel, index) =>
    Math.round(channel * opacity + (over[index] ?? 0) * (1 - opacity)),
  )
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

function parse(hex: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16))
}
