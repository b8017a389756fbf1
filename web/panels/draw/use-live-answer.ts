import { useEffect, useState } from 'react'
import { useReplacements } from '../../state/replacements.ts'
import type { Language } from '../../state/atlas-state.ts'

/** An answer of the page's worker that follows its question; the one before stays until the next is there. */
export interface LiveAnswer<T, Question = unknown> {
  data: T | undefined
  /** What `data` is the answer to. */
  of: Question | undefined
  /** A sentence in the reader's language. */
  problem: string | undefined
  isLoading: boolean
}

/**
 * @param question null: nothing is asked; memoise it
 * @param ask answers null where a newer question has taken its place
 */
export function useLiveAnswer<Question, T>(
  question: Question | null,
  ask: (question: Question) => Promise<T | null>,
  language: Language,
): LiveAnswer<T, Question> {
  // Of which the answer is made as well: a shape of the reader's own that comes or goes asks anew.
  const replacements = useReplacements((own) => own.replacements)
  const [answer, setAnswer] = useState<Kept<Question, T>>({ last: null })
  useEffect(() => {
    if (question === null) return
    let current = true
    ask(question).then(
      (data) => {
        if (current && data !== null) setAnswer({ data, of: question, last: question })
      },
      (error: unknown) => {
        if (current) setAnswer((before) => ({ ...before, error, last: question }))
      },
    )
    return () => {
      current = false
    }
  }, [question, ask, replacements])
  if (question === null) return { data: undefined, of: undefined, problem: undefined, isLoading: false }
  const failed = answer.error !== undefined && answer.last === question
  return {
    data: answer.data,
    of: answer.of,
    problem: failed ? sentenceOf(answer.error, language) : undefined,
    isLoading: answer.last !== question,
  }
}

interface Kept<Question, T> {
  data?: T
  of?: Question
  error?: unknown
  /** The question that was answered or refused last. */
  last: Question | null
}

function sentenceOf(error: unknown, language: Language): string {
  const { problem } = error as { problem?: { text_vi: string; text_en: string } }
  if (problem) return language === 'vi' ? problem.text_vi : problem.text_en
  return error instanceof Error ? error.message : String(error)
}
