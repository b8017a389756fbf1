import { ArcLayer, ScatterplotLayer, TextLayer } from '@deck.gl/layers'
import type { Language } from '../../state/atlas-state.ts'
import { plan } from '../../theme/palette.ts'
import { toRgba, underNames } from '../deck/anchors.ts'
import type { Animation } from '../deck/drawing.ts'
import { readFeatures } from '../deck/features.ts'
import { thanhHoaCity } from '../deck/links.ts'
import { ease, staggered } from './staggered.ts'

interface Place {
  position: [number, number]
  name: string
}
type Arc = [from: Place, to: Place]

/** Arcs that grow from the city to places beyond the province, and a finer ring through them all. */
export async function drawArcs(ids: readonly string[], language: Language, isStill: boolean): Promise<Animation> {
  const links = await readFeatures('links')
  const home: Place = { position: thanhHoaCity, name: 'Thanh Hóa' }
  const places = ids.flatMap((id): Place[] => {
    const link = links.find((one) => one.id === id)
    const shape = link?.geometry
    if (!link || shape?.type !== 'Point') return []
    const { name_vi, name_en } = link.properties
    const [longitude = 0, latitude = 0] = shape.coordinates
    return [{ position: [longitude, latitude], name: language === 'vi' ? name_vi : name_en }]
  })
  const spokes = places.map((place): Arc => [home, place])
  const ring = places.slice(1).map((place, index): Arc => [places[index] ?? place, place])
  const all = [home, ...places]
  return {
    milliseconds: isStill ? 0 : 1700,
    at: (progress) => {
      const grown = (arcs: readonly Arc[], late: number) =>
        arcs.map(([from, to], index) => {
          const share = staggered(Math.max(0, (progress - late) / (1 - late)), index, arcs.length, 0.6)
          return { from: from.position, to: between(from.position, to.position, share), share }
        })
      const arcs = (id: string, data: ReturnType<typeof grown>, width: number, color: string) => {
        const props = {
          id: `show-arcs-${id}`,
          data: data.filter(({ share }) => share > 0),
          beforeId: underNames,
          getSourcePosition: (arc: (typeof data)[number]) => arc.from,
          getTargetPosition: (arc: (typeof data)[number]) => arc.to,
          getSourceColor: toRgba(color, 255),
          getTargetColor: toRgba(color, 210),
          getWidth: width,
          getHeight: 0.28,
          getTilt: 0,
        }
        return new ArcLayer(props)
      }
      const shown = ease(Math.min(1, progress * 1.6))
      const dots = {
        id: 'show-arcs-places',
        data: all,
        beforeId: underNames,
        getPosition: (place: Place) => place.position,
        getRadius: (place: Place) => (place === home ? 11 : 8) * shown,
        radiusUnits: 'pixels' as const,
        stroked: true,
        getFillColor: (place: Place): [number, number, number, number] =>
          place === home ? toRgba(plan.corridor, 255) : [255, 255, 255, 255],
        getLineColor: toRgba(plan.corridor, 255),
        getLineWidth: 3,
        lineWidthUnits: 'pixels' as const,
        updateTriggers: { getRadius: shown },
      }
      return [
        arcs('ring', grown(ring, 0.4), 2.5, plan.corridor),
        arcs('spokes', grown(spokes, 0), 5, plan.corridor),
        new ScatterplotLayer<Place>(dots),
        new TextLayer<Place>({
          id: 'show-arcs-names',
          data: all,
          getPosition: (place) => place.position,
          getText: (place) => place.name,
          getSize: (place) => (place === home ? 30 : 24),
          getPixelOffset: (place) => [place === home ? -20 : 16, 0],
          getTextAnchor: (place) => (place === home ? 'end' : 'start'),
          fontFamily: 'Be Vietnam Pro, Noto Sans, sans-serif',
          fontWeight: 600,
          characterSet: 'auto',
          getColor: [29, 43, 47, Math.round(255 * shown)],
          fontSettings: { sdf: true, fontSize: 64, buffer: 8 },
          outlineWidth: 4,
          outlineColor: [255, 255, 255, 255],
        }),
      ]
    },
  }
}

function between(from: [number, number], to: [number, number], share: number): [number, number] {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
}
