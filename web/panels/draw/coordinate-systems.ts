/** WGS 84 with latitude first; the cadastral grid east first and, as surveyors write it, north first; UTM. */
export const coordinateSystems = ['wgs84', '5897-en', '5897-ne', '3405'] as const
export type CoordinateSystem = (typeof coordinateSystems)[number]
