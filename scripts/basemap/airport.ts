/**
 * What the airport package says of Thọ Xuân airport (VVTX).
 *
 * Its elevation is wrong (over 1,400 m; the national AIP says 19 m) and is left out.
 */
import { createRequire } from 'node:module'

interface AirportRow {
  iata: string
  icao: string
  airport: string
  latitude: number
  longitude: number
  type: string
  runway_length: number
}

interface AirportPackage {
  getAirportByIcao(icao: string): Promise<AirportRow[]>
}

export interface BasemapAirport {
  id: string
  originId: 'ourairports'
  name_vi: string
  name_en: string
  iata: string
  icao: string
  lon: number
  lat: number
  /** Longest runway, as the package gives it in feet. */
  runwayLengthFeet: number
}

export async function extractAirport(packagePath: string): Promise<BasemapAirport> {
  const airports = createRequire(import.meta.url)(packagePath) as AirportPackage
  const [row] = await airports.getAirportByIcao('VVTX')
  if (!row) throw new Error(`${packagePath}: no airport VVTX`)
  return {
    id: 'airport-tho-xuan',
    originId: 'ourairports',
    name_vi: 'Cảng hàng không Thọ Xuân',
    name_en: row.airport,
    iata: row.iata,
    icao: row.icao,
    lon: row.longitude,
    lat: row.latitude,
    runwayLengthFeet: row.runway_length,
  }
}
