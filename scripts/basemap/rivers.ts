/**
 * Where the rivers run, and which of them are surely the Mã and the Chu.
 *
 * A line gets a name only when two or more published points of that river (dams, weirs, bridges)
 * lie on it and none of the other. All other rivers stay without a name.
 */
import { basemapFeature, type BasemapFeature, type BasemapProperties } from './features.ts'
import { readRivers, type GshhgPlace } from './gshhg.ts'
import { joinAtPlainNodes, metersFromLine, roundLine, simplifyLine } from './lines.ts'
import { endOf, startOf, type Line, type LngLat } from './points.ts'
import { clipLine, type Box } from './window.ts'

const toleranceMeters = 15
const decimals = 5
/** The lines are 430 m off, the points up to 1.5 km. */
const nearMeters = 2_000

const classes = ['double-banked', 'major', 'large', 'medium', 'small'] as const

export interface RiverProperties extends BasemapProperties {
  /** GSHHG's level in words, from the largest: a river with two banks, then four sizes. */
  class: (typeof classes)[number]
}

interface KnownRiver {
  id: string
  name_vi: string
  name_en: string
  points: Line
}

const knownRivers: KnownRiver[] = [
  {
    id: 'ma',
    name_vi: 'Sông Mã',
    name_en: 'Mã river',
    points: [
      [104.8375, 20.6101], // Trung Sơn dam
      [105.0538, 20.4439], // Hồi Xuân dam
      [105.173, 20.3193], // Bá Thước 1 dam
      [105.3281, 20.321], // Bá Thước 2 dam
      [105.794, 19.837], // Hàm Rồng bridge
      [105.806, 19.8243], // Nguyệt Viên bridge
    ],
  },
  {
    id: 'chu',
    name_vi: 'Sông Chu',
    name_en: 'Chu river',
    points: [
      [105.2731, 19.8782], // Cửa Đạt dam
      [105.383, 19.9], // Bái Thượng weir
    ],
  },
]

export function extractRivers(place: GshhgPlace, box: Box): BasemapFeature<RiverProperties>[] {
  const pieces = readRivers(place, box)
  const lines = classes.flatMap((riverClass, level) =>
    joinAtPlainNodes(pieces.filter((piece) => piece.level === level).map((piece) => piece.line)).flatMap((line) =>
      clipLine(line, box).map((part) => ({ riverClass, line: part, river: riverAt(part) })),
    ),
  )
  const named = knownRivers.flatMap((river) => {
    const parts = lines.filter((line) => line.river === river)
    return joinAtPlainNodes(parts.map((part) => part.line)).map((line) => ({
      river,
      riverClass: parts[0]?.riverClass ?? 'medium',
      line: downstream(line),
    }))
  })
  const unnamed = lines.filter((line) => !line.river)
  const counts = new Map<string, number>()
  return [...named, ...unnamed].map(({ riverClass, line, river }) => {
    const stem = river?.id ?? riverClass
    const count = (counts.get(stem) ?? 0) + 1
    counts.set(stem, count)
    return basemapFeature<RiverProperties>(
      {
        id: `river-${stem}-${count}`,
        originId: 'gshhg',
        name_vi: river?.name_vi ?? null,
        name_en: river?.name_en ?? null,
        class: riverClass,
      },
      { type: 'LineString', coordinates: roundLine(simplifyLine(line, toleranceMeters), decimals) },
    )
  })
}

function riverAt(line: readonly LngLat[]): KnownRiver | undefined {
  const pointsOn = (river: KnownRiver) =>
    river.points.filter((point) => metersFromLine(point, line) < nearMeters).length
  const [only, another] = knownRivers.filter((river) => pointsOn(river) > 0)
  return only && !another && pointsOn(only) >= 2 ? only : undefined
}

/** Both rivers run to the sea, which is east. */
function downstream(line: Line): Line {
  return startOf(line)[0] > endOf(line)[0] ? line.toReversed() : line
}
