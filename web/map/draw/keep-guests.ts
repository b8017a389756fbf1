import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl'

/**
 * Keeps the sources and layers that a drawing tool has added to the map itself through changes of the atlas' style.
 *
 * The atlas builds its whole style anew when a layer or the language changes, and MapLibre drops whatever the new
 * style does not name. So the new style is handed the guests of the old one, with their data, before the two are
 * compared: nothing of them differs, and MapLibre leaves them alone. They lie over everything else.
 *
 * @param prefix of the guests' ids
 * @returns an end to it
 */
export function keepGuests(map: MapLibreMap, prefix: string): () => void {
  const setStyle = map.setStyle.bind(map)
  const isGuest = (id: string) => id.startsWith(prefix)
  const keeping: MapLibreMap['setStyle'] = (style, options) =>
    setStyle(style, {
      ...options,
      transformStyle: (previous, next) => (previous ? withGuests(previous, next, isGuest) : next),
    })
  map.setStyle = keeping
  return () => {
    if (map.setStyle === keeping) map.setStyle = setStyle
  }
}

function withGuests(
  previous: StyleSpecification,
  next: StyleSpecification,
  isGuest: (id: string) => boolean,
): StyleSpecification {
  return {
    ...next,
    sources: {
      ...next.sources,
      ...Object.fromEntries(Object.entries(previous.sources).filter(([id]) => isGuest(id))),
    },
    layers: [...next.layers, ...previous.layers.filter(({ id }) => isGuest(id))],
  }
}
