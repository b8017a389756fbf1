import type { Rectangle } from '../pdf/create-pdf.ts'

type Point = readonly [x: number, y: number]

const step = 1.5
const farthest = 30
const clearance = 0.4

/**
 * The nearest place beside a mark where a label of this size covers neither a mark nor another label and stays in
 * the frame: to the right first, then to the left, then higher and lower. In a crowd that leaves no such place, the
 * first that stays in the frame.
 */
export function placeLabel(
  [x, y]: Point,
  { width, height, apart }: { width: number; height: number; apart: number },
  frame: Rectangle,
  taken: readonly Rectangle[],
): Rectangle {
  const places: Rectangle[] = []
  for (let away = 0; away <= farthest; away += step)
    for (const rise of away === 0 ? [0] : [away, -away])
      for (const left of [x + apart, x - apart - width]) {
        const place = { x: left, y: y - height / 2 + rise, width, height }
        if (isWithin(place, frame)) places.push(place)
      }
  const [first = { x, y, width, height }] = places
  return places.find((place) => !taken.some((other) => overlap(other, place))) ?? first
}

/** From the mark to its label, where that stands so far off that one might ask whose it is. */
export function leaderOf([x, y]: Point, label: Rectangle): [Point, Point] | null {
  const nearest: Point = [
    Math.min(Math.max(x, label.x), label.x + label.width),
    Math.min(Math.max(y, label.y), label.y + label.height),
  ]
  return Math.hypot(nearest[0] - x, nearest[1] - y) > 2.6 ? [[x, y], nearest] : null
}

/** What a round mark covers. */
export function boxAround([x, y]: Point, radius: number): Rectangle {
  return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }
}

function isWithin(place: Rectangle, frame: Rectangle): boolean {
  return (
    place.x >= frame.x + 1 &&
    place.y >= frame.y + 1 &&
    place.x + place.width <= frame.x + frame.width - 1 &&
    place.y + place.height <= frame.y + frame.height - 1
  )
}

function overlap(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x < other.x + other.width + clearance &&
    other.x < one.x + one.width + clearance &&
    one.y < other.y + other.height + clearance &&
    other.y < one.y + one.height + clearance
  )
}
