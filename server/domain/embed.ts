import { Type, type Static } from 'typebox'

/** Who may show the atlas in a frame and talk to it. */
export const EmbedSettings = Type.Object({
  /** Such as `https://example.org`; `*` stands for everybody. The atlas' own pages always may. */
  origins: Type.Array(Type.String()),
})
export type EmbedSettings = Static<typeof EmbedSettings>
