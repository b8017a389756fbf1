import type { Language } from '../../state/atlas-state.ts'
import { besideBadge, whenActive } from '../../layers/parts.ts'
import type { MapExtra } from './extra.ts'

/** One park as the investor's mode marks it on the map. */
export interface ParkMark {
  id: string
  kind: 'park' | 'later-park'
  name_vi: string
  name_en: string
  position: [number, number]
  /** Out by a limit, or not among the compared. */
  isDimmed: boolean
  isUncertain: boolean
  isKept: boolean
  /** Its place in the ranking, or its letter in the comparison; empty: none. */
  label: string
  /** Of the label's disc; null: the colour of parks. */
  color: string | null
}

/**
 * Parks while somebody chooses among them: out of the running is small and grey, in the running is full (hatched where
 * a limit runs through its range), kept has a gold ring; ranked and compared ones carry their number or letter. Colour
 * never says it alone: the list says the same in words.
 */
export function parksExtra(marks: readonly ParkMark[], language: Language): MapExtra {
  const features = marks.map((mark) => ({
    type: 'Feature' as const,
    properties: {
      featureId: mark.id,
      of: mark.kind === 'park' ? 'parks' : 'later-parks',
      name_vi: mark.name_vi,
      name_en: mark.name_en,
      name: withoutZone(language === 'en' ? mark.name_en : mark.name_vi),
      dimmed: mark.isDimmed,
      uncertain: mark.isUncertain,
      kept: mark.isKept,
      label: mark.label,
      color: mark.color ?? industrial,
    },
    geometry: { type: 'Point' as const, coordinates: mark.position },
  }))
  return {
    id: 'parks-in-play',
    hides: ['parks/badge', 'parks/name', 'later-parks/badge', 'later-parks/name'],
    sources: {
      'parks-in-play': { type: 'geojson', promoteId: 'featureId', data: { type: 'FeatureCollection', features } },
    },
    layers: [
      {
        slot: 'name',
        style: {
          id: 'parks-in-play/name',
          type: 'symbol',
          source: 'parks-in-play',
          filter: ['!', ['get', 'dimmed']],
          minzoom: 8,
          layout: {
            'text-field': ['get', 'name'],
            'text-font': ['Noto Sans SemiBold'],
            'text-size': ['interpolate', ['linear'], ['zoom'], 8, 10.5, 12, 13],
            'text-max-width': 9,
            'text-variable-anchor-offset': besideBadge(1.7),
            'text-justify': 'auto',
            'text-padding': 2,
          },
          paint: {
            'text-color': industrial,
            'text-halo-color': '#ffffff',
            'text-halo-width': 1.7,
            'text-halo-blur': 0.4,
          },
        },
      },
      {
        slot: 'mark',
        style: {
          id: 'parks-in-play/pointed',
          type: 'circle',
          source: 'parks-in-play',
          paint: {
            'circle-radius': 20,
            'circle-color': accent,
            'circle-opacity': whenActive(0.22, 0),
            'circle-stroke-width': 2.5,
            'circle-stroke-color': accent,
            'circle-stroke-opacity': whenActive(1, 0),
          },
        },
      },
      {
        slot: 'mark',
        style: {
          id: 'parks-in-play/ring',
          type: 'circle',
          source: 'parks-in-play',
          filter: ['get', 'kept'],
          paint: {
            'circle-radius': 15,
            'circle-color': '#ffd766',
            'circle-opacity': 0.55,
            'circle-stroke-width': 2,
            'circle-stroke-color': '#8a6100',
          },
        },
      },
      {
        slot: 'mark',
        picks: true,
        style: {
          id: 'parks-in-play/dimmed',
          type: 'symbol',
          source: 'parks-in-play',
          filter: ['get', 'dimmed'],
          layout: {
            'icon-image': `icon|factory|${grey}|planned`,
            'icon-size': 0.6,
            'icon-allow-overlap': true,
            'icon-ignore-placement': true,
          },
          paint: { 'icon-opacity': 0.55 },
        },
      },
      {
        slot: 'mark',
        picks: true,
        style: {
          id: 'parks-in-play/badge',
          type: 'symbol',
          source: 'parks-in-play',
          filter: ['all', ['==', ['get', 'label'], ''], ['!', ['get', 'dimmed']]],
          layout: {
            'icon-image': [
              'case',
              ['get', 'uncertain'],
              `icon|factory|${industrial}|planned`,
              `icon|factory|${industrial}|existing`,
            ],
            'icon-size': 0.95,
            'icon-allow-overlap': true,
          },
        },
      },
      {
        slot: 'mark',
        picks: true,
        style: {
          id: 'parks-in-play/disc',
          type: 'circle',
          source: 'parks-in-play',
          filter: ['!=', ['get', 'label'], ''],
          paint: {
            'circle-radius': 12,
            'circle-color': ['case', ['get', 'uncertain'], '#ffffff', ['get', 'color']],
            'circle-stroke-width': 2.5,
            'circle-stroke-color': ['case', ['get', 'uncertain'], ['get', 'color'], '#ffffff'],
          },
        },
      },
      {
        slot: 'mark',
        style: {
          id: 'parks-in-play/label',
          type: 'symbol',
          source: 'parks-in-play',
          filter: ['!=', ['get', 'label'], ''],
          layout: {
            'text-field': ['get', 'label'],
            'text-font': ['Noto Sans SemiBold'],
            'text-size': 13,
            'text-allow-overlap': true,
            // As wide as its disc, so that names keep clear of that.
            'text-padding': 8,
          },
          paint: { 'text-color': ['case', ['get', 'uncertain'], ['get', 'color'], '#ffffff'] },
        },
      },
    ],
  }
}

/** The zone names itself on the map; a park in it has its number beside its badge. */
function withoutZone(name: string): string {
  return name.replace(/(, Nghi Sơn Economic Zone| - KKT Nghi Sơn)$/, '')
}

const industrial = '#882255'
const accent = '#b5380a'
const grey = '#7d786f'
