/**
 * Which provinces lie around Thanh Hóa, in Vietnam and in Laos.
 *
 * The outlines are those of before 1 July 2025, one to two kilometres off, and only a faint background.
 */
import { areaOf, basemapFeature, slugOf, type BasemapFeature, type BasemapProperties } from './features.ts'
import { roundLine, simplifyLine } from './lines.ts'
import { isClosed, type Line } from './points.ts'
import { ownCode, ownersOfEdges, readProvinces, runsByOwners, type Province } from './provinces.ts'
import { clipRing, closeAlongFrame, type Box } from './window.ts'

const toleranceMeters = 60
const decimals = 4
const bordering = new Set(['VN.SL', 'VN.HO', 'VN.NB', 'VN.NA', 'LA.HO'])

/** Where the package's own name is missing, mistaken or not what Vietnamese readers use. */
const names: Record<string, { name_vi: string; name_en: string } | undefined> = {
  'VN.HY': { name_vi: 'Hưng Yên', name_en: 'Hung Yen' },
  'LA.HO': { name_vi: 'Hủa Phăn', name_en: 'Houaphanh' },
  'LA.XI': { name_vi: 'Xiêng Khoảng', name_en: 'Xiangkhouang' },
  'LA.BL': { name_vi: 'Bolikhamxay', name_en: 'Bolikhamsai' },
  'LA.VI': { name_vi: 'Viêng Chăn', name_en: 'Vientiane' },
}

export interface NeighbourProperties extends BasemapProperties {
  country: 'VN' | 'LA'
  bordersThanhHoa: boolean
}

export function extractNeighbours(provincesPath: string, box: Box): BasemapFeature<NeighbourProperties>[] {
  const provinces = readProvinces(provincesPath, new Set(['VN', 'LA']), box)
  const owners = ownersOfEdges(provinces)
  const features: BasemapFeature<NeighbourProperties>[] = []
  for (const province of provinces) {
    const inside: Line[] = []
    const onFrame: Line[] = []
    for (const ring of province.rings) {
      const runs = runsByOwners(ring, owners).map((run) => simplifyLine(run.line, toleranceMeters))
      const simple = runs.flatMap((line, i) => (i === 0 ? line : line.slice(1)))
      for (const piece of clipRing(simple, box)) {
        if (isClosed(piece)) inside.push(piece)
        else onFrame.push(piece)
      }
    }
    const outlines = [...inside, ...closeAlongFrame(onFrame, box)]
      .map((ring) => roundLine(ring, decimals))
      .filter((ring) => ring.length > 3)
    if (province.code !== ownCode && outlines.length > 0) features.push(toFeature(province, outlines))
  }
  return features.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function toFeature(province: Province, outlines: Line[]): BasemapFeature<NeighbourProperties> {
  const name_vi = province.name_vi.normalize('NFC')
  const known = names[province.code] ?? { name_vi, name_en: name_vi }
  return basemapFeature(
    {
      id: `province-${slugOf(known.name_vi)}`,
      originId: 'natural-earth',
      ...known,
      country: province.country === 'LA' ? 'LA' : 'VN',
      bordersThanhHoa: bordering.has(province.code),
    },
    areaOf(outlines),
  )
}
