import { describe, expect, it } from 'vitest'
import { columnSpots, postSpots, type Eye } from './fence.ts'

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
  const eye: Eye = { center: [105, 0], bearing: 0, pitch: 0, distanceMeters: 20_000 }

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
