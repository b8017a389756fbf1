import type { Layer, PickingInfo } from '@deck.gl/core'
import { PolygonLayer } from '@deck.gl/layers'
import type { DistanceMap } from '../../../server/domain/coverage.ts'
import { distanceClasses, distanceClassOf, distanceOpacity } from '../../theme/distance-classes.ts'
import { toRgba, underLines } from './anchors.ts'

type Hexagon = DistanceMap['hexagons'][number]

/** Where on the page the pointer is, and over which hexagon. */
export interface PointedHexagon {
  hexagon: Hexagon
  x: number
  y: number
}

/** A hexagon for each piece of land, coloured by its distance to the nearest corridor; under all lines and names. */
export function buildHexagons({ hexagons }: DistanceMap, onPoint: (pointed: PointedHexagon | null) => void): Layer[] {
  const alpha = Math.round(distanceOpacity * 255)
  const colors = distanceClasses.map(({ color }) => toRgba(color, alpha))
  const transparent = toRgba('#ffffff', 0)
  const anchor = { beforeId: underLines }
  return [
    new PolygonLayer<Hexagon>({
      ...anchor,
      id: 'distance-hexagons',
      data: hexagons,
      getPolygon: ({ ring }) => ring,
      getFillColor: ({ distanceMeters }) => colors[distanceClassOf(distanceMeters.value)] ?? transparent,
      stroked: false,
      pickable: true,
      onHover: ({ object, x, y }: PickingInfo<Hexagon>) => onPoint(object ? { hexagon: object, x, y } : null),
    }),
  ]
}
