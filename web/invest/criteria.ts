import type { AccessRole } from '../../server/domain/access.ts'
import type { Range } from '../../server/domain/coverage.ts'
import type { Figure } from '../../server/domain/provenance.ts'
import { yearsSince, type Age } from './age.ts'
import {
  ageOfProvenance,
  fieldOf,
  type FieldKey,
  type FieldValue,
  type ParkProfile,
  type Provenance,
} from './profile.ts'

/**
 * What parks are limited, ranked and compared by: a number with a least and a most, or nothing. What is no number is a
 * category, see `categories.ts`.
 *
 * `worst` and `best` are where a score begins and ends (0 and 100 points); they are fixed, so that a park's points do
 * not change with its company, and beyond them nothing is gained or lost. `code` names the criterion in links.
 */
interface Criterion {
  id: string
  code: string
  unit:
    | 'ha'
    | 'percent'
    | 'km'
    | 'minutes'
    | 'people'
    | 'usd'
    | 'billionVnd'
    | 'cubicMetersPerDay'
    | 'level'
    | 'status'
    | 'years'
    | 'year'
    | 'meters'
}

export interface RankedCriterion extends Criterion {
  id: RankedId
  worst: number
  best: number
}

export const rankedCriteria = [
  { id: 'area', code: 'a', unit: 'ha', worst: 0, best: 700 },
  { id: 'remaining', code: 'r', unit: 'ha', worst: 0, best: 200 },
  { id: 'occupancy', code: 'o', unit: 'percent', worst: 100, best: 0 },
  { id: 'rent', code: 'e', unit: 'usd', worst: 120, best: 20 },
  { id: 'readiness', code: 'd', unit: 'level', worst: 0, best: 5 },
  { id: 'status', code: 't', unit: 'status', worst: 0, best: 3 },
  { id: 'port', code: 'p', unit: 'km', worst: 130, best: 10 },
  { id: 'airport', code: 'f', unit: 'km', worst: 90, best: 5 },
  { id: 'interchange', code: 'x', unit: 'km', worst: 60, best: 1 },
  { id: 'station', code: 's', unit: 'km', worst: 60, best: 1 },
  { id: 'city', code: 'c', unit: 'km', worst: 90, best: 2 },
  { id: 'people', code: 'l', unit: 'people', worst: 0, best: 1_500_000 },
  { id: 'position', code: 'u', unit: 'meters', worst: 9000, best: 500 },
  { id: 'dataAge', code: 'g', unit: 'years', worst: 6, best: 0 },
] as const satisfies readonly (Criterion & { worst: number; best: number })[]
export type RankedId = (typeof rankedCriteria)[number]['id']

/** Whether more of these is better depends on who asks, so that they give no points. */
const limitedCriteria = [
  { id: 'leasable', code: 'la', unit: 'ha' },
  { id: 'leased', code: 'le', unit: 'ha' },
  { id: 'established', code: 'ye', unit: 'year' },
  { id: 'landRight', code: 'yl', unit: 'year' },
  { id: 'rentUntil', code: 'yr', unit: 'year' },
  { id: 'investment', code: 'iv', unit: 'billionVnd' },
  { id: 'jobs', code: 'jo', unit: 'people' },
  { id: 'wastewaterCapacity', code: 'ww', unit: 'cubicMetersPerDay' },
  { id: 'borderGate', code: 'b', unit: 'km' },
  { id: 'haNoi', code: 'h', unit: 'km' },
  { id: 'portMinutes', code: 'pm', unit: 'minutes' },
  { id: 'airportMinutes', code: 'fm', unit: 'minutes' },
  { id: 'interchangeMinutes', code: 'xm', unit: 'minutes' },
  { id: 'stationMinutes', code: 'sm', unit: 'minutes' },
  { id: 'cityMinutes', code: 'cm', unit: 'minutes' },
  { id: 'borderGateMinutes', code: 'bm', unit: 'minutes' },
  { id: 'haNoiMinutes', code: 'hm', unit: 'minutes' },
] as const satisfies readonly Criterion[]

export const criteria = [...rankedCriteria, ...limitedCriteria] as const
export type CriterionId = (typeof criteria)[number]['id']

export const criterionIds = criteria.map(({ id }) => id)

export function criterionOf(id: RankedId): RankedCriterion {
  const criterion = rankedCriteria.find((one) => one.id === id)
  if (!criterion) throw new Error(`there is no criterion ${id}`)
  return criterion
}

export function unitOf(id: CriterionId): Criterion['unit'] {
  const criterion = criteria.find((one) => one.id === id)
  if (!criterion) throw new Error(`there is no criterion ${id}`)
  return criterion.unit
}

export function isMoreBetter({ worst, best }: Pick<RankedCriterion, 'worst' | 'best'>): boolean {
  return best > worst
}

/** A park's value of one criterion. */
export interface Measured extends Range {
  age: Age
  provenance: Provenance
}

export type Measurements = Readonly<Record<CriterionId, Measured | null>>

/** How far a park has come, as steps of equal height. */
export const readinessLevels = [
  'stalled',
  'planned',
  'zoning-plan',
  'approved',
  'under-construction',
  'operating',
] as const

/** As the programme found it in 2021, as steps of equal height. */
export const statusLevels = ['study', 'planned', 'under-way', 'existing'] as const

export function measure(profile: ParkProfile, today: Date): Measurements {
  const { readiness, status, uncertaintyMeters } = profile.park.properties
  const firstFigure = (key: FieldKey): Measured | null => {
    const [value] = fieldOf(profile, key).values
    return value ? figureOf(value) : null
  }
  const figureNamed = (field: FieldKey, ...keys: Figure['key'][]): Measured | null => {
    const value = fieldOf(profile, field).values.find((one) => one.type === 'figure' && keys.includes(one.figure.key))
    return value ? figureOf(value) : null
  }
  const way = (role: AccessRole, of: 'roadKilometers' | 'minutes'): Measured | null => {
    const value = fieldOf(profile, 'access').values.find((one) => one.type === 'access' && one.target.role === role)
    const range = value?.type === 'access' ? value.target[of] : null
    return value && range ? { ...range, age: 'fresh', provenance: value.provenance } : null
  }
  const road = (role: AccessRole) => way(role, 'roadKilometers')
  const minutes = (role: AccessRole) => way(role, 'minutes')
  const readinessProvenance = fieldOf(profile, 'readiness').values[0]?.provenance
  const statusProvenance = fieldOf(profile, 'status').values[0]?.provenance
  const [newest] = fieldOf(profile, 'verifiedOn').values
  const years = newest?.type === 'date' ? yearsSince(newest.date, today) : null
  return {
    area: profile.park.properties.statedAreaHectares === null ? null : firstFigure('total'),
    remaining: firstFigure('remaining'),
    occupancy: surely(firstFigure('occupancy')),
    rent: surely(firstFigure('rent')),
    readiness:
      readiness && readinessProvenance ? exactly(readinessLevels.indexOf(readiness.level), readinessProvenance) : null,
    status: statusProvenance ? exactly(statusLevels.indexOf(status), statusProvenance) : null,
    port: road('nghi-son-port'),
    airport: road('airport'),
    interchange: road('interchange'),
    station: road('station'),
    city: road('city'),
    people: firstFigure('peopleWithin30Minutes'),
    position:
      uncertaintyMeters === null
        ? null
        : exactly(uncertaintyMeters, { basis: 'computed', method: positionMethod, from: null }),
    // The age itself is never old.
    dataAge: years === null || !newest ? null : { ...exactly(years, newest.provenance), age: 'fresh' },
    leasable: firstFigure('leasable'),
    leased: firstFigure('leased'),
    established: surely(figureNamed('decision', 'yearEstablished')),
    landRight: firstFigure('landRight'),
    rentUntil: firstFigure('rentUntil'),
    investment: figureNamed('investment', 'investment', 'phaseInvestment'),
    jobs: firstFigure('jobs'),
    wastewaterCapacity: firstFigure('wastewater'),
    borderGate: road('border-gate'),
    haNoi: road('ha-noi'),
    portMinutes: minutes('nghi-son-port'),
    airportMinutes: minutes('airport'),
    interchangeMinutes: minutes('interchange'),
    stationMinutes: minutes('station'),
    cityMinutes: minutes('city'),
    borderGateMinutes: minutes('border-gate'),
    haNoiMinutes: minutes('ha-noi'),
  }
}

const positionMethod = {
  text_vi: 'Bán kính quanh điểm vẽ mà vị trí thật nằm trong đó.',
  text_en: 'Radius round the drawn point within which the true place lies.',
  text_zh: '以所绘位置为中心的半径，真实位置在此范围内。',
  text_ja: '描かれた点を中心とする半径。実際の位置はこの中にあります。',
  text_ko: '그려진 점을 중심으로 한 반경으로, 실제 위치가 그 안에 있습니다.',
}

function exactly(value: number, provenance: Provenance): Measured {
  return { low: value, value, high: value, age: ageOfProvenance(provenance), provenance }
}

function figureOf(value: FieldValue): Measured | null {
  if (value.type === 'measure')
    return { ...value.range, age: ageOfProvenance(value.provenance), provenance: value.provenance }
  if (value.type !== 'figure') return null
  const { figure, provenance } = value
  const high = figure.valueMax ?? figure.value
  return { low: figure.value, value: (figure.value + high) / 2, high, age: ageOfProvenance(provenance), provenance }
}

/** A value of low confidence is shown with its caution, but nobody is judged by it. */
function surely(measured: Measured | null): Measured | null {
  const { provenance } = measured ?? {}
  return provenance?.basis === 'stated' && provenance.confidence === 'low' ? null : measured
}
