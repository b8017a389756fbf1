import type { Sentence } from '../../server/domain/analysis.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { noteText } from './invest/note-text.ts'

/** A sentence of the data in the reader's language, or else in English and marked as such for those who listen. */
export function Said({ sentence }: { sentence: Sentence }) {
  const { state } = useAtlas()
  const { text, lang } = noteText(sentence, state.language)
  return <span lang={lang}>{text}</span>
}
