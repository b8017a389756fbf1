import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { languages, type Language } from '../../state/atlas-state.ts'
import { languageNames } from '../LanguageChoice.tsx'
import { scrollWithin } from '../invest/scroll-within.ts'
import '../../theme/factsheet.css'

const fetchMaker = () => import('../../factsheet/make-factsheet.ts')

/**
 * Makes the factsheet of some parks as a PDF: one press opens the list of languages, the reader's own first, a second
 * one makes the file. Nothing leaves the browser.
 */
export default function FactsheetButton({ ids, label }: { ids: readonly string[]; label?: string }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const listId = useId()
  const [open, setOpen] = useState(false)
  const [work, setWork] = useState<
    { state: 'idle' | 'making' | 'made' } | { state: 'failed'; message: string; language: Language }
  >({ state: 'idle' })
  const list = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (!open) return
    if (list.current) scrollWithin(list.current, 'nearest')
    // While the reader chooses. What fails is told when it is asked for.
    void fetchMaker().catch(() => undefined)
  }, [open])
  const make = async (language: Language) => {
    setOpen(false)
    setWork({ state: 'making' })
    try {
      const [{ makeFactsheet }, { saveFile }] = await Promise.all([fetchMaker(), import('../../pdf/save-file.ts')])
      const { bytes, name } = await makeFactsheet(ids, language, state.phase === 2030 ? 2030 : 2025)
      saveFile(bytes, name)
      setWork({ state: 'made' })
    } catch (error) {
      setWork({ state: 'failed', message: error instanceof Error ? error.message : String(error), language })
    }
  }
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return
    event.stopPropagation()
    event.preventDefault()
    setOpen(false)
  }
  const ordered = [state.language, ...languages.filter((one) => one !== state.language)]
  return (
    <span className="factsheet">
      <button
        type="button"
        className="button"
        onKeyDown={closeOnEscape}
        aria-expanded={open}
        aria-controls={listId}
        disabled={work.state === 'making' || ids.length === 0}
        onClick={() => setOpen(!open)}
      >
        {work.state === 'making' ? t('factsheet.making') : (label ?? t('factsheet.button'))}
      </button>
      <span
        ref={list}
        id={listId}
        className="factsheet-languages"
        role="group"
        aria-label={t('factsheet.language')}
        hidden={!open}
      >
        {ordered.map((language) => (
          <button
            key={language}
            type="button"
            className="button"
            lang={language}
            onKeyDown={closeOnEscape}
            onClick={() => void make(language)}
          >
            {languageNames[language]}
            {language === state.language ? null : (
              <span className="factsheet-language" lang={state.language}>
                {nameOf(language, state.language)}
              </span>
            )}
          </button>
        ))}
      </span>
      <span role="status" className={work.state === 'made' ? 'factsheet-made' : 'visually-hidden'}>
        {work.state === 'making' ? t('factsheet.making') : work.state === 'made' ? t('factsheet.made') : ''}
      </span>
      {work.state === 'failed' ? (
        <span role="alert" className="problem">
          {t('factsheet.failed', { message: work.message })}{' '}
          <button type="button" className="link-button" onClick={() => void make(work.language)}>
            {t('factsheet.retry')}
          </button>
        </span>
      ) : null}
    </span>
  )
}

/** In the reader's language: whoever makes a file for somebody else need not read its letters. */
function nameOf(language: Language, reader: Language): string {
  return new Intl.DisplayNames([reader], { type: 'language' }).of(language) ?? language
}
