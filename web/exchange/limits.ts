/**
 * How much of a file the page takes on. A file beyond these ends in a sentence, never in a frozen page.
 *
 * Seen with half a million positions: 2 to 4 s in a worker and some 300 MB; twice as much still fits a laptop.
 */
export const limits = {
  fileBytes: 48 * 1024 * 1024,
  /** Everything packed in one archive, together. */
  unpackedBytes: 160 * 1024 * 1024,
  packedFiles: 2_000,
  positions: 800_000,
  features: 200_000,
  fields: 200,
  textLength: 4_000,
  /** Collections within collections, blocks within blocks. */
  depth: 12,
  seconds: 60,
} as const
