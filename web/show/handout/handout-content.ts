import type { NumberParts } from '../number-parts.ts'

/** What a handout says, ready to be laid out: every text in its language, every number written. */
export interface HandoutContent {
  title: string
  pages: HandoutPage[]
  closing: HandoutClosing
}

export interface HandoutPage {
  id: string
  title: string
  sentence: string
  blocks: Block[]
  sources: SmallPrint[]
  /** Where the atlas shows this scene. */
  url: string
}

export interface HandoutClosing {
  /** What the code leads to. */
  url: string
  /** What has to be said about the code: that it leads to one machine only, that it holds no story of one's own. */
  notes: string[]
  contact: ContactBlock | null
  /** Every document the pages cite, once. */
  sources: SmallPrint[]
}

/** A line of small print, and where it can be read up. */
export interface SmallPrint {
  text: string
  url: string | null
  /** The document it names; null: it explains how something was computed. */
  originId: string | null
}

export type Block =
  | { type: 'number'; parts: NumberParts; label: string; kind: 'stated' | 'computed'; source: SmallPrint }
  | { type: 'list'; items: { name: string; value: string | null }[]; note: string }
  | { type: 'bars'; label: string; kind: 'stated' | 'computed'; rows: BarRow[]; sources: SmallPrint[] }
  | ContactBlock
  | { type: 'sentence'; text: string }

export interface ContactBlock {
  type: 'contact'
  host: string
  url: string
  label: string
  source: SmallPrint
}

export interface BarRow {
  name: string
  /** Null: nobody has published it. */
  value: string | null
  /** The letter of its source, or the least and the most it can be. */
  after: string
  /** Parts of the longest bar. */
  share: number
  range: { low: number; high: number } | null
}

/** Every letter that may be drawn, so that the document fetches the fonts it needs and no others. */
export function lettersOf(content: HandoutContent): string {
  return JSON.stringify(content)
}
