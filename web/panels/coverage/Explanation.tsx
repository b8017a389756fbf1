import { memo, useEffect, useId, useRef, type ReactNode } from 'react'
import { create } from 'zustand'
import type { Coverage } from '../../../server/domain/coverage.ts'
import { address } from '../../api/client.ts'
import { isPack } from '../../api/pack.ts'
import { formatKilometers, formatRadius } from '../../format/numbers.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { useEscape } from '../use-escape.ts'

/** What a value of the coverage panel was computed from. */
export type ComputedFrom = 'ground' | 'area' | 'point' | 'gap'

interface Explained {
  /** Of what, in the reader's words: `Hoằng Hóa · Land`. */
  title: string
  value: string
  from: ComputedFrom
  /** Which value; two on one screen never share it. */
  key: string
  /** Where the reader was. */
  opener: HTMLElement
}

const useExplained = create<{ explained: Explained | null }>(() => ({ explained: null }))

interface Props {
  title: string
  from: ComputedFrom
  children: string
}

/** A computed value, dotted underline; a press says how it was computed, from what, and how sure that is. */
export const ExplainedValue = memo(function ExplainedValue({ title, from, children: value }: Props): ReactNode {
  const { t } = useTranslation()
  const key = useId()
  const isOpen = useExplained(({ explained }) => explained?.key === key)
  return (
    <button
      type="button"
      className="computed explained"
      aria-expanded={isOpen}
      aria-label={`${value}. ${t('coverage.explain.open', { title })}`}
      onClick={({ currentTarget: opener }) =>
        useExplained.setState({ explained: isOpen ? null : { title, value, from, key, opener } })
      }
    >
      {value}
    </button>
  )
})

function closeExplanation(): void {
  const { explained } = useExplained.getState()
  useExplained.setState({ explained: null })
  explained?.opener.focus()
}

/** The provenance of the value that was pressed: method, inputs, how sure. Stays at the foot of the panel. */
export function Explanation({ coverage, names }: { coverage: Coverage; names: (id: string) => string }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { language } = state
  const explained = useExplained((store) => store.explained)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [explained])
  useEffect(() => () => useExplained.setState({ explained: null }), [])
  const card = useRef<HTMLElement>(null)
  useEscape(card, closeExplanation)
  if (!explained) return null
  const say = (sentence: { text_vi: string; text_en: string }) =>
    language === 'vi' ? sentence.text_vi : sentence.text_en
  const lines = coverage.lines.map(
    ({ lineId, uncertaintyMeters }) => `${names(lineId)} (${formatRadius(uncertaintyMeters, language)})`,
  )
  const inputs = {
    ground: ['mesh', 'census'],
    area: ['areas'],
    point: ['points'],
    gap: ['mesh', 'census'],
  } as const
  const query = new URLSearchParams({
    bufferMeters: String(coverage.bufferMeters),
    corridors: coverage.lines.map(({ lineId }) => lineId).join(','),
  })
  return (
    <aside ref={card} className="explanation" aria-label={t('coverage.explain.title')}>
      <header>
        <h3 ref={heading} tabIndex={-1}>
          {explained.title}: <span className="computed">{explained.value}</span>
        </h3>
        <button type="button" className="icon-button" onClick={closeExplanation} aria-label={t('app.close')}>
          ✕
        </button>
      </header>
      <dl>
        <dt>{t('coverage.explain.method')}</dt>
        <dd>{explained.from === 'point' ? t('coverage.explain.pointMethod') : say(coverage.method)}</dd>
        <dt>{t('coverage.explain.inputs')}</dt>
        <dd>
          {t('coverage.explain.lines', { distance: formatKilometers(coverage.bufferMeters / 1000, language) })}{' '}
          {lines.join('; ')}. {inputs[explained.from].map((input) => t(`coverage.explain.${input}`)).join(' ')}
        </dd>
        <dt>{t('coverage.explain.sure')}</dt>
        <dd>{say(coverage.howSure)}</dd>
      </dl>
      {isPack ? null : (
        <a href={`${address}/analysis/coverage?${query.toString()}`} target="_blank" rel="noreferrer">
          {t('coverage.explain.raw')} ↗
        </a>
      )}
    </aside>
  )
}
