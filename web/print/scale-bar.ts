/** A scale bar: the longest round length that fits, in parts that are round as well. */
export interface ScaleBar {
  meters: number
  lengthMm: number
  parts: number
}

/** First digits of the length, and in how many parts each is cut. */
const steps = [
  [5, 5],
  [4, 4],
  [3, 3],
  [2, 4],
  [1.5, 3],
  [1, 5],
] as const

export function scaleBar(scale: number, roomMm: number): ScaleBar {
  const room = (roomMm / 1000) * scale
  const power = 10 ** Math.floor(Math.log10(room))
  const [digit, parts] = steps.find(([one]) => one * power <= room) ?? [1, 5]
  const meters = digit * power
  return { meters, lengthMm: (meters / scale) * 1000, parts }
}
