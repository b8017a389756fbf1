import type { Language } from '../../state/atlas-state.ts'
import { base } from '../../theme/palette.ts'
import { fonts } from '../../layers/parts.ts'
import { arcsBetween, type ArcPlace } from '../show/arc-places.ts'
import type { MapExtra } from './extra.ts'

/** The names of the places that arcs join, each on the side where the fewest arcs come in and there is room. */
export function arcNamesExtra(places: readonly [ArcPlace, ...ArcPlace[]], language: Language): MapExtra {
  const { spokes, ring } = arcsBetween(places)
  const [home] = places
  const arcs = [...spokes, ...ring]
  return {
    id: 'arc-names',
    sources: {
      'arc-names': {
        type: 'geojson',
        data: {
          type: 'FeatureCollection',
          features: places.map((place, index) => ({
            type: 'Feature',
            properties: { index, name: language === 'vi' ? place.name_vi : place.name_en },
            geometry: { type: 'Point', coordinates: place.position },
          })),
        },
      },
    },
    // The last gets its room first: the province's own city.
    layers: places
      .map((place, index) => ({ place, index }))
      .toReversed()
      .map(({ place, index }) => ({
        slot: 'name',
        style: {
          id: `arc-names/${index}`,
          type: 'symbol',
          source: 'arc-names',
          filter: ['==', ['get', 'index'], index],
          layout: {
            'text-field': ['get', 'name'],
            'text-font': fonts.bold,
            'text-size': place === home ? 20 : 16.5,
            'text-max-width': 20,
            'text-variable-anchor-offset': anchorsAwayFrom(arcs.flatMap((arc) => toOther(place, arc))),
            'text-justify': 'auto',
          },
          paint: { 'text-color': base.text, 'text-halo-color': '#ffffff', 'text-halo-width': 2.2 },
        },
      })),
  }
}

/** Arcs rise: on a map seen from the side they leave a place higher than a straight line would. */
const rise = 0.35

/** The direction in which an arc leaves a place, in degrees from east, counterclockwise. */
function toOther(place: ArcPlace, [from, to]: readonly [ArcPlace, ArcPlace]): number[] {
  const other = from === place ? to : to === place ? from : null
  if (!other) return []
  const [x, y] = [
    (other.position[0] - place.position[0]) * Math.cos((place.position[1] * Math.PI) / 180),
    other.position[1] - place.position[1],
  ]
  return [(Math.atan2(y + rise * Math.hypot(x, y), x) * 180) / Math.PI]
}

type Anchor = 'left' | 'bottom-left' | 'bottom' | 'bottom-right' | 'right' | 'top-right' | 'top' | 'top-left'

/** A name that stands to the east of its place is held at its left, and so on counterclockwise. */
const sides: readonly (readonly [anchor: Anchor, offset: [number, number]])[] = [
  ['left', [0.8, 0]],
  ['bottom-left', [0.55, -0.45]],
  ['bottom', [0, -0.7]],
  ['bottom-right', [-0.55, -0.45]],
  ['right', [-0.8, 0]],
  ['top-right', [-0.55, 0.45]],
  ['top', [0, 0.7]],
  ['top-left', [0.55, 0.45]],
]

/** The sides of a place from the emptiest to the fullest; `arcs`: in which directions something leaves it. */
export function anchorsAwayFrom(arcs: readonly number[]): (Anchor | [number, number])[] {
  const free = (index: number) => Math.min(180, ...arcs.map((arc) => apart(index * 45, arc)))
  return sides
    .map((side, index) => ({ side, room: free(index) }))
    .toSorted((one, other) => other.room - one.room)
    .flatMap(({ side: [anchor, offset] }) => [anchor, offset])
}

function apart(one: number, other: number): number {
  const turn = Math.abs(((one - other) % 360) + 360) % 360
  return Math.min(turn, 360 - turn)
}
