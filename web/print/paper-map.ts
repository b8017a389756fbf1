/**
 * Where a place lies on the paper: the map in Web Mercator, at a scale that is true in the middle of the frame.
 *
 * Mercator's tiles are made on a sphere, so on the ellipsoid they are stretched by a/(N cos φ) from west to east and
 * by a/(M cos φ) from south to north: at 20° a difference of 0.6 %. Both are taken out here, at the latitude of the
 * middle, and what remains grows with the distance from it: 0.2 % at the edge of an A3 sheet at 1:250,000.
 * Formulas: Snyder, Map Projections (USGS PP 1395), 7-1 to 7-9 and 4-20, 4-21.
 */
type Position = readonly [longitude: number, latitude: number]
/** Millimetres from the top left corner of the map frame. */
export type PaperPoint = readonly [x: number, y: number]

export interface PaperMapInput {
  center: Position
  /** 250000 for 1:250,000. */
  scale: number
  widthMm: number
  heightMm: number
}

export interface PaperMap extends PaperMapInput {
  toPaper: (position: Position) => PaperPoint
  toPosition: (point: PaperPoint) => [longitude: number, latitude: number]
  /** The frame on the ground: its corners from the north west clockwise. */
  corners: readonly [Position, Position, Position, Position]
  /** How far the scale is off at the upper and lower edge: 0.002 is 0.2 %. */
  scaleErrorAtEdge: number
  /** Metres on Mercator's plane for a millimetre of paper, eastwards and northwards. */
  mercatorPerMm: { x: number; y: number }
}

const semiMajorAxis = 6_378_137
const eccentricitySquared = 0.00669437999014
const radians = Math.PI / 180

export function makePaperMap(input: PaperMapInput): PaperMap {
  const { center, scale, widthMm, heightMm } = input
  const { east, north } = stretchAt(center[1])
  const mercatorPerMm = { x: (scale / 1000) * east, y: (scale / 1000) * north }
  const [middleX, middleY] = toMercator(center)
  const toPaper = (position: Position): PaperPoint => {
    const [x, y] = toMercator(position)
    return [widthMm / 2 + (x - middleX) / mercatorPerMm.x, heightMm / 2 - (y - middleY) / mercatorPerMm.y]
  }
  const toPosition = ([x, y]: PaperPoint): [number, number] =>
    fromMercator([middleX + (x - widthMm / 2) * mercatorPerMm.x, middleY - (y - heightMm / 2) * mercatorPerMm.y])
  const corners = [
    toPosition([0, 0]),
    toPosition([widthMm, 0]),
    toPosition([widthMm, heightMm]),
    toPosition([0, heightMm]),
  ] as const
  const errorAt = (latitude: number) => Math.abs(stretchAt(latitude).north / north - 1)
  return {
    ...input,
    toPaper,
    toPosition,
    corners,
    mercatorPerMm,
    scaleErrorAtEdge: Math.max(errorAt(corners[0][1]), errorAt(corners[2][1])),
  }
}

/** The camera that shows the frame on a map of so many screen pixels to the millimetre. */
export function toView({ center, widthMm, heightMm, mercatorPerMm }: PaperMap, pixelsPerMm: number) {
  const worldPixels = (2 * Math.PI * semiMajorAxis * pixelsPerMm) / mercatorPerMm.x
  return {
    center,
    zoom: Math.log2(worldPixels / 512),
    width: widthMm * pixelsPerMm,
    // The picture is a little higher than its place on the paper, which takes the stretch out.
    height: (heightMm * pixelsPerMm * mercatorPerMm.y) / mercatorPerMm.x,
  }
}

/** How much longer Mercator's plane is than the ellipsoid, eastwards and northwards. */
export function stretchAt(latitude: number): { east: number; north: number } {
  const sine = Math.sin(latitude * radians)
  const root = Math.sqrt(1 - eccentricitySquared * sine ** 2)
  const inverseCosine = 1 / Math.cos(latitude * radians)
  return { east: inverseCosine * root, north: (inverseCosine * root ** 3) / (1 - eccentricitySquared) }
}

function toMercator([longitude, latitude]: Position): [number, number] {
  return [
    semiMajorAxis * longitude * radians,
    semiMajorAxis * Math.log(Math.tan(Math.PI / 4 + (latitude * radians) / 2)),
  ]
}

function fromMercator([x, y]: [number, number]): [number, number] {
  return [x / semiMajorAxis / radians, (2 * Math.atan(Math.exp(y / semiMajorAxis)) - Math.PI / 2) / radians]
}
