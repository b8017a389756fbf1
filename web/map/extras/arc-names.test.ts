import { expect, it } from 'vitest'
import { anchorsAwayFrom } from './arc-names.ts'

const east = 0
const north = 90
const west = 180

it('a name stands opposite the only arc that leaves its place', () => {
  expect(anchorsAwayFrom([north]).slice(0, 2)).toEqual(['top', [0, 0.7]])
  expect(anchorsAwayFrom([west]).slice(0, 2)).toEqual(['left', [0.8, 0]])
})

it('a name keeps away from every arc, and the sides on which arcs leave come last', () => {
  const anchors = anchorsAwayFrom([east, north]).filter((one) => typeof one === 'string')
  expect(anchors[0]).toBe('top-right')
  expect(anchors.slice(-2).toSorted()).toEqual(['bottom', 'left'])
})
