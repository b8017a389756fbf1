/**
 * Which HTTP status a failure gets, and how it is told: the one table.
 *
 * Every failure leaves as `application/problem+json` (RFC 9457). `detail` names the thing, says what was
 * expected and what came; nothing of our own folders, stack or code ever stands in it.
 */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

export const problemKinds = {
  'bad-parameter': { status: 400, title: 'A parameter has a value that cannot be used' },
  'unknown-parameter': { status: 400, title: 'A parameter that this resource does not have' },
  'bad-address': { status: 400, title: 'The address cannot be read' },
  'bad-body': { status: 400, title: 'The body cannot be used' },
  'unknown-resource': { status: 404, title: 'There is nothing at this address' },
  'unknown-collection': { status: 404, title: 'No such collection' },
  'unknown-feature': { status: 404, title: 'No such feature' },
  'unknown-tile': { status: 404, title: 'No such tile' },
  'no-pack': { status: 404, title: 'There is no folder to download' },
  'method-not-allowed': { status: 405, title: 'This resource does not take that method' },
  'not-acceptable': { status: 406, title: 'None of the accepted formats is to be had' },
  'request-too-slow': { status: 408, title: 'The request took too long to arrive' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'address-too-long': { status: 414, title: 'The address is too long' },
  'unsupported-body': { status: 415, title: 'The body is in a format that is not read' },
  'too-complex': { status: 422, title: 'The question takes too much computation' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'headers-too-large': { status: 431, title: 'The headers are too large' },
  internal: { status: 500, title: 'Something went wrong on the server' },
  busy: { status: 503, title: 'The server is busy' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemKind = keyof typeof problemKinds

/** Thrown by a route to refuse a request. */
export class Problem extends Error {
  override name = 'Problem'
  readonly kind: ProblemKind
  readonly headers: Readonly<Record<string, string>>
  constructor(kind: ProblemKind, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail)
    this.kind = kind
    this.headers = headers
  }
}

export interface ProblemDocument {
  type: string
  title: string
  status: number
  detail: string
}

export const problemMediaType = 'application/problem+json'

export function toProblemDocument(problem: Problem): ProblemDocument {
  const { status, title } = problemKinds[problem.kind]
  return { type: `/problems/${problem.kind}`, title, status, detail: problem.message }
}

/** What Fastify and its plugins throw, in our words. The rest is our own fault. */
const kindOfCode = new Map<string, ProblemKind>([
  ['FST_ERR_VALIDATION', 'bad-body'],
  ['FST_ERR_CTP_EMPTY_JSON_BODY', 'bad-body'],
  ['FST_ERR_CTP_INVALID_JSON_BODY', 'bad-body'],
  ['FST_ERR_CTP_INVALID_CONTENT_LENGTH', 'bad-body'],
  ['FST_ERR_CTP_BODY_TOO_LARGE', 'body-too-large'],
  ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 'unsupported-body'],
  ['FST_ERR_BAD_URL', 'bad-address'],
  ['FST_ERR_MAX_PARAM_LENGTH', 'address-too-long'],
  ['FST_ERR_HANDLER_TIMEOUT', 'busy'],
  ['FST_ERR_REP_ALREADY_SENT', 'internal'],
  ['FST_UNDER_PRESSURE', 'busy'],
])

export function toProblem(error: FastifyError): Problem {
  if (error instanceof Problem) return error
  const kind = kindOfCode.get(error.code) ?? kindOfStatus(error.statusCode)
  switch (kind) {
    case 'internal':
      return new Problem(kind, 'The server could not answer this. It has written down why; please try again later.')
    case 'busy':
      return new Problem(kind, 'The server has more to do than it can manage just now; please try again shortly.', {
        'retry-after': '5',
      })
    case 'unsupported-body':
      return new Problem(kind, 'The body must be application/geo+json or application/json.')
    case 'body-too-large':
      return new Problem(kind, 'The body is larger than this resource reads.')
    case 'bad-address':
      return new Problem(kind, 'The address holds a percent sign that starts no character; write % itself as %25.')
    case 'bad-body':
      return new Problem(
        kind,
        error.validation ? toValidationSentence(error) : `The body cannot be read: ${error.message}.`,
      )
    default:
      return new Problem(kind, error.message)
  }
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const document = toProblemDocument(problem)
  for (const name of ['etag', 'content-encoding', 'content-length', 'content-crs']) reply.removeHeader(name)
  return reply
    .code(document.status)
    .headers({ ...problem.headers, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    .type(problemMediaType)
    .send(Buffer.from(JSON.stringify(document)))
}

export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request: FastifyRequest, reply) => {
    const problem = ofUnfinishedBody(error, request) ?? toProblem(error)
    if (problemKinds[problem.kind].status >= 500) request.log.error({ err: error, url: request.url }, error.message)
    return sendProblem(reply, problem)
  })
}

/** The time of an answer has run out because the question never came: no fault of ours, and nothing to wait for. */
function ofUnfinishedBody(error: FastifyError, request: FastifyRequest): Problem | null {
  if (error.code !== 'FST_ERR_HANDLER_TIMEOUT' || request.raw.complete) return null
  return new Problem('request-too-slow', 'The body did not arrive in time; please send it again.', {
    connection: 'close',
  })
}

function kindOfStatus(status: number | undefined): ProblemKind {
  const kinds = Object.keys(problemKinds) as ProblemKind[]
  const generic: Record<number, ProblemKind> = { 400: 'bad-body', 404: 'unknown-resource' }
  if (status === undefined || status >= 500) return status === 503 ? 'busy' : 'internal'
  return generic[status] ?? kinds.find((kind) => problemKinds[kind].status === status) ?? 'bad-body'
}

function toValidationSentence(error: FastifyError): string {
  const first = error.validation?.[0]
  const where = `${error.validationContext ?? 'body'}${first?.instancePath ?? ''}`
  const allowed: unknown = first?.params?.['allowedValues']
  const among = Array.isArray(allowed) ? `: ${allowed.join(', ')}` : ''
  return `${where} ${first?.message ?? 'is not as expected'}${among}.`
}
