import { describe, expect, it } from 'vitest'
import { snapTo, toSnapEdges } from './snap.ts'

const square = toSnapEdges([
  { type: 'Polygon', coordinates: [[[105, 20], [105.1, 20], [105.1, 20.1], [105, 20.1], [105, 20]]] }, // prettier-ignore
])

describe('a pointer', () => {
  it('snaps to a corner before it snaps to an edge that is nearer', () => {
    expect(snapTo([105.006, 20.002], [square], 0.01)).toEqual([105, 20])
  })
  it('snaps to the foot of the perpendicular of an edge', () => {
    const [x, y] = snapTo([105.05, 20.004], [square], 0.01) ?? []
    expect(x).toBeCloseTo(105.05, 9)
    expect(y).toBeCloseTo(20, 9)
  })
  it('stays where it is when nothing is within reach', () => {
    expect(snapTo([105.05, 20.02], [square], 0.01)).toBeNull()
    expect(snapTo([105.05, 20.02], [], 0.01)).toBeNull()
  })
  it('measures across as far as along: a degree of longitude is shorter here', () => {
    // 0.0105° of longitude are 0.00987° of latitude at 20°.
    expect(snapTo([104.9895, 20.05], [square], 0.01)).not.toBeNull()
    expect(snapTo([104.989, 20.05], [square], 0.01)).toBeNull()
  })
  it('snaps to a lone point', () => {
    const point = toSnapEdges([{ type: 'Point', coordinates: [105.3, 20.3] }, null])
    expect(snapTo([105.301, 20.3], [point], 0.01)).toEqual([105.3, 20.3])
  })
})
