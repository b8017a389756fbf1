import type { Plugin } from 'vite'

/**
 * Keeps the parts of MapLibre that the atlas does not use out of the page.
 *
 * Where it is handed no engine, react-maplibre fetches the whole of it. The atlas always hands it one
 * (`web/map/atlas-map.tsx`), but the mere possibility makes the bundler keep every control: 7 kB of the first view.
 */
export function leanMap(): Plugin {
  return {
    name: 'lean-map',
    apply: 'build',
    transform: {
      filter: { id: /@vis\.gl\/react-maplibre\/dist\/components\/map\.js$/ },
      handler: (code) => {
        const lean = code.replace("import('maplibre-gl')", "Promise.reject(new Error('no map engine was handed over'))")
        if (lean === code) throw new Error('react-maplibre no longer imports the engine by itself: drop lean-map')
        return { code: lean, map: null }
      },
    },
  }
}
