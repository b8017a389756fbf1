import type { Layer } from '@deck.gl/core'
import { ArcLayer, ScatterplotLayer } from '@deck.gl/layers'
import { plan } from '../../theme/palette.ts'
import { thanhHoaCity } from '../show/arc-places.ts'
import { readFeatures } from './features.ts'
import { toRgba, underNames } from './anchors.ts'

interface Link {
  from: [number, number]
  to: [number, number]
  kind: string
}

/**
 * Arcs to the growth quadrilateral and Hủa Phăn, which the programme names, and to the neighbours for context; and
 * from the airport and the port of Nghi Sơn to the city, the ties that the programme wants stronger.
 */
export async function buildLinks(): Promise<Layer[]> {
  const [partners, ports, airports] = await Promise.all([
    readFeatures('links'),
    readFeatures('ports'),
    readFeatures('airports'),
  ])
  const points = partners.flatMap((feature) =>
    feature.geometry?.type === 'Point'
      ? [
          {
            feature,
            position: [feature.geometry.coordinates[0] ?? 0, feature.geometry.coordinates[1] ?? 0] as [number, number],
          },
        ]
      : [],
  )
  const inside = [...ports.filter((port) => port.id === 'nghi-son'), ...airports].flatMap((feature) =>
    feature.geometry?.type === 'Point'
      ? [[feature.geometry.coordinates[0] ?? 0, feature.geometry.coordinates[1] ?? 0] as [number, number]]
      : [],
  )
  const links: Link[] = [
    ...points.map(({ feature, position }) => ({ from: thanhHoaCity, to: position, kind: feature.properties.kind })),
    ...inside.map((from) => ({ from, to: thanhHoaCity, kind: 'inside' })),
  ]
  const color = (kind: string) =>
    kind === 'growth-quadrilateral' ? plan.corridor : kind === 'inside' ? plan.infrastructure : plan.services
  const anchor = { beforeId: underNames }
  return [
    new ArcLayer<Link>({
      ...anchor,
      id: 'links-arcs',
      data: links,
      getSourcePosition: (link) => link.from,
      getTargetPosition: (link) => link.to,
      getSourceColor: (link) => toRgba(color(link.kind), 230),
      getTargetColor: (link) => toRgba(color(link.kind), 130),
      getWidth: (link) => (link.kind === 'growth-quadrilateral' ? 3.5 : 2),
      getHeight: 0.35,
      greatCircle: false,
    }),
    new ScatterplotLayer<(typeof points)[number]>({
      ...anchor,
      id: 'links-ends',
      data: points,
      getPosition: ({ position }) => position,
      getRadius: 5,
      radiusUnits: 'pixels',
      stroked: true,
      getFillColor: [255, 255, 255, 255],
      getLineColor: toRgba(plan.services, 255),
      getLineWidth: 2,
      lineWidthUnits: 'pixels',
    }),
  ]
}
