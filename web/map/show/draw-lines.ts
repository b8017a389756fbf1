import { PathLayer, ScatterplotLayer, TextLayer } from '@deck.gl/layers'
import type { CollectionId } from '../../../server/domain/collections.ts'
import { plan } from '../../theme/palette.ts'
import { toRgba, underNames } from '../deck/anchors.ts'
import type { Animation } from '../deck/drawing.ts'
import { discRadius, readLines } from './drawn-lines.ts'
import type { Drawn } from './drawn.ts'
import { loneliestSpots } from './loneliest-spot.ts'
import { staggered } from './staggered.ts'
import { trimPath, type Path } from './trim-path.ts'

interface Spot {
  position: [number, number]
  number: string
  index: number
}

/**
 * Milliseconds for all lines together: they begin when the tiles are there, about a second after the key, and a scene
 * has come to rest 2.5 seconds after it.
 */
const drawingMilliseconds = 1000

/**
 * Lines that draw themselves one after the other, from their first point, in the colours of the corridors. Each gets
 * its number in the list when it is whole.
 */
export async function drawLines(collection: CollectionId, { isStill, scale }: Drawn): Promise<Animation> {
  const lines = await readLines(collection)
  const spots = loneliestSpots(lines).map((position, index) => ({ position, number: String(index + 1), index }))
  return {
    milliseconds: isStill ? 0 : drawingMilliseconds,
    at: (progress) => {
      const drawn = lines.flatMap((parts, index) => trimPath(parts, staggered(progress, index, lines.length, 0.4)))
      const stroke = (id: string, width: number, color: [number, number, number, number]) => {
        const props = {
          id: `show-lines-${id}`,
          data: drawn,
          beforeId: underNames,
          getPath: (path: Path) => path,
          getWidth: width,
          getColor: color,
          widthUnits: 'pixels' as const,
          jointRounded: true,
          capRounded: true,
        }
        return new PathLayer<Path>(props)
      }
      const numbered = spots.filter(({ index }) => staggered(progress, index, lines.length, 0.4) > 0.9)
      const discs = {
        id: 'show-lines-discs',
        data: numbered,
        getPosition: ({ position }: Spot) => position,
        getRadius: discRadius * scale,
        radiusUnits: 'pixels' as const,
        billboard: true,
        stroked: true,
        getFillColor: toRgba(plan.corridor, 255),
        getLineColor: [255, 255, 255, 255] as [number, number, number, number],
        getLineWidth: 1.8 * scale,
        lineWidthUnits: 'pixels' as const,
      }
      return [
        stroke('band', 13 * scale, toRgba('#f2701d', 60)),
        stroke('casing', 5 * scale, [255, 247, 240, 255]),
        stroke('core', 3 * scale, toRgba(plan.corridor, 255)),
        new ScatterplotLayer<Spot>(discs),
        new TextLayer<Spot>({
          id: 'show-lines-numbers',
          data: numbered,
          getPosition: ({ position }) => position,
          getText: ({ number }) => number,
          getSize: 14 * scale,
          fontFamily: 'Be Vietnam Pro, Noto Sans, sans-serif',
          fontWeight: 600,
          getColor: [255, 255, 255, 255],
        }),
      ]
    },
  }
}
