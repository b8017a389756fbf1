/**
 * What the text after the question mark says.
 *
 * Percent signs are decoded; a plus is a plus, so that the offset of Vietnam in `2030-01-01T00:00:00+07:00`
 * arrives as written. A name that comes twice keeps all its values; what to do with them is the
 * resource's business. Text that cannot be decoded arrives under `malformed`, never as an exception.
 */
export const malformed = Symbol('malformed')

export type RawQuery = Record<string, string | string[]> & { [malformed]?: string }

export function parseQueryString(text: string): RawQuery {
  const query: RawQuery = Object.create(null) as RawQuery
  for (const pair of text.split('&')) {
    if (pair === '') continue
    const equals = pair.indexOf('=')
    const name = decode(equals < 0 ? pair : pair.slice(0, equals))
    const value = decode(equals < 0 ? '' : pair.slice(equals + 1))
    if (name === null || value === null) {
      query[malformed] ??= pair
      continue
    }
    const known = query[name]
    query[name] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value]
  }
  return query
}

export function formatQueryString(query: Iterable<readonly [name: string, value: string]>): string {
  return [...query].map(([name, value]) => `${encodeURIComponent(name)}=${encodeValue(value)}`).join('&')
}

/** Commas, colons and slashes are legal in a query and much easier to read as they are. */
function encodeValue(value: string): string {
  return encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/')
}

function decode(text: string): string | null {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
