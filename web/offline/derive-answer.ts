/**
 * Answers that follow from one that is kept: a whole collection holds each of its pages and features.
 *
 * `readKept` finds a kept document by its path. Null: this path follows from nothing that is kept.
 */
export async function deriveAnswer(
  path: string,
  readKept: (path: string) => Promise<unknown>,
): Promise<{ status: 200 | 404; document: unknown } | null> {
  const url = new URL(path, 'http://atlas')
  const match = /^\/collections\/([a-z0-9-]+)\/items(?:\/([^/]+))?$/.exec(url.pathname)
  const [, collection, featureId] = match ?? []
  if (collection === undefined || !isPlain(url.searchParams)) return null
  const whole = (await readKept(wholeCollection(collection))) as Whole | null
  if (!whole) return null
  if (featureId === undefined) {
    const offset = Number(url.searchParams.get('offset') ?? 0)
    const features = whole.features.slice(offset, offset + Number(url.searchParams.get('limit') ?? 100))
    return { status: 200, document: { ...whole, numberReturned: features.length, links: [], features } }
  }
  const id = decodeURIComponent(featureId).normalize('NFC')
  const feature = whole.features.find((one) => one.id === id)
  if (feature) return { status: 200, document: { ...feature, links: [] } }
  return { status: 404, document: { status: 404, detail: `There is no feature "${id}" in ${collection}.` } }
}

export function wholeCollection(id: string): string {
  return `/collections/${id}/items?f=geojson&limit=1000`
}

interface Whole {
  features: { id: string }[]
}

/** Any other parameter (a filter, another reference system) changes what is asked. */
function isPlain(parameters: URLSearchParams): boolean {
  return [...parameters].every(
    ([name, value]) =>
      (name === 'f' && (value === 'geojson' || value === 'json')) ||
      ((name === 'limit' || name === 'offset') && /^\d{1,4}$/.test(value)),
  )
}
