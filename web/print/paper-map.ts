/**
 * Where a place lies on the paper: the map in Web Mercator, at a scale that is off by the same share at the upper and
 * the lower edge of the frame, and true close to its middle.
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
  /** Where the scale is true, in degrees. */
  trueLatitude: number
  /** Metres on Mercator's plane for a millimetre of paper, eastwards and northwards. */
  mercatorPerMm: { x: number; y: number }
}

/** How far a printed map may be off its scale before that has to be said beforehand. */
export const scaleTolerance = 0.005

const semiMajorAxis = 6_378_137
const eccentricitySquared = 0.00669437999014
const radians = Math.PI / 180

export function makePaperMap(input: PaperMapInput): PaperMap {
  const { center, scale, widthMm, heightMm } = input
  const trueLatitude = balancedLatitude(center[1], (heightMm * scale) / 1000)
  const { east, north } = stretchAt(trueLatitude)
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
    trueLatitude,
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

/**
 * The latitude whose stretch is the mean of the least and the most in a frame so many metres high. Mercator stretches
 * faster and faster towards the pole, so that it lies a little beyond the middle.
 */
function balancedLatitude(middle: number, heightMeters: number): number {
  const middleY = toMercator([0, middle])[1]
  let latitude = middle
  // The frame's edges depend on the latitude looked for, but so little that the second round changes millimetres.
  for (let round = 0; round < 3; round++) {
    const half = (heightMeters * stretchAt(latitude).north) / 2
    const edges = [middleY - half, middleY + half].map((y) => fromMercator([0, y])[1])
    const sizes = edges.map(Math.abs)
    let [low, high] = [edges.some((edge) => edge * middle <= 0) ? 0 : Math.min(...sizes), Math.max(...sizes)]
    const mean = (stretchAt(low).north + stretchAt(high).north) / 2
    for (let step = 0; step < 40; step++) {
      const between = (low + high) / 2
      if (stretchAt(between).north < mean) low = between
      else high = between
    }
    latitude = middle < 0 ? -low : low
  }
  return latitude
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
