/**
 * Which bodies are read, and what is refused before it is parsed.
 *
 * A parser follows every bracket it meets: 100,000 of them inside each other cost seconds or the stack. So
 * the brackets are counted first, without parsing. Keys such as `__proto__` are refused by Fastify's parser.
 */
import type { FastifyInstance } from 'fastify'
import { Problem } from './errors.ts'

export const mostBodyBytes = 1024 * 1024
export const deepestNesting = 32

export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    ['application/json', 'application/geo+json', 'application/vnd.geo+json'],
    { parseAs: 'string', bodyLimit: mostBodyBytes },
    (request, body, done) => {
      const text = String(body)
      if (nestingOf(text) > deepestNesting) {
        done(new Problem('bad-body', `The body may be nested ${deepestNesting} deep, and is nested deeper.`))
        return
      }
      void parse(request, text.replace(/^\uFEFF/, ''), done)
    },
  )
}

/** How deep brackets are inside each other; brackets within strings do not count. Stops when it is enough to refuse. */
export function nestingOf(text: string): number {
  let depth = 0
  let deepest = 0
  let isInString = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isInString) {
      if (code === backslash) i++
      else if (code === quote) isInString = false
    } else if (code === quote) isInString = true
    else if (code === openBracket || code === openBrace) {
      depth++
      if (depth > deepest) deepest = depth
      if (deepest > deepestNesting) break
    } else if (code === closeBracket || code === closeBrace) depth--
  }
  return deepest
}

const quote = 0x22
const backslash = 0x5c
const openBracket = 0x5b
const closeBracket = 0x5d
const openBrace = 0x7b
const closeBrace = 0x7d
