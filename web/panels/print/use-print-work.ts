import { useCallback, useEffect, useRef, useState } from 'react'
import { formatNumber } from '../../format/numbers.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { saveFile } from '../../pdf/save-file.ts'
import type { Language } from '../../state/atlas-state.ts'

/** One long piece of work at a time, with its progress, a way to stop it, and a sentence when it has ended. */
export type PrintWork =
  | { step: 'idle' }
  | { step: 'making'; share: number }
  | { step: 'done'; message: string }
  | { step: 'failed'; message: string }

export interface Job {
  signal: AbortSignal
  now: Date
  onProgress: (share: number) => void
}

/** @param words the group of words that has `done` and `failed` */
export function usePrintWork(language: Language, words: 'print' | 'handout' = 'print') {
  const { t } = useTranslation()
  const [work, setWork] = useState<PrintWork>({ step: 'idle' })
  const running = useRef<AbortController | null>(null)
  const stop = useCallback(() => running.current?.abort(), [])
  // Closing the panel stops what it began.
  useEffect(() => stop, [stop])

  const run = useCallback(
    async (name: string, make: (job: Job) => Promise<Blob>) => {
      const controller = new AbortController()
      running.current = controller
      const note = (next: PrintWork) => {
        if (running.current === controller) setWork(next)
      }
      note({ step: 'making', share: 0 })
      try {
        const onProgress = (share: number) => note({ step: 'making', share })
        const file = await make({ signal: controller.signal, now: new Date(), onProgress })
        saveFile(file, name)
        const size = `${formatNumber(file.size / 1_000_000, language, 1)} MB`
        note({ step: 'done', message: t(`${words}.done`, { name, size }) })
      } catch (error) {
        const message = sayWhy(error, t(`${words}.noLetters`))
        note(
          controller.signal.aborted ? { step: 'idle' } : { step: 'failed', message: t(`${words}.failed`, { message }) },
        )
      }
    },
    [language, t, words],
  )
  return { work, run, stop }
}

function sayWhy(error: unknown, noLetters: string): string {
  // By its name: the module of `web/pdf/fonts.ts` comes with the whole of the PDF, and may be what did not come.
  if (error instanceof Error && error.name === 'LettersMissing') return noLetters
  return error instanceof Error ? error.message : String(error)
}
