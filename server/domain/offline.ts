import { Type, type Static } from 'typebox'

/** What an atlas without a network has to hold, as addresses of this server. */

const Range = Type.Object(
  {
    zoom: Type.Integer(),
    minColumn: Type.Integer(),
    maxColumn: Type.Integer(),
    minRow: Type.Integer(),
    maxRow: Type.Integer(),
  },
  { additionalProperties: false },
)
/** The tiles of one zoom that are kept. */
export type TileSpan = Static<typeof Range>

const Contents = Type.Object({ answers: Type.Array(Type.String()), tiles: Type.Array(Range) })
export type Contents = Static<typeof Contents>

export const OfflineContents = Type.Object({
  /** Of the data and the server's code. */
  version: Type.String(),
  /** Kept after one visit. */
  base: Contents,
  /** Kept by a pack, beside the base. */
  pack: Contents,
})
export type OfflineContents = Static<typeof OfflineContents>

/** The folder that `npm run pack` makes, zipped: what `/pack.zip` sends. */
export const PackInfo = Type.Object({
  /** Null: there is none. */
  bytes: Type.Union([Type.Integer(), Type.Null()]),
  /** Whether it was made from the data and code that this server runs on. */
  isCurrent: Type.Boolean(),
})
export type PackInfo = Static<typeof PackInfo>
