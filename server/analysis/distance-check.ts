/**
 * How good are the computed distances? Published ones beside them, one by one, and what that comes to.
 *
 * A check, not a calibration: nothing of `seeds/distances.json` goes into the computation. Names are resolved
 * by the table in `seeds/distance-places.json` only; what it does not place is listed with the reason.
 * A row counts if it is about a way by road, both ends are known, it did not help to place one of them, and
 * it is not itself a length that `driving.json` takes from a document. Disagreements stay as they are.
 *
 * Roads are those of the year of the publication: with the expressway from 2023 on, without it before; a
 * distance on the expressway itself is taken with it.
 */
import type { DistanceCheck, DistanceRow } from '../domain/access.ts'
import type { Sentence } from '../domain/analysis.ts'
import type { DrivingEntry } from '../domain/driving.ts'
import type { DistanceEntry, DistancePlaceEntry } from '../domain/seeds.ts'
import type { Origin } from '../domain/provenance.ts'
import { roundRange, roundTo, viaOf, type AccessGround } from './access.ts'
import type { AccessPlace } from './access-place.ts'
import { fromPlane } from './laea.ts'
import { findWays, straightKilometers, type Phase } from './network.ts'
import { findJoints } from './road-joints.ts'
import type { RoadLine } from './road-lines.ts'

export interface DistanceSeeds {
  distances: readonly DistanceEntry[]
  places: readonly DistancePlaceEntry[]
  driving: readonly DrivingEntry[]
  originsById: ReadonlyMap<string, Pick<Origin, 'date'>>
}

export const checkMethod: Sentence = {
  text_vi:
    'Khoảng cách các tài liệu đã công bố đặt cạnh số tính được; không số nào trong đó dùng để tính. Sai số = (tính được − công bố) / công bố. “Nằm trong” nghĩa là số công bố ở giữa mức thấp nhất và cao nhất của số tính được. Các chiều dài đường mà phép tính có dùng, đường sắt và đường thẳng không tính vào tổng kết.',
  text_en:
    'Distances that documents publish, beside the computed ones; none of them goes into the computation. Error = (computed − published) / published. “Inside” means that the published number lies between the computed least and most. Lengths of roads that the computation does use, railways and straight lines are left out of the summary.',
  text_zh:
    '文件公布的距离与计算值并列；这些距离均未用于计算。误差 =（计算值 − 公布值）/ 公布值。“在范围内”指公布值介于计算的最小值与最大值之间。计算中用到的道路长度、铁路和直线距离不计入汇总。',
  text_ja:
    '文書が公表した距離を計算値と並べたもので、どれも計算には使っていません。誤差 =（計算値 − 公表値）/ 公表値。「範囲内」は公表値が計算の最小値と最大値の間にあることを意味します。計算に使う道路延長、鉄道、直線距離は集計に含めません。',
  text_ko:
    '문서가 공표한 거리를 계산값과 나란히 놓은 것으로, 어느 것도 계산에 쓰지 않았습니다. 오차 = (계산값 − 공표값) / 공표값. ‘범위 안’은 공표값이 계산한 최솟값과 최댓값 사이에 있다는 뜻입니다. 계산에 쓰는 도로 길이, 철도, 직선거리는 집계에서 뺍니다.',
}

/** @param findPlace a feature by key, as in `park:bim-son`; null: unknown, or without a position */
export function distanceCheck(
  ground: AccessGround,
  seeds: DistanceSeeds,
  findPlace: (key: string) => AccessPlace | null,
): DistanceCheck {
  const { lines } = ground
  const known = new Map(seeds.places.map((place) => [place.name_vi, place]))
  const resolve = (name: string): Resolved => {
    const entry = known.get(name)
    if (!entry?.feature) return { place: null, key: null, reason: reasonOf(entry) }
    const place = entry.feature.startsWith('road:') ? placeOnRoad(entry.feature, lines) : findPlace(entry.feature)
    return { place, key: entry.feature, reason: place ? null : notPlaced }
  }
  const rows = seeds.distances.map((entry) => toRow(ground, seeds, entry, resolve(entry.from_vi), resolve(entry.to_vi)))
  return { rows, summary: summaryOf(rows), method: checkMethod }
}

interface Resolved {
  place: AccessPlace | null
  key: string | null
  reason: Sentence | null
}

const notPlaced: Sentence = {
  text_vi: 'Chưa có vị trí nào được công bố.',
  text_en: 'Nobody has published where it is.',
  text_zh: '位置尚无人公布。',
  text_ja: '位置が公表されていません。',
  text_ko: '위치가 공표되지 않았습니다.',
}
const notByRoad: Sentence = {
  text_vi: 'Không phải đường bộ.',
  text_en: 'Not by road.',
  text_zh: '并非公路距离。',
  text_ja: '道路による距離ではありません。',
  text_ko: '도로 거리가 아닙니다.',
}
const notSaid: Sentence = {
  text_vi: 'Nguồn không nói đường bộ hay đường thẳng.',
  text_en: 'The origin does not say whether by road or straight.',
  text_zh: '来源未说明是公路距离还是直线距离。',
  text_ja: '道路距離か直線距離か、出典に記載がありません。',
  text_ko: '출처가 도로 거리인지 직선거리인지 밝히지 않았습니다.',
}
const helped: Sentence = {
  text_vi: 'Số này đã giúp đặt vị trí một đầu, nên không thể kiểm tra nó.',
  text_en: 'It helped to place one of its ends, so it cannot test it as well.',
  text_zh: '该数据曾用于确定其中一端的位置，因此不能再用来检验。',
  text_ja: '一方の端の位置を定めるのに使ったため、検証には使えません。',
  text_ko: '한쪽 끝의 위치를 정하는 데 쓰였으므로 검증에는 쓸 수 없습니다.',
}
const isInput: Sentence = {
  text_vi: 'Chiều dài đường này được dùng để tính.',
  text_en: 'The computation takes this length of the road from the same document.',
  text_zh: '计算采用了同一文件中的这一道路长度。',
  text_ja: '計算が同じ文書のこの道路延長を使っています。',
  text_ko: '계산이 같은 문서의 이 도로 길이를 사용합니다.',
}
const noWay: Sentence = {
  text_vi: 'Không có đường nào dẫn tới ở mốc này.',
  text_en: 'No road leads there at this phase.',
  text_zh: '该阶段没有道路通达。',
  text_ja: 'この段階では道路が通じていません。',
  text_ko: '이 단계에서는 닿는 도로가 없습니다.',
}

function reasonOf(entry: DistancePlaceEntry | undefined): Sentence {
  if (!entry?.reason_vi || !entry.reason_en) return notPlaced
  return { text_vi: entry.reason_vi, text_en: entry.reason_en }
}

type Kind = 'road' | 'straight' | 'unsaid' | 'other'

function kindOf(mode: string): Kind {
  if (mode === 'straight line') return 'straight'
  if (mode.includes('not said')) return 'unsaid'
  return mode.startsWith('road') || mode.startsWith('expressway') ? 'road' : 'other'
}

function toRow(
  ground: AccessGround,
  { driving, originsById }: DistanceSeeds,
  entry: DistanceEntry,
  from: Resolved,
  to: Resolved,
): DistanceRow {
  const kind = kindOf(entry.mode)
  const phase = phaseOf(entry, originsById.get(entry.originId)?.date ?? null)
  const straight = from.place && to.place ? straightKilometers(from.place, to.place) : null
  const asked = kind === 'road' || kind === 'unsaid'
  const [way] = asked && from.place && to.place ? findWays(ground.networkAt(phase), from.place, [to.place]) : []
  const computed = kind === 'straight' ? straight : (way?.kilometers ?? null)
  const published = entry.distanceKilometers
  const usesIt = driving.some(
    (one) => one.kind === 'length' && one.originId === entry.originId && one.kilometers === published,
  )
  const reason =
    from.reason ??
    to.reason ??
    (kind === 'unsaid' ? notSaid : null) ??
    (kind !== 'road' ? notByRoad : null) ??
    (usesIt ? isInput : null) ??
    (entry.independent ? null : helped) ??
    (computed ? null : noWay)
  return {
    id: entry.id,
    from_vi: entry.from_vi,
    to_vi: entry.to_vi,
    mode: entry.mode,
    publishedKilometers: published,
    originId: entry.originId,
    confidence: entry.confidence,
    counts: reason === null,
    reason,
    fromFeature: from.key,
    toFeature: to.key,
    phase,
    straightKilometers: straight && roundRange(straight, 2),
    computedKilometers: computed && roundRange(computed, 2),
    relativeError: computed && roundTo((computed.value - published) / published, 4),
    isInside: computed && computed.low <= published && published <= computed.high,
    via: way ? viaOf(way.legs) : [],
  }
}

function phaseOf({ mode }: DistanceEntry, date: string | null): Phase {
  if (mode.startsWith('expressway')) return 2025
  const year = Math.max(0, ...[...(date ?? '').matchAll(/\b(?:19|20)\d\d\b/g)].map(([text]) => Number(text)))
  return year >= firstYearOfExpressway ? 2025 : 2021
}

const firstYearOfExpressway = 2023

/** `road:ql217@first`, `@last`, or where another road joins it: `road:ql217@ql15`. */
function placeOnRoad(key: string, lines: readonly RoadLine[]): AccessPlace | null {
  const [roadId = '', where = ''] = key.replace(/^road:/, '').split('@')
  const line = lines.find((one) => one.roadId === roadId)
  if (!line) return null
  const along = alongOf(line, where, lines)
  if (along === null) return null
  const i = line.along.findIndex((meters) => meters >= along - 0.01)
  const point = line.points[i]
  if (!point) return null
  const { name_vi, name_en } = line.road.properties
  const { uncertaintyMeters } = line
  return { key, name_vi, name_en, point, position: fromPlane(point), uncertaintyMeters, onRoadId: roadId }
}

function alongOf(line: RoadLine, where: string, lines: readonly RoadLine[]): number | null {
  if (where === 'first') return 0
  if (where === 'last') return line.along.at(-1) ?? null
  const other = lines.find(({ roadId }) => roadId === where)
  if (!other) return null
  const joint = findJoints([line, other]).find(({ meters }) => meters === 0)
  return joint ? joint.alongA : null
}

function summaryOf(rows: readonly DistanceRow[]): DistanceCheck['summary'] {
  const counted = rows.filter(({ counts }) => counts)
  const errors = counted.flatMap(({ relativeError }) => relativeError ?? [])
  const inside = counted.filter(({ isInside }) => isInside).length
  const halfWidths = counted.flatMap(({ computedKilometers: range }) =>
    range && range.value > 0 ? [(range.high - range.low) / 2 / range.value] : [],
  )
  const sizes = errors.map(Math.abs)
  return {
    published: rows.length,
    computed: rows.filter(({ computedKilometers }) => computedKilometers).length,
    counted: counted.length,
    inside,
    medianError: quantile(sizes, 0.5),
    p90Error: quantile(sizes, 0.9),
    medianBias: quantile(errors, 0.5),
    insideShare: counted.length === 0 ? null : inside / counted.length,
    medianHalfWidth: quantile(halfWidths, 0.5),
  }
}

/** Between two values in proportion; null of none. */
function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const at = share * (sorted.length - 1)
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return low === undefined || high === undefined ? null : low + (high - low) * (at - Math.floor(at))
}
