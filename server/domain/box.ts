/** A rectangle of longitudes and latitudes. West lies above east where it crosses the 180th meridian. */
export type Box = readonly [west: number, south: number, east: number, north: number]
