/**
 * Answers of a packed atlas, which lies as files on any static server: `answers.json` says which file holds which
 * answer, and whole collections stand for their features. What the pack does not hold is refused with a sentence.
 */
import i18next from 'i18next'
import { loadAreas } from '../i18n/index.ts'
import { deriveAnswer } from './derive-answer.ts'

let files: Promise<Record<string, string>> | undefined

/** @param base where the pack lies, without a slash at the end. */
export async function answerFromPack(base: string, path: string): Promise<Response> {
  files ??= readList(base)
  const known = await files
  const read = async (wanted: string) => {
    const file = known[wanted]
    return file === undefined ? null : fetch(`${base}/${file}`)
  }
  const response = await read(path)
  if (response) return response
  const derived = await deriveAnswer(path, async (whole) => (await read(whole))?.json() as Promise<unknown>)
  if (derived) return Response.json(derived.document, { status: derived.status })
  await loadAreas(['pack'])
  return Response.json({ detail: i18next.t('pack.notHeld') }, { status: 501 })
}

/** A server that was away is asked anew. */
async function readList(base: string): Promise<Record<string, string>> {
  try {
    return (await (await fetch(`${base}/answers.json`)).json()) as Record<string, string>
  } catch (error) {
    files = undefined
    throw error
  }
}
