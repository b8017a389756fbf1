import type { Plugin } from 'vite'

/**
 * Lets the browser fetch the map's script while it still reads the page's own: named in the HTML, at low
 * priority, so that on a slow network the panel and its words still come first.
 */
export function preloadMap(): Plugin {
  return {
    name: 'preload-map',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) => {
        const chunks = Object.values(bundle).filter((part) => part.type === 'chunk')
        const map = chunks.find((chunk) => chunk.facadeModuleId?.endsWith('web/map/atlas-map.tsx'))
        const named = new Set(chunks.filter((chunk) => chunk.isEntry).flatMap((entry) => entry.imports))
        const wanted = map ? [map.fileName, ...map.imports] : []
        return wanted
          .filter((file) => !named.has(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, fetchpriority: 'low', href: `./${file}` },
            injectTo: 'head' as const,
          }))
      },
    },
  }
}
