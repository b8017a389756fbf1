import type { Language } from '../state/atlas-state.ts'
import { toMessageCode } from './message.ts'
import { parkCodes } from './park-codes.ts'

/** Links stay below this many letters, so that messengers neither cut nor hide them. */
export const longestLink = 300

/** The link that shows a shortlist elsewhere: the parks, the language and the message, nothing else. */
export function toShortlistLink(page: string, language: Language, ids: readonly string[], message: string): string {
  const parks = ids.map((id) => parkCodes[id] ?? id).join('.')
  const said = message.trim()
  return `${page}#v=1&lang=${language}&ui=invest&iv=shortlist&is=${parks}${said ? `&in=${toMessageCode(said)}` : ''}`
}
