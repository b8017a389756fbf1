/**
 * The classes of the map of distances to the nearest corridor, near to far: matplotlib's viridis, whose steps stay
 * apart for readers with colour-vision deficiencies; `palette.test.ts` measures them as composited.
 */
export const distanceClasses = [
  { untilKilometers: 5, color: '#fde725' },
  { untilKilometers: 10, color: '#5ec962' },
  { untilKilometers: 20, color: '#21918c' },
  { untilKilometers: 30, color: '#3b528b' },
  { untilKilometers: Infinity, color: '#440154' },
] as const

/** How strongly a hexagon covers the ground. */
export const distanceOpacity = 0.85

/** Position in the list of classes. */
export function distanceClassOf(meters: number): number {
  return distanceClasses.findIndex(({ untilKilometers }) => meters < untilKilometers * 1000)
}
