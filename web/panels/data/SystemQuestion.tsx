import { useEffect, useRef } from 'react'
import type { Question } from '../../compute/import-layers.ts'
import { systemCodes } from '../../exchange/raw-layer.ts'
import { formatNumber } from '../../format/numbers.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { answerQuestion, cancelImport } from './import-queue.ts'

/** The one question a file may raise: one press answers it. What the numbers fit comes first, the rest below. */
export function SystemQuestion({ fileName, question }: { fileName: string; question: Question }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { candidates, order, example } = question
  const [first, second] = example
  const isNorthFirst = order === 'north-east'
  const isDegrees = Math.abs(first) <= 180 && Math.abs(second) <= 180
  const show = (value: number) => `${formatNumber(value, state.language, isDegrees ? 6 : 2)}${isDegrees ? '°' : ' m'}`
  const others = systemCodes.filter((code) => !candidates.includes(code))
  const choice = (code: (typeof systemCodes)[number]) => (
    <button key={code} type="button" className="system-choice" onClick={() => answerQuestion(code)}>
      <strong>{t(`data.system.${code.replace(':', '')}`)}</strong>
      <small>{code}</small>
    </button>
  )
  return (
    <section className="system-question" aria-label={t('data.question.label')}>
      <h3 ref={heading} tabIndex={-1}>
        {t('data.question.title', { fileName })}
      </h3>
      <p className="row-note">
        {t(isNorthFirst ? 'data.question.northFirst' : 'data.question.eastFirst', {
          first: show(first),
          second: show(second),
        })}
      </p>
      <div className="system-choices">{candidates.map(choice)}</div>
      {others.length > 0 ? (
        <details>
          <summary>{t('data.question.others')}</summary>
          <div className="system-choices">{others.map(choice)}</div>
        </details>
      ) : null}
      <button type="button" className="link-button" onClick={cancelImport}>
        {t('data.cancel')}
      </button>
    </section>
  )
}
