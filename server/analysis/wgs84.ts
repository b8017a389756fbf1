/**
 * Which numbers describe the WGS 84 ellipsoid, and how much area lies below a latitude.
 *
 * Formulas: J. P. Snyder, Map Projections: A Working Manual (USGS 1395), equations 3-11, 3-12, 3-16.
 */

/** Semi-major axis, metres. */
export const semiMajorAxisMeters = 6378137
export const flattening = 1 / 298.257223563
const eccentricitySquared = flattening * (2 - flattening)
const eccentricity = Math.sqrt(eccentricitySquared)

export const radiansPerDegree = Math.PI / 180

/**
 * q(φ), without unit: the zone from the equator to the latitude has the area a²·Δλ·q/2.
 *
 * @param sine of the geodetic latitude
 */
export function authalicQ(sine: number): number {
  const es = eccentricity * sine
  return (1 - eccentricitySquared) * (sine / (1 - es * es) + Math.atanh(es) / eccentricity)
}

export const authalicQAtPole = authalicQ(1)

/** Radius of the sphere with the area of the ellipsoid, metres. */
export const authalicRadiusMeters = semiMajorAxisMeters * Math.sqrt(authalicQAtPole / 2)

/** Sine of the authalic latitude: the latitude on the equal-area sphere. */
export function authalicSine(latitudeDegrees: number): number {
  return authalicQ(Math.sin(latitudeDegrees * radiansPerDegree)) / authalicQAtPole
}

/** The geodetic latitude in radians of a given q, by Newton's method to the last bits. */
export function latitudeOfQ(q: number): number {
  let latitude = Math.asin(Math.max(-1, Math.min(1, q / 2)))
  for (let i = 0; i < 12; i++) {
    const sine = Math.sin(latitude)
    const w = 1 - eccentricitySquared * sine * sine
    const step = ((q - authalicQ(sine)) * w * w) / (2 * (1 - eccentricitySquared) * Math.cos(latitude))
    latitude += step
    if (Math.abs(step) < 1e-15) break
  }
  return latitude
}

/** Radius of the parallel over the semi-major axis divided by cos φ: 1/√(1 − e² sin² φ). */
export function primeVerticalFactor(sine: number): number {
  return 1 / Math.sqrt(1 - eccentricitySquared * sine * sine)
}
