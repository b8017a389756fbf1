import { describe, expect, it } from 'vitest'
import { columnSpots, eyeOf, groundAt, postSpots, type Eye } from './fence.ts'

describe('the posts round what is seen of the map', () => {
  const spots = postSpots(1000, 600, { top: 0, right: 0, bottom: 40, left: 300 })
  const half = 24
  const touches = (x: number, y: number) =>
    spots.some(([left, top]) => Math.abs(left - x) <= half && Math.abs(top - y) <= half)

  it('leave the free ground free', () => {
    for (const [x, y] of [
      [310, 10],
      [650, 300],
      [990, 550],
    ] as const)
      expect(touches(x, y), `${x}, ${y}`).toBe(false)
  })
  it('stand all over the words, and at the edges without a gap that a letter fits through', () => {
    for (let y = 0; y <= 600; y += 10) {
      expect(touches(150, y), `words ${y}`).toBe(true)
      expect(touches(300, y), `edge of the words ${y}`).toBe(true)
      expect(touches(1000, y), `right edge ${y}`).toBe(true)
    }
    for (let x = 0; x <= 1000; x += 10) {
      expect(touches(x, 0), `top ${x}`).toBe(true)
      expect(touches(x, 580), `credits ${x}`).toBe(true)
    }
  })
})

describe('the ground that a column hides', () => {
  const eye: Eye = { center: [105, 0], bearing: 0, pitch: 0, distanceMeters: 20_000, metersPerPixel: 20 }

  it('is its foot alone when it is looked at from straight above', () => {
    for (const [longitude = 0, latitude = 0] of columnSpots({ position: [105, 0], heightMeters: 5000 }, eye)) {
      expect(longitude).toBeCloseTo(105, 9)
      expect(latitude).toBeCloseTo(0, 9)
    }
  })
  it('lies behind it as far as the similar triangles say', () => {
    // 60° from the vertical, 20 km away: 10 km high and 17.32 km south of the foot. A column half as high as the eye
    // hides as much ground behind it as lies before it.
    const top = columnSpots({ position: [105, 0], heightMeters: 5000 }, { ...eye, pitch: 60 }).at(-1)
    expect(((top?.[1] ?? 0) * 40_075_016.7) / 360).toBeCloseTo(17_320.5, 0)
    expect(top?.[0]).toBeCloseTo(105, 9)
  })
  it('turns with the view', () => {
    // Looking east the hidden ground lies to the east.
    const top = columnSpots({ position: [105, 0], heightMeters: 5000 }, { ...eye, pitch: 60, bearing: 90 }).at(-1)
    expect((((top?.[0] ?? 0) - 105) * 40_075_016.7) / 360).toBeCloseTo(17_320.5, 0)
    expect(top?.[1]).toBeCloseTo(0, 9)
  })
})

describe('the ground seen at a place of the picture', () => {
  // At zoom 0 the world is 512 pixels wide.
  const flat = { longitude: 105, latitude: 0, zoom: 1, bearing: 0, pitch: 0 }
  const degreesPerPixel = 360 / 1024

  it('from straight above lies as far from the middle as the map is stretched', () => {
    const [longitude = 0, latitude = 0] = groundAt(100, 0, eyeOf(flat, 600, 36)) ?? []
    expect(longitude).toBeCloseTo(105 + 100 * degreesPerPixel, 9)
    expect(latitude).toBeCloseTo(0, 9)
    // Mercator: half the world's width above the equator the latitude is 85.0511°.
    expect(groundAt(0, -512, eyeOf(flat, 600, 36))?.[1]).toBeCloseTo(85.0511, 4)
  })
  it('turns with the view: with east up, what is above the middle lies east of it', () => {
    const [longitude = 0, latitude = 0] = groundAt(0, -100, eyeOf({ ...flat, bearing: 90 }, 600, 36)) ?? []
    expect(longitude).toBeCloseTo(105 + 100 * degreesPerPixel, 9)
    expect(latitude).toBeCloseTo(0, 9)
  })
  it('seen from the side is farther above the middle than below it, and above the horizon there is none', () => {
    // A view of 90° from edge to edge is 300 pixels away; tilted by 45°, its upper edge looks along the ground and its
    // lower edge straight down, on the ground 300 · sin 45° before the middle.
    const eye = eyeOf({ ...flat, pitch: 45 }, 600, 90)
    expect(groundAt(0, -301, eye)).toBeNull()
    const near = groundAt(0, 300, eye)?.[1] ?? 0
    const stretched = (Math.asinh(Math.tan((near * Math.PI) / 180)) * 180) / Math.PI
    expect(stretched).toBeCloseTo(-300 * Math.SQRT1_2 * degreesPerPixel, 6)
    expect(groundAt(0, -200, eye)?.[1]).toBeGreaterThan(-near)
  })
})
