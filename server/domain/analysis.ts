import { Type, type Static } from 'typebox'
import { Clause, collectionIds, Status, type CollectionId } from './collections.ts'
import { Confidence, Origin, Slug } from './provenance.ts'
import { ClauseEntry, Disagreement, Pillar, PlanFigure } from './seeds.ts'

/**
 * What the atlas answers when it is asked for more than a feature: the shapes of its own answers.
 *
 * A number in them is either *stated* (with origin, locator and date) or *measured* (with a method).
 * `drawn` is always what our polygon measures on the ellipsoid; a difference is drawn minus stated.
 */

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const closed = { additionalProperties: false }

const CollectionName = Type.Unsafe<CollectionId>({ type: 'string', enum: collectionIds })
const Hectares = Type.Number()
/** `[west, south, east, north]`. */
const Box = Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()])

/** A sentence in both languages. */
/** In five languages where investors read it, in two elsewhere. */
export const Sentence = Type.Object(
  {
    text_vi: Type.String(),
    text_en: Type.String(),
    text_zh: Type.Optional(Type.String()),
    text_ja: Type.Optional(Type.String()),
    text_ko: Type.Optional(Type.String()),
  },
  closed,
)
export type Sentence = Static<typeof Sentence>

/** One area that one document gives. */
export const StatedArea = Type.Object(
  {
    areaHectares: Hectares,
    about_vi: nullable(Type.String()),
    about_en: nullable(Type.String()),
    about_zh: Type.Optional(Type.String()),
    about_ja: Type.Optional(Type.String()),
    about_ko: Type.Optional(Type.String()),
    originId: Slug,
    locator: nullable(Type.String()),
    date: nullable(Type.String()),
    confidence: Confidence,
    /** False: general knowledge that nobody has checked. Listed, never added up. */
    verified: Type.Boolean(),
  },
  closed,
)
export type StatedArea = Static<typeof StatedArea>

/** How an area that no document gives follows from areas that documents give. */
export const Arithmetic = Type.Object(
  {
    fromHectares: Hectares,
    minus: Type.Array(
      Type.Object({ label_vi: Type.String(), label_en: Type.String(), areaHectares: Hectares }, closed),
    ),
    resultHectares: Hectares,
  },
  closed,
)
export type Arithmetic = Static<typeof Arithmetic>

const ledgerLine = {
  /** The feature it is about; null for the parks taken together. */
  collection: nullable(CollectionName),
  featureId: nullable(Slug),
  name_vi: Type.String(),
  name_en: Type.String(),
  areaHectares: Hectares,
  /** Who states it; null: nobody does, see `arithmetic`. */
  statement: nullable(StatedArea),
  arithmetic: nullable(Arithmetic),
  drawnAreaHectares: nullable(Hectares),
  differenceHectares: nullable(Hectares),
  /** What nobody has published about it; null: nothing is missing. */
  unknown: nullable(Sentence),
}

/** A part of a line, e.g. the sea part of a zone. */
export const LedgerPart = Type.Object(ledgerLine, closed)
export type LedgerPart = Static<typeof LedgerPart>

export const LedgerLine = Type.Object({ ...ledgerLine, parts: Type.Array(LedgerPart) }, closed)
export type LedgerLine = Static<typeof LedgerLine>

/** A park with every area anybody has published for it. */
export const LedgerPark = Type.Object(
  {
    collection: CollectionName,
    featureId: Slug,
    name_vi: Type.String(),
    name_en: Type.String(),
    areas: Type.Array(StatedArea),
    /** Largest of the verified areas: what the sum counts. Null: no document gives one. */
    countedHectares: nullable(Hectares),
    /** The stated area that the drawn one is compared with. */
    statedAreaHectares: nullable(Hectares),
    drawnAreaHectares: nullable(Hectares),
    differenceHectares: nullable(Hectares),
  },
  closed,
)
export type LedgerPark = Static<typeof LedgerPark>

/** `GET /analysis/ledger`: where the programme's total area comes from. */
export const Ledger = Type.Object(
  {
    /** The total, as the programme states it. */
    total: Type.Object(
      {
        figureId: Slug,
        areaHectares: Hectares,
        clause: Clause,
        originId: Slug,
        quote_vi: Type.String(),
        label_vi: Type.String(),
        label_en: Type.String(),
      },
      closed,
    ),
    /** The parts of the total; they add up to `sumHectares`. */
    lines: Type.Array(LedgerLine),
    sumHectares: Hectares,
    /** How much of the sum a document states, and how much is subtraction. */
    documentedHectares: Hectares,
    impliedHectares: Hectares,
    /** Sum of everything drawn for the lines above. */
    drawnAreaHectares: Hectares,
    parks: Type.Object(
      {
        figureId: Slug,
        clause: Clause,
        originId: Slug,
        quote_vi: Type.String(),
        /** What the programme states for all parks together. */
        statedHectares: Hectares,
        lines: Type.Array(LedgerPark),
        /** Sum of `countedHectares`, and of how many parks. */
        countedHectares: Hectares,
        countedParks: Type.Integer(),
        /** Sum of the largest unverified area of the parks without a verified one. Never part of a sum. */
        unverifiedHectares: Hectares,
        unverifiedParks: Type.Integer(),
        /** Stated minus counted: nobody has published where these hectares are. */
        unexplainedHectares: Hectares,
      },
      closed,
    ),
    unknowns: Type.Array(Sentence),
    method: Sentence,
  },
  closed,
)
export type Ledger = Static<typeof Ledger>

/** `POST /analysis/measure`: how large and how long a GeoJSON is. */
export const MeasureAnswer = Type.Object(
  {
    /** Null: nothing in it has an area. */
    ellipsoidArea: nullable(Type.Object({ areaHectares: Hectares, method: Sentence }, closed)),
    /** Null: nothing in it has an area, or it lies outside the grid's zone. */
    gridArea: nullable(
      Type.Object({ areaHectares: Hectares, crs: Type.Literal('EPSG:5897'), method: Sentence }, closed),
    ),
    /** Of its lines; null: it has none. */
    length: nullable(Type.Object({ lengthKilometers: Type.Number(), method: Sentence }, closed)),
    /** Of the boundaries of its polygons, holes included; null: it has none. */
    perimeter: nullable(Type.Object({ lengthKilometers: Type.Number(), method: Sentence }, closed)),
    vertexCount: Type.Integer(),
    bbox: nullable(Box),
  },
  closed,
)
export type MeasureAnswer = Static<typeof MeasureAnswer>

/** `GET /analysis/search-index`: one thing that can be found. */
export const SearchEntry = Type.Object(
  {
    collection: CollectionName,
    id: Slug,
    name_vi: Type.String(),
    name_en: Type.String(),
    aliases: Type.Array(Type.String()),
    kind: Type.String(),
    /** 1 to 100; of two equally good matches the heavier one comes first. */
    weight: Type.Integer({ minimum: 1, maximum: 100 }),
    /** `[longitude, latitude]` of its middle; null: its position is not known. */
    position: nullable(Type.Tuple([Type.Number(), Type.Number()])),
    /** `[west, south, east, north]`; null for points and for what has no position. */
    bbox: nullable(Box),
    /** Former communes: their district of 2021. */
    districtId: Type.Optional(Slug),
    /** Former communes and districts: the units of today (2025) on their ground. */
    unitIds: Type.Optional(Type.Array(Slug)),
  },
  closed,
)
export type SearchEntry = Static<typeof SearchEntry>

/** A feature whose position nobody has published: listed, never dropped. */
export const UnplacedFeature = Type.Object(
  {
    collection: CollectionName,
    id: Slug,
    name_vi: Type.String(),
    name_en: Type.String(),
    kind: Type.String(),
    status: nullable(Status),
    clauses: Type.Array(Clause),
    reason: Sentence,
    /** Who supports the reason; null: it is our own remark that nothing was found. */
    originId: nullable(Slug),
  },
  closed,
)
export type UnplacedFeature = Static<typeof UnplacedFeature>

/** `GET /plan`: what the action programme says, apart from the map. */
export const PlanDocument = Type.Object(
  {
    figures: Type.Array(PlanFigure),
    pillars: Type.Array(Pillar),
    clauses: Type.Array(ClauseEntry),
    disagreements: Type.Array(Disagreement),
    origins: Type.Array(Origin),
    unplaced: Type.Array(UnplacedFeature),
  },
  closed,
)
export type PlanDocument = Static<typeof PlanDocument>
