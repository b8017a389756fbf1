import { Type, type Static } from 'typebox'

/**
 * Who said it, where, when, and how much it weighs.
 *
 * Nothing reaches the screen without one of these behind it. A *figure* is a number that a document
 * states, a *note* is a sentence that a document supports; what we compute ourselves is a measure
 * and carries its method instead (see `server/domain/analysis.ts`).
 */

export const Slug = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 })

export const OriginKind = Type.Enum([
  'programme', // the action programme itself
  'law', // decisions, resolutions, decrees
  'official', // sites and texts of public bodies
  'press',
  'commercial', // brokers, builders, listings
  'dataset',
  'reference', // encyclopaedias and other secondary works
  'unverified', // general knowledge nobody has checked: never drawn, never counted
  'search', // what we looked for ourselves and did not find, or could not place
  'assumption', // what the atlas assumes itself, in a file anybody can edit: speeds, how roads wind
])

const words = Type.Optional(Type.String({ minLength: 1 }))

/**
 * `title` and `publisher` stand as the document has them, or in English where they are words of ours; those are given
 * in other languages too.
 */
export const Origin = Type.Object(
  {
    id: Slug,
    title: Type.String({ minLength: 1 }),
    title_vi: words,
    title_zh: words,
    title_ja: words,
    title_ko: words,
    publisher: Type.Union([Type.String(), Type.Null()]),
    publisher_vi: words,
    publisher_zh: words,
    publisher_ja: words,
    publisher_ko: words,
    /** ISO date, year-month or year; words ("about 2014", "n.d.") where nothing better is known. */
    date: Type.Union([Type.String(), Type.Null()]),
    kind: OriginKind,
    licence: Type.Union([Type.String(), Type.Null()]),
    address: Type.Union([Type.String(), Type.Null()]),
  },
  { additionalProperties: false },
)
export type Origin = Static<typeof Origin>

export const Confidence = Type.Enum(['high', 'medium', 'low'])

/** Every kind of number that documents give; labels are in `web/i18n`, one for each. */
export const FigureKey = Type.Enum([
  'area',
  'landArea',
  'waterArea',
  'industrialArea',
  'leasableArea',
  'leasedArea',
  'occupancy',
  'landRent',
  'investment',
  'phaseInvestment',
  'jobs',
  'fdiProjects',
  'fdiCapital',
  'domesticProjects',
  'domesticCapital',
  'subZones',
  'industrialSubZones',
  'parksCounted',
  'population',
  'length',
  'lengthInProvince',
  'width',
  'height',
  'elevation',
  'crestElevation',
  'crestLength',
  'canalLength',
  'bridgeLength',
  'tunnelLength',
  'channelLength',
  'designSpeed',
  'kilometerPost',
  'roadDistance',
  'straightDistance',
  'power',
  'storage',
  'basinArea',
  'surfaceArea',
  'irrigatedArea',
  'aquacultureArea',
  'peopleServed',
  'passengerCapacity',
  'passengers',
  'cargoCapacity',
  'aircraftStands',
  'terminalArea',
  'shipSize',
  'berths',
  'terminals',
  'wastewaterCapacity',
  'yearEstablished',
  'yearOpened',
])

export const Unit = Type.Enum([
  'ha',
  'km2',
  'm2',
  'km',
  'm',
  'percent',
  'count',
  'people',
  'billionVnd',
  'millionUsd',
  'usdPerSquareMeter50Years',
  'megawatt',
  'billionCubicMeters',
  'passengersPerYear',
  'passengers',
  'tonnesPerYear',
  'cubicMetersPerDay',
  'deadweightTonnes',
  'kilometersPerHour',
  'year',
])

const statement = {
  originId: Slug,
  /** Clause, page, annex, paragraph; null when the origin is a single short page. */
  locator: Type.Union([Type.String(), Type.Null()]),
  /** The day the statement is about, if it differs from the day of its origin. */
  date: Type.Union([Type.String(), Type.Null()]),
  confidence: Confidence,
}

export const Figure = Type.Object(
  {
    key: FigureKey,
    value: Type.Number(),
    /** Upper end when the origin states a range. */
    valueMax: Type.Optional(Type.Number()),
    qualifier: Type.Optional(Type.Enum(['about', 'at-least', 'at-most'])),
    unit: Unit,
    /** What the number is about, when the feature alone does not say it ("phase 1", "to Hà Nội"). */
    about_vi: Type.Optional(Type.String({ minLength: 1 })),
    about_en: Type.Optional(Type.String({ minLength: 1 })),
    about_zh: Type.Optional(Type.String({ minLength: 1 })),
    about_ja: Type.Optional(Type.String({ minLength: 1 })),
    about_ko: Type.Optional(Type.String({ minLength: 1 })),
    ...statement,
  },
  { additionalProperties: false },
)
export type Figure = Static<typeof Figure>

/** How far a park has come, by the newest text found about it; our reading of that text, not its words. */
export const Readiness = Type.Object(
  {
    level: Type.Enum([
      'stalled', // begun once, now still or to become something else
      'planned', // named in a plan, nothing more found
      'zoning-plan', // its detailed plan (1/2000) is approved
      'approved', // an investor has the investment policy
      'under-construction',
      'operating',
    ]),
    ...statement,
  },
  { additionalProperties: false },
)
export type Readiness = Static<typeof Readiness>

export const NoteKey = Type.Enum([
  'status', // how it stood when the programme was written
  'statusNow', // the newest state known; undated where its origin is
  'location',
  'extent',
  'developer',
  'decision',
  'sectors',
  'role',
  'route',
  'class',
  'section',
  'history',
  'disagreement',
  'caution',
  'hypothesis',
])

/** In five languages where investors read it, in two elsewhere. */
export const Note = Type.Object(
  {
    key: NoteKey,
    text_vi: Type.String({ minLength: 1 }),
    text_en: Type.String({ minLength: 1 }),
    text_zh: Type.Optional(Type.String({ minLength: 1 })),
    text_ja: Type.Optional(Type.String({ minLength: 1 })),
    text_ko: Type.Optional(Type.String({ minLength: 1 })),
    /** Of parks: what of the sentence they can be chosen by, see `park-terms.ts`. */
    terms: Type.Optional(Type.Array(Slug, { minItems: 1, uniqueItems: true })),
    ...statement,
  },
  { additionalProperties: false },
)
export type Note = Static<typeof Note>
