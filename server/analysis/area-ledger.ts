/**
 * Where the programme's total area of zones and parks comes from, and what of it nobody has published.
 *
 * The total and the parks' share are stated by the programme, the coastal zone's area by a decision. The
 * border-gate zone has no document: its area is what is left, and is said to be so. The parks' own areas
 * come from many origins and years; they are listed with all of these, the largest verified one of each is
 * added up, and the sum is never made to fit. Unverified areas are listed and never added to it.
 */
import type {
  Arithmetic,
  Ledger,
  LedgerLine,
  LedgerPark,
  LedgerPart,
  Sentence,
  StatedArea,
} from '../domain/analysis.ts'
import type { FeatureOf, PropertiesOf } from '../domain/collections.ts'
import type { Figure, Origin } from '../domain/provenance.ts'
import type { PlanFigure } from '../domain/seeds.ts'
import { ellipsoidMethod } from './measure-geojson.ts'

/** The two figures of `seeds/plan/figures.json` that the ledger explains. */
export const totalFigureId = 'zones-and-parks-area'
export const parksFigureId = 'parks-area'

export interface LedgerInputs {
  figures: readonly PlanFigure[]
  origins: ReadonlyMap<string, Pick<Origin, 'kind'>>
  zones: readonly Pick<FeatureOf<'zones'>, 'properties'>[]
  zoneSea: readonly Pick<FeatureOf<'zone-sea'>, 'properties'>[]
  parks: readonly Pick<FeatureOf<'parks'>, 'properties'>[]
}

export function areaLedger(inputs: LedgerInputs): Ledger {
  const total = planArea(inputs.figures, totalFigureId)
  const parksTotal = planArea(inputs.figures, parksFigureId)
  const parks = parksSection(inputs, parksTotal)
  const statedZones = inputs.zones.filter(({ properties }) => properties.statedAreaHectares !== null)
  const stated = statedZones.map(({ properties }) => statedZoneLine(properties, inputs))
  const parksLine = parksTogether(parksTotal, parks.lines)
  const implied = inputs.zones
    .filter(({ properties }) => properties.statedAreaHectares === null)
    .map(({ properties }) => impliedZoneLine(properties, total.areaHectares, [...stated, parksLine]))
  if (implied.length > 1) {
    const ids = implied.map(({ featureId }) => featureId).join(', ')
    throw new Error(`the area ledger can imply the area of one zone only, but no document states that of ${ids}`)
  }
  const lines = [...stated, ...implied, parksLine]
  const sumHectares = sum(lines.map(({ areaHectares }) => areaHectares))
  const impliedHectares = sum(implied.map(({ areaHectares }) => areaHectares))
  return {
    total,
    lines,
    sumHectares,
    impliedHectares,
    documentedHectares: sum([sumHectares, -impliedHectares]),
    drawnAreaHectares: sum(lines.map(({ drawnAreaHectares }) => drawnAreaHectares ?? 0)),
    parks,
    unknowns: lines
      .flatMap(({ unknown, parts }) => [unknown, ...parts.map((part) => part.unknown)])
      .filter((sentence) => sentence !== null),
    method: ellipsoidMethod,
  }
}

function planArea(figures: readonly PlanFigure[], id: string): Ledger['total'] {
  const figure = figures.find((one) => one.id === id)
  const [first] = figure?.values ?? []
  if (!figure || !first || figure.unit !== 'ha') {
    throw new Error(`seeds/plan/figures.json must have a figure "${id}" in ha: the area ledger explains it`)
  }
  return {
    figureId: id,
    areaHectares: first.value,
    clause: figure.clause,
    originId: figure.originId,
    quote_vi: first.quote_vi,
    label_vi: figure.label_vi,
    label_en: figure.label_en,
  }
}

type AreaProperties = PropertiesOf<'zones'>

/** A zone by the newest statement of its whole area, with its land and sea apart. */
function statedZoneLine(zone: AreaProperties, { zoneSea, origins }: LedgerInputs): LedgerLine {
  const whole = newest(zone.figures, 'area')
  const land = newest(zone.figures, 'landArea')
  const water = newest(zone.figures, 'waterArea')
  const sea = zoneSea.find(({ properties }) => properties.statedAreaHectares === water?.value)?.properties
  const parts: LedgerPart[] = []
  if (land && water) {
    parts.push(
      statedPart('zones', zone, land, origins, null),
      statedPart('zone-sea', sea ?? null, water, origins, seaIsUnknown),
    )
  }
  const figure = whole ?? zone.figures.find(({ value, unit }) => unit === 'ha' && value === zone.statedAreaHectares)
  if (!figure) throw new Error(`zones.geojson: ${zone.id} states an area that none of its figures holds`)
  const drawn =
    parts.length > 0 ? sumOrNull(parts.map(({ drawnAreaHectares }) => drawnAreaHectares)) : zone.drawnAreaHectares
  return {
    collection: 'zones',
    featureId: zone.id,
    name_vi: zone.name_vi,
    name_en: zone.name_en,
    areaHectares: figure.value,
    statement: toStatedArea(figure, origins),
    arithmetic: null,
    ...compare(figure.value, drawn),
    unknown: null,
    parts,
  }
}

const seaIsUnknown: Sentence = {
  text_vi: 'Phần biển không có ranh giới nào được công bố: hình vẽ chỉ có đúng diện tích, không có đúng hình dạng.',
  text_en: 'No outline of the sea part has been published: the shape drawn has the right area, not the right form.',
}

function statedPart(
  collection: 'zones' | 'zone-sea',
  properties: AreaProperties | null,
  figure: Figure,
  origins: LedgerInputs['origins'],
  unknown: Sentence | null,
): LedgerPart {
  return {
    collection: properties ? collection : null,
    featureId: properties?.id ?? null,
    name_vi: figure.about_vi ?? properties?.name_vi ?? '',
    name_en: figure.about_en ?? properties?.name_en ?? '',
    areaHectares: figure.value,
    statement: toStatedArea(figure, origins),
    arithmetic: null,
    ...compare(figure.value, properties?.drawnAreaHectares ?? null),
    unknown,
  }
}

function impliedZoneLine(zone: AreaProperties, totalHectares: number, others: readonly LedgerLine[]): LedgerLine {
  const minus: Arithmetic['minus'] = others.map(({ name_vi, name_en, areaHectares }) => ({
    label_vi: name_vi,
    label_en: name_en,
    areaHectares,
  }))
  const areaHectares = sum([totalHectares, ...minus.map((part) => -part.areaHectares)])
  return {
    collection: 'zones',
    featureId: zone.id,
    name_vi: zone.name_vi,
    name_en: zone.name_en,
    areaHectares,
    statement: null,
    arithmetic: { fromHectares: totalHectares, minus, resultHectares: areaHectares },
    drawnAreaHectares: zone.drawnAreaHectares,
    differenceHectares: null,
    unknown: {
      text_vi: `${zone.name_vi}: chưa có văn bản nào nêu diện tích hay ranh giới; con số ở đây là phần còn lại của phép trừ.`,
      text_en: `${zone.name_en}: no document gives its area or its outline; the number here is what a subtraction leaves.`,
    },
    parts: [],
  }
}

function parksTogether(stated: Ledger['total'], lines: readonly LedgerPark[]): LedgerLine {
  return {
    collection: null,
    featureId: null,
    name_vi: `${lines.length} khu công nghiệp`,
    name_en: `${lines.length} industrial parks`,
    areaHectares: stated.areaHectares,
    statement: {
      areaHectares: stated.areaHectares,
      about_vi: stated.label_vi,
      about_en: stated.label_en,
      originId: stated.originId,
      locator: stated.clause,
      date: null,
      confidence: 'high',
      verified: true,
    },
    arithmetic: null,
    ...compare(stated.areaHectares, sumOrNull(lines.map(({ drawnAreaHectares }) => drawnAreaHectares))),
    unknown: {
      text_vi:
        'Chương trình không nêu diện tích từng khu công nghiệp; diện tích công bố của các khu không cộng lại thành tổng này.',
      text_en:
        'The programme does not give the area of each park; the areas published for them do not add up to this total.',
    },
    parts: [],
  }
}

function parksSection({ parks, origins }: LedgerInputs, stated: Ledger['total']): Ledger['parks'] {
  const lines = parks.map(({ properties }) => toParkLine(properties, origins))
  const counted = lines.flatMap(({ countedHectares }) => countedHectares ?? [])
  const unverified = lines
    .filter(({ countedHectares }) => countedHectares === null)
    .flatMap(({ areas }) => largest(areas)?.areaHectares ?? [])
  return {
    figureId: stated.figureId,
    clause: stated.clause,
    originId: stated.originId,
    quote_vi: stated.quote_vi,
    statedHectares: stated.areaHectares,
    lines,
    countedHectares: sum(counted),
    countedParks: counted.length,
    unverifiedHectares: sum(unverified),
    unverifiedParks: unverified.length,
    unexplainedHectares: sum([stated.areaHectares, ...counted.map((hectares) => -hectares)]),
  }
}

function toParkLine(park: PropertiesOf<'parks'>, origins: LedgerInputs['origins']): LedgerPark {
  const areas = park.figures
    .filter(({ key, unit }) => key === 'area' && unit === 'ha')
    .map((figure) => toStatedArea(figure, origins))
  const { drawnAreaHectares, differenceHectares } = compare(park.statedAreaHectares, park.drawnAreaHectares)
  return {
    collection: 'parks',
    featureId: park.id,
    name_vi: park.name_vi,
    name_en: park.name_en,
    areas,
    countedHectares: largest(areas.filter(({ verified }) => verified))?.areaHectares ?? null,
    statedAreaHectares: park.statedAreaHectares,
    drawnAreaHectares,
    differenceHectares,
  }
}

function toStatedArea(figure: Figure, origins: LedgerInputs['origins']): StatedArea {
  return {
    areaHectares: figure.value,
    about_vi: figure.about_vi ?? null,
    about_en: figure.about_en ?? null,
    ...(figure.about_zh === undefined ? {} : { about_zh: figure.about_zh }),
    ...(figure.about_ja === undefined ? {} : { about_ja: figure.about_ja }),
    ...(figure.about_ko === undefined ? {} : { about_ko: figure.about_ko }),
    originId: figure.originId,
    locator: figure.locator,
    date: figure.date,
    confidence: figure.confidence,
    verified: (origins.get(figure.originId)?.kind ?? 'unverified') !== 'unverified',
  }
}

/** The figure of that kind with the latest date; undated ones are the oldest. */
function newest(figures: readonly Figure[], key: Figure['key']): Figure | undefined {
  return figures
    .filter((figure) => figure.key === key && figure.unit === 'ha')
    .toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))[0]
}

function largest(areas: readonly StatedArea[]): StatedArea | undefined {
  return areas.toSorted((a, b) => b.areaHectares - a.areaHectares)[0]
}

function compare(statedHectares: number | null, drawnAreaHectares: number | null) {
  const isComparable = statedHectares !== null && drawnAreaHectares !== null
  return { drawnAreaHectares, differenceHectares: isComparable ? sum([drawnAreaHectares, -statedHectares]) : null }
}

function sumOrNull(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((number) => number !== null)
  return known.length === 0 ? null : sum(known)
}

/** To a square metre: figures have two decimals, and binary fractions would show otherwise. */
function sum(numbers: readonly number[]): number {
  return Number(numbers.reduce((total, number) => total + number, 0).toFixed(4))
}
