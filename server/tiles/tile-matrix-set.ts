/**
 * The WebMercatorQuad grid as OGC's Two Dimensional Tile Matrix Set standard (17-083r4) writes it.
 */
export const tileMatrixSetId = 'WebMercatorQuad'
export const tileMatrixSetUri = 'http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad'
export const webMercatorUri = 'http://www.opengis.net/def/crs/EPSG/0/3857'

const halfTheWorldMeters = 20_037_508.342_789_2
const tileSize = 256
/** Standardised rendering pixel of 0.28 mm. */
const pixelMeters = 0.000_28

export function tileMatrixSet(largestZoom: number) {
  return {
    id: tileMatrixSetId,
    title: 'Google Maps Compatible for the World',
    uri: tileMatrixSetUri,
    crs: webMercatorUri,
    orderedAxes: ['X', 'Y'],
    wellKnownScaleSet: 'http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible',
    tileMatrices: Array.from({ length: largestZoom + 1 }, (_, zoom) => {
      const cellSize = (2 * halfTheWorldMeters) / (tileSize * 2 ** zoom)
      return {
        id: String(zoom),
        scaleDenominator: cellSize / pixelMeters,
        cellSize,
        cornerOfOrigin: 'topLeft',
        pointOfOrigin: [-halfTheWorldMeters, halfTheWorldMeters],
        tileWidth: tileSize,
        tileHeight: tileSize,
        matrixWidth: 2 ** zoom,
        matrixHeight: 2 ** zoom,
      }
    }),
  }
}
