/**
 * Answers of the analysis pool, which are bytes already, on their way out.
 */
import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AnalysisPool } from '../plugins/analysis-pool.ts'
import type { AnalysisQuestion } from '../plugins/analysis-questions.ts'
import { matches } from '../plugins/caching.ts'

export function sendAnswer(reply: FastifyReply, json: Uint8Array): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(Buffer.from(json.buffer, json.byteOffset, json.byteLength))
}

/** The answer to a question about the atlas' own features: its tag is known before anything is worked out. */
export async function answerAndTag(
  request: FastifyRequest,
  reply: FastifyReply,
  { analysis, version }: { analysis: AnalysisPool; version: string },
  question: AnalysisQuestion,
): Promise<FastifyReply> {
  const asked = `${version}\n${JSON.stringify(question)}`
  const etag = `W/"${createHash('sha256').update(asked).digest('hex').slice(0, 16)}.json"`
  reply.headers({ etag, 'cache-control': 'public, no-cache', vary: 'Accept, Accept-Encoding' })
  return matches(request, etag) ? reply.code(304).send() : sendAnswer(reply, await analysis.answer(question))
}
