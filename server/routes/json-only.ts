/**
 * For resources that have one format: JSON, to a browser as well, so that a person can look at it.
 */
import { chooseFormat, jsonFormat } from '../plugins/negotiation.ts'
import { formatParameter } from './query/parameters.ts'
import { querySchema } from './query/query.ts'

export const jsonQuery = querySchema({ f: formatParameter(['json']) })

const shownToAnyone = { ...jsonFormat, accepts: ['application/json', 'text/html'] }

export function acceptJson(request: {
  headers: { accept?: string | undefined }
  query: { f: 'json' | undefined }
}): void {
  chooseFormat(request.headers.accept, request.query.f, [shownToAnyone])
}
