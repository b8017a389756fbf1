import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'

/**
 * The finished style as a projector needs it: larger names and badges in any show, and on request one for a
 * washed-out picture, with names of 24 px at least, dark ink on white, a pale ground and strong lines.
 *
 * It reads the style and nothing else, so that it holds for every layer there is and every one to come.
 */
export interface Presentation {
  /** How much larger than on a desk. */
  scale: number
  /** No name is smaller, in pixels. */
  leastTextSize: number
  contrast: 'normal' | 'high'
}

export function presentationStyle(style: StyleSpecification, presentation: Presentation): StyleSpecification {
  const presented = style.layers.map((layer) => present(layer, presentation))
  return { ...style, layers: presentation.contrast === 'high' ? nameEarlier(presented) : presented }
}

/** In zooms: beside large words little of the screen is left for the map, and the same land is seen from farther away. */
const earlier = 0.8

/** Has badges named from farther away; where there is no room for a name, it is left out as ever. */
function nameEarlier(layers: readonly LayerSpecification[]): LayerSpecification[] {
  const badges = new Set(layers.map(({ id }) => id).filter((id) => id.endsWith('/badge')))
  return layers.map((layer) =>
    layer.minzoom !== undefined && badges.has(layer.id.replace(/\/name$/, '/badge')) && layer.id.endsWith('/name')
      ? { ...layer, minzoom: Math.max(0, layer.minzoom - earlier) }
      : layer,
  )
}

function present(layer: LayerSpecification, { scale, leastTextSize, contrast }: Presentation): LayerSpecification {
  const isHigh = contrast === 'high'
  if (layer.type === 'symbol') {
    const { layout = {}, paint = {} } = layer
    const hasText = layout['text-field'] !== undefined
    return {
      ...layer,
      layout: {
        ...layout,
        ...(hasText ? { 'text-size': enlarge(layout['text-size'] ?? 16, scale, leastTextSize) } : {}),
        ...(layout['icon-image'] === undefined ? {} : { 'icon-size': enlarge(layout['icon-size'] ?? 1, scale, 0) }),
        // Wider lines of text: large letters would else break after every word.
        ...(hasText && typeof layout['text-max-width'] === 'number'
          ? { 'text-max-width': layout['text-max-width'] * 1.15 }
          : {}),
      } as typeof layout,
      paint: {
        ...paint,
        ...(hasText && isHigh
          ? { 'text-color': '#000000', 'text-halo-color': '#ffffff', 'text-halo-width': 3, 'text-halo-blur': 0 }
          : {}),
        ...(hasText && !isHigh ? { 'text-halo-width': enlarge(paint['text-halo-width'] ?? 1, 1.15, 0) } : {}),
      } as typeof paint,
    }
  }
  if (layer.type === 'line') {
    const { paint = {} } = layer
    const width = enlarge(paint['line-width'] ?? 1, isHigh ? 1.6 : 1.2, 0)
    return { ...layer, paint: { ...paint, 'line-width': width } as typeof paint }
  }
  if (!isHigh) return layer
  if (layer.type === 'background') return { ...layer, paint: { ...layer.paint, 'background-color': '#a9cbe0' } }
  if (layer.type === 'raster') return { ...layer, paint: { ...layer.paint, 'raster-opacity': 0.12 } }
  if (layer.type === 'fill' && groundColors[layer.id])
    return { ...layer, paint: { ...layer.paint, 'fill-color': groundColors[layer.id] ?? '#ffffff' } }
  return layer
}

const groundColors: Record<string, string> = { 'base/land': '#dcdcd8', 'base/province': '#ffffff' }

/**
 * A size times a factor and never below a least one. Zoom may only stand outermost in an expression, so what is
 * enlarged are the sizes at its stops.
 */
export function enlarge(size: unknown, factor: number, least: number): unknown {
  if (typeof size === 'number') return Math.max(least, size * factor)
  if (!Array.isArray(size)) return size
  const [operator, ...rest] = size as unknown[]
  if (operator === 'interpolate') {
    const [kind, input, ...stops] = rest
    return [
      operator,
      kind,
      input,
      ...stops.map((stop, index) => (index % 2 === 1 ? enlarge(stop, factor, least) : stop)),
    ]
  }
  if (operator === 'step') {
    const [input, first, ...stops] = rest
    return [
      operator,
      input,
      enlarge(first, factor, least),
      ...stops.map((stop, index) => (index % 2 === 1 ? enlarge(stop, factor, least) : stop)),
    ]
  }
  return ['max', least, ['*', factor, size]]
}
