import { describe, expect, it } from 'vitest'
import { tilesOf } from './scene-flight.ts'

describe('the tiles of a scene', () => {
  it('of the whole world at zoom 0 are one', () => {
    expect(tilesOf({ zoom: 0, latitude: 0, longitude: 0 }, 400, 400)).toEqual([{ z: 0, x: 0, y: 0 }])
  })
  it('round the corner of four tiles are those four', () => {
    expect(tilesOf({ zoom: 3, latitude: 0, longitude: 0 }, 100, 100)).toEqual([
      { z: 3, x: 3, y: 3 },
      { z: 3, x: 4, y: 3 },
      { z: 3, x: 3, y: 4 },
      { z: 3, x: 4, y: 4 },
    ])
  })
  it('are of the zoom below, stretched, and never beyond the last zoom that there is', () => {
    expect(tilesOf({ zoom: 9.9, latitude: 19.8, longitude: 105.7 }, 10, 10)[0]?.z).toBe(9)
    expect(tilesOf({ zoom: 16, latitude: 19.8, longitude: 105.7 }, 10, 10)[0]?.z).toBe(14)
  })
})
