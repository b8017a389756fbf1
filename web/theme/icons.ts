/**
 * The marks of the map and of its legend: a round badge with a pictogram.
 *
 * Status never rests on hue: existing is a filled badge, under way a filled badge in a dotted ring,
 * planned an empty badge with a dashed edge. Drawn on a canvas so that map and legend share one drawing.
 */
export type IconName = keyof typeof pictograms
export type IconStatus = 'existing' | 'under-way' | 'planned'

/** Paths on a 24 × 24 grid, drawn inside the badge; `stroke` ones are outlines, the others are filled. */
export const pictograms = {
  factory: { d: 'M5 19V11l4 3v-3l4 3V6h3l1 13z' },
  anchor: {
    d: 'M12 5.2a1.8 1.8 0 1 0 .01 0M12 8.5V19M8.5 11h7M5.5 13.5c0 3.5 3 5.5 6.5 5.5s6.5-2 6.5-5.5',
    stroke: true,
  },
  plane: {
    d: 'M12 3.5c.8 0 1.2 1 1.2 2.2v3.6l6.3 4v1.7l-6.3-2v3.6l2 1.5v1.4L12 18.600l-3.200.9v-1.4l2-1.5V13l-6.300 2v-1.700l6.300-4V5.700c0-1.200.4-2.200 1.200-2.200z',
  },
  gate: { d: 'M5 19V8l7-3.500L19 8v11M9 19v-6h6v6', stroke: true },
  interchange: { d: 'M6 19C6 11 18 13 18 5M6 5c0 8 12 6 12 14', stroke: true },
  train: {
    d: 'M8 4.500h8a2 2 0 0 1 2 2V14a2.500 2.500 0 0 1-2.500 2.500h-7A2.500 2.500 0 0 1 6 14V6.500a2 2 0 0 1 2-2zM6 10.500h12M8 19.500l1.500-3M16 19.500l-1.500-3',
    stroke: true,
  },
  fish: { d: 'M4 12c3-5 9-5.500 12.500-1L20 8v8l-3.500-3C13 17.500 7 17 4 12z' },
  dam: { d: 'M5 6h4l5 12H5zM15 12c1.500-1.200 2.500 1.200 4 0M16 16c1-1 2 1 3.500 0', stroke: true },
  temple: {
    d: 'M4 10c4-.5 6-2 8-5 2 3 4 4.500 8 5M6.500 10.500V18M12 10.500V18M17.500 10.500V18M4.500 19h15',
    stroke: true,
  },
  building: { d: 'M6 19V7l6-3v15M12 19h6v-9l-6-2M9 9v0M9 12.500v0M9 16v0M15 13v0M15 16v0', stroke: true },
  leaf: { d: 'M6 18C5 10 10 5.500 19 5c0 9-4 13.500-11 12.500M6 19c1.500-4.500 4-7 8-9', stroke: true },
  box: { d: 'M5 8.500 12 5l7 3.500v7L12 19l-7-3.500zM5 8.500 12 12l7-3.500M12 12v7', stroke: true },
  school: { d: 'M3.500 10 12 6l8.500 4-8.500 4zM7 12v4.500c3 2 7 2 10 0V12', stroke: true },
  cross: { d: 'M10 5h4v5h5v4h-5v5h-4v-5H5v-4h5z' },
  ball: { d: 'M12 5a7 7 0 1 0 .01 0M5 12h14M12 5c-4 4-4 10 0 14M12 5c4 4 4 10 0 14', stroke: true },
  drop: { d: 'M12 4.500c3.500 4.500 5 6.800 5 9.200a5 5 0 0 1-10 0c0-2.400 1.500-4.700 5-9.200z' },
  bolt: { d: 'M13 4 6.500 13.500H11L10 20l7-10h-4.500z' },
  star: {
    d: 'm12 4.500 2.200 4.800 5.200.6-3.900 3.500 1.100 5.100-4.600-2.600-4.600 2.600 1.100-5.100-3.900-3.500 5.200-.6z',
  },
  dot: { d: 'M12 8.500a3.500 3.500 0 1 0 .01 0' },
} satisfies Record<string, { d: string; stroke?: boolean }>

/** A style-image name that `paintIcon` can be asked for later. */
export function iconImageId(icon: IconName, color: string, status: IconStatus): string {
  return `icon|${icon}|${color}|${status}`
}

export function parseIconImageId(id: string): { icon: IconName; color: string; status: IconStatus } | null {
  const [prefix, icon, color, status] = id.split('|')
  if (prefix !== 'icon' || !icon || !color || !(icon in pictograms)) return null
  const known = status === 'under-way' || status === 'planned' ? status : 'existing'
  return { icon: icon as IconName, color, status: known }
}

export const iconSize = 24

/** An image of which nothing is seen, as large as a badge: it keeps room. */
export const clearImageId = 'clear'

/** Draws one badge into the square (0, 0, `iconSize`, `iconSize`) of a canvas context. */
export function paintIcon(context: CanvasRenderingContext2D, icon: IconName, color: string, status: IconStatus): void {
  const { d, stroke } = { stroke: false, ...pictograms[icon] }
  const middle = iconSize / 2
  const circle = (radius: number) => {
    context.beginPath()
    context.arc(middle, middle, radius, 0, 2 * Math.PI)
  }
  const hollow = status === 'planned'
  circle(11)
  context.fillStyle = '#ffffff'
  context.fill()
  circle(status === 'under-way' ? 8.4 : 9.6)
  context.fillStyle = hollow ? '#ffffff' : color
  context.fill()
  context.strokeStyle = color
  if (hollow) {
    context.lineWidth = 1.6
    context.setLineDash([3.1, 1.9])
    circle(9.6)
    context.stroke()
  } else if (status === 'under-way') {
    context.lineWidth = 1.7
    context.lineCap = 'round'
    context.setLineDash([0.1, 2.9])
    circle(10.2)
    context.stroke()
  }
  context.setLineDash([])
  context.save()
  context.translate(middle, middle)
  context.scale(0.58, 0.58)
  context.translate(-12, -12)
  const path = new Path2D(d)
  const ink = hollow ? color : '#ffffff'
  if (stroke) {
    context.strokeStyle = ink
    context.lineWidth = 2.3
    context.lineCap = 'round'
    context.lineJoin = 'round'
    context.stroke(path)
  } else {
    context.fillStyle = ink
    context.fill(path)
  }
  context.restore()
}
