declare module 'polylabel' {
  /** The point inside a polygon that is furthest from its edge. */
  export default function polylabel(polygon: number[][][], precision?: number): number[] & { distance: number }
}
