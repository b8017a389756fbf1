import type { ExportSystem } from './export-formats.ts'

/**
 * Well-known text of the systems a file can be written in, with the seven parameters of Decision
 * 05/2007/QĐ-BTNMT in VN-2000: programs that do not know them by heart then place the file right.
 */
const wgs84Spheroid = 'SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]]'
const degrees =
  'PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]]'
const vn2000 = `GEOGCS["VN-2000",DATUM["Vietnam_2000",${wgs84Spheroid},TOWGS84[-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278],AUTHORITY["EPSG","6756"]],${degrees},AUTHORITY["EPSG","4756"]]`

function grid(name: string, scale: number, code: number): string {
  return `PROJCS["${name}",${vn2000},PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",105],PARAMETER["scale_factor",${scale}],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AUTHORITY["EPSG","${code}"]]`
}

export const definitions: Record<ExportSystem, { name: string; wkt: string }> = {
  'EPSG:4326': {
    name: 'WGS 84',
    wkt: `GEOGCS["WGS 84",DATUM["WGS_1984",${wgs84Spheroid},AUTHORITY["EPSG","6326"]],${degrees},AUTHORITY["EPSG","4326"]]`,
  },
  'EPSG:5897': { name: 'VN-2000 / TM-3 105-00', wkt: grid('VN-2000 / TM-3 105-00', 0.9999, 5897) },
  'EPSG:3405': { name: 'VN-2000 / UTM zone 48N', wkt: grid('VN-2000 / UTM zone 48N', 0.9996, 3405) },
}
