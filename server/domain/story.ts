import { Type, type Static } from 'typebox'
import { collectionIds, type CollectionId } from './collections.ts'
import { FigureKey, Slug } from './provenance.ts'

/**
 * A story for the presenter: one JSON document, a scene after the other.
 *
 * A scene says where the map looks, what it shows and what stands beside it. No number is typed into it: a number
 * is a callout that names a figure of the plan, a figure of a feature or a question to the analysis, and is read
 * when the scene is shown, with who stated it or how it was computed.
 */

const closed = { additionalProperties: false }

export const storyLanguages = ['vi', 'en', 'zh', 'ja', 'ko'] as const
export type StoryLanguage = (typeof storyLanguages)[number]

/** The same words in some of the five languages. */
const inLanguages = (maxLength: number, least = 0) => {
  const words = Type.Optional(Type.String({ maxLength }))
  return Type.Object({ vi: words, en: words, zh: words, ja: words, ko: words }, { ...closed, minProperties: least })
}
const Texts = inLanguages(400)
const Title = inLanguages(400, 1)
export type Texts = Static<typeof Texts>

const Longitude = Type.Number({ minimum: -180, maximum: 180 })
const Latitude = Type.Number({ minimum: -85, maximum: 85 })
const Bearing = Type.Number({ minimum: -360, maximum: 360 })
const Pitch = Type.Number({ minimum: 0, maximum: 85 })

/** A point to look at, as a reader left the map. */
const PointCamera = Type.Object(
  {
    zoom: Type.Number({ minimum: 0, maximum: 22 }),
    latitude: Latitude,
    longitude: Longitude,
    bearing: Bearing,
    pitch: Pitch,
  },
  closed,
)
/** A piece of ground that must be seen whole beside the words, on a screen of any shape: `[west, south, east, north]`. */
const FrameCamera = Type.Object(
  {
    frame: Type.Tuple([Longitude, Latitude, Longitude, Latitude]),
    bearing: Type.Optional(Bearing),
    pitch: Type.Optional(Pitch),
  },
  closed,
)
export const SceneCamera = Type.Union([PointCamera, FrameCamera])
export type SceneCamera = Static<typeof SceneCamera>

/** A feature as links name it: `park:bim-son`. */
const FeatureName = Type.String({ pattern: '^[a-z0-9-]+:[a-z0-9-]+$', maxLength: 120 })
const CollectionName = Type.Unsafe<CollectionId>({ type: 'string', enum: collectionIds })
const Buffer = Type.Integer({ minimum: 500, maximum: 30_000 })

/** What a callout is about, in few words and without a number. */
const label = { label: Type.Optional(Texts) }

export const Callout = Type.Union([
  /** A figure of the plan, by its id and, where it has several, its period. */
  Type.Object({ figure: Slug, period: Type.Optional(Type.String({ maxLength: 20 })), ...label }, closed),
  /** A figure that a document states of a feature: which one, by key, origin and, among several, its place. */
  Type.Object(
    {
      feature: FeatureName,
      key: FigureKey,
      origin: Slug,
      nth: Type.Optional(Type.Integer({ minimum: 0, maximum: 50 })),
      ...label,
    },
    closed,
  ),
  /** What the corridors reach now: computed, with low and high. */
  Type.Object(
    { measure: Type.Literal('coverage'), of: Type.Enum(['land', 'people']), bufferMeters: Buffer, ...label },
    closed,
  ),
  /** How far each park is from a place by road: computed, with low and high. */
  Type.Object(
    { measure: Type.Literal('access'), to: Type.Enum(['nghi-son-port', 'airport', 'ha-noi']), ...label },
    closed,
  ),
  /** The features of a collection by name, one after the other, with the drawn length where they are lines. */
  Type.Object({ list: CollectionName, ids: Type.Optional(Type.Array(Slug, { maxItems: 40 })), ...label }, closed),
  /** A bar for each park whose area a document states. */
  Type.Object({ chart: Type.Literal('park-areas'), ...label }, closed),
  /** Whom to ask: the address of a source, with a code to photograph. */
  Type.Object({ contact: Slug, ...label }, closed),
  /** A code that leads to this atlas. */
  Type.Object({ code: Type.Literal('atlas'), ...label }, closed),
])
export type Callout = Static<typeof Callout>

/** What draws itself when the scene is reached. */
export const Drawing = Type.Union([
  /** Lines of a collection, one after the other. */
  Type.Object({ draw: Type.Literal('lines'), collection: CollectionName }, closed),
  /** Arcs from the city to places beyond the province (collection `links`), and a ring through them all. */
  Type.Object({ draw: Type.Literal('arcs'), to: Type.Array(Slug, { minItems: 1, maxItems: 20 }) }, closed),
  /** A column over each park, as high as its stated area. */
  Type.Object({ draw: Type.Literal('columns') }, closed),
  /** What the corridors reach, as a veil over the rest. */
  Type.Object({ draw: Type.Literal('reach'), bufferMeters: Buffer }, closed),
])
export type Drawing = Static<typeof Drawing>

export const Scene = Type.Object(
  {
    id: Slug,
    camera: SceneCamera,
    /** Differences from what the atlas shows by default. */
    layers: Type.Object(
      { shown: Type.Array(Slug, { maxItems: 60 }), hidden: Type.Array(Slug, { maxItems: 60 }) },
      closed,
    ),
    /** What the panels had chosen (corridors, buffer, limits), as a link writes it. */
    filter: Type.Optional(Type.String({ maxLength: 2000, pattern: '^[^#\\s]*$' })),
    phase: Type.Enum([2021, 2025, 2030]),
    selection: Type.Union([FeatureName, Type.Null()]),
    /** In which language it was made: what stands in for a language it does not speak. */
    language: Type.Optional(Type.Enum([...storyLanguages])),
    texts: Type.Object(
      { title: Title, callout: Type.Optional(Texts), notes: Type.Optional(inLanguages(4000)) },
      closed,
    ),
    /** Where the words come from: documents and, of the programme, the clause. */
    sources: Type.Optional(
      Type.Array(Type.Object({ origin: Slug, locator: Type.Optional(Type.String({ maxLength: 80 })) }, closed), {
        maxItems: 4,
      }),
    ),
    durationSeconds: Type.Integer({ minimum: 3, maximum: 3600 }),
    callouts: Type.Optional(Type.Array(Callout, { maxItems: 8 })),
    drawings: Type.Optional(Type.Array(Drawing, { maxItems: 4 })),
    /** A small picture of the map, for machines that cannot draw it and for the presenter's list. */
    still: Type.Optional(Type.String({ pattern: '^data:image/(webp|jpeg|png);base64,', maxLength: 120_000 })),
  },
  closed,
)
export type Scene = Static<typeof Scene>

export const Story = Type.Object(
  {
    format: Type.Literal('thanh-hoa-story'),
    version: Type.Literal(1),
    id: Slug,
    title: Title,
    scenes: Type.Array(Scene, { minItems: 1, maxItems: 100 }),
  },
  closed,
)
export type Story = Static<typeof Story>
