import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'

type OutputBundle = Rolldown.OutputBundle

/**
 * Lets the browser fetch what the map is made of while it still reads the page's own script: the map's script, its
 * worker and its letters, named in the HTML, at low priority, so that on a slow network the panel and its words
 * still come first. Otherwise each of them would be asked for only when the one before has run.
 *
 * Not on a phone: there `web/main.tsx` decides whether the map or the list of parks comes first.
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
        const entries = chunks.filter((chunk) => chunk.isEntry).map(({ fileName }) => fileName)
        const named = withImports(entries, bundle)
        const scripts = [...withImports(map ? [map.fileName] : [], bundle)].filter((file) => !named.has(file))
        const assets = parts.flatMap((part) => (part.type === 'asset' ? [part.fileName] : []))
        const workers = assets.filter((file) => /\/maplibre-gl-worker-.*\.js$/.test(file))
        const letters = assets.filter((file) => /\/noto-sans-(latin|vietnamese)-.*\.woff2$/.test(file))
        return [
          ...[...scripts, ...workers].map((file) => toLink(file, { rel: 'modulepreload' })),
          ...letters.map((file) => toLink(file, { rel: 'preload', as: 'fetch' })),
        ]
      },
    },
  }
}

/** These files and all that they import, directly or not. */
function withImports(files: readonly string[], bundle: OutputBundle, found = new Set<string>()): Set<string> {
  for (const file of files) {
    if (found.has(file)) continue
    found.add(file)
    const part = bundle[file]
    if (part?.type === 'chunk') withImports(part.imports, bundle, found)
  }
  return found
}

function toLink(file: string, attributes: Record<string, string>): HtmlTagDescriptor {
  return {
    tag: 'link',
    attrs: { ...attributes, crossorigin: true, fetchpriority: 'low', media: '(min-width: 721px)', href: `./${file}` },
    injectTo: 'head',
  }
}
