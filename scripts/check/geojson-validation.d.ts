declare module 'geojson-validation' {
  /** True or false; with `trace`, what is wrong in words (an empty list when nothing is). */
  export function isFeature(feature: unknown, trace: true): string[]
}
