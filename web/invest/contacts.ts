import type { Origin } from '../../server/domain/provenance.ts'

/**
 * Whom to call about a park, as far as cited sources say it.
 *
 * The public bodies are those that publish the parks' official pages, with the address of the page that names them.
 * No source at hand gives a telephone number, so there is none here.
 */
export interface Contact {
  role: 'board' | 'promotion'
  /** Published by whom to call, with the address of the page. */
  origin: Origin
}

const publishers: readonly { role: Contact['role']; originId: string }[] = [
  { role: 'board', originId: 'tbg' },
  { role: 'promotion', originId: 'inv-web' },
]

export function contactsFrom(origins: readonly Origin[]): Contact[] {
  return publishers.flatMap(({ role, originId }) => {
    const origin = origins.find(({ id }) => id === originId)
    return origin?.publisher ? [{ role, origin }] : []
  })
}
