import type { HtmlTagDescriptor, Plugin } from 'vite'

/**
 * Lets the browser fetch what the map is made of while it still reads the page's own script: the map's script, its
 * worker and its letters, named in the HTML, at low priority, so that on a slow network the panel and its words
 * still come first. Otherwise each of them would be asked for only when the one before has run.
 */
export function preloadMap(): Plugin {
  return {
    name: 'preload-map',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) => {
        const parts = Object.values(bundle)
        const chunks = parts.filter((part) => part.type === 'chunk')
        const map = chunks.find((chunk) => chunk.facadeModuleId?.endsWith('web/map/atlas-map.tsx'))
        const named = new Set(chunks.filter((chunk) => chunk.isEntry).flatMap((entry) => entry.imports))
        const scripts = (map ? [map.fileName, ...map.imports] : []).filter((file) => !named.has(file))
        const assets = parts.flatMap((part) => (part.type === 'asset' ? [part.fileName] : []))
        const workers = assets.filter((file) => /\/maplibre-gl-worker-.*\.mjs$/.test(file))
        const letters = assets.filter((file) => /\/noto-sans-(latin|vietnamese)-.*\.woff2$/.test(file))
        return [
          ...[...scripts, ...workers].map((file) => toLink(file, { rel: 'modulepreload' })),
          ...letters.map((file) => toLink(file, { rel: 'preload', as: 'fetch' })),
        ]
      },
    },
  }
}

function toLink(file: string, attributes: Record<string, string>): HtmlTagDescriptor {
  return {
    tag: 'link',
    attrs: { ...attributes, crossorigin: true, fetchpriority: 'low', href: `./${file}` },
    injectTo: 'head',
  }
}
