/**
 * What is wrong with a set of basemap features, in sentences; nothing when all is well.
 */
import { kinks } from '@turf/kinks'
import { polygon } from '@turf/helpers'
import { linesOf, type BasemapFeature } from './features.ts'
import { turnOf } from './lines.ts'
import { isClosed } from './points.ts'
import { isInBox, type Box } from './window.ts'

export function findProblems(name: string, features: readonly BasemapFeature[], box: Box): string[] {
  const problems: string[] = []
  if (features.length === 0) problems.push(`${name}: must hold features, got none`)
  const ids = features.map((feature) => feature.id)
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i)
  if (twice.length > 0) problems.push(`${name}: ids must be unique, got ${twice.join(', ')} again`)
  for (const feature of features) {
    const lines = linesOf(feature)
    const isArea = feature.geometry.type.endsWith('Polygon')
    for (const line of lines) {
      const complain = (text: string) => problems.push(`${name}: ${feature.id} ${text}`)
      if (line.length < (isArea ? 4 : 2)) complain(`has only ${line.length} positions`)
      const stray = line.find((position) => !isInBox(position, box))
      if (stray) complain(`must lie in the window, got ${String(stray)}`)
      if (!isArea) continue
      if (!isClosed(line)) complain('must be closed')
      if (turnOf(line) <= 0) complain('must run counterclockwise')
      const crossing = kinks(polygon([line])).features[0]
      if (crossing) complain(`crosses itself at ${String(crossing.geometry.coordinates)}`)
    }
  }
  return problems
}
