import type { ReactNode } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import type { Figure } from '../../server/domain/provenance.ts'
import { figureText } from '../format/figure-text.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { aboutText } from './invest/note-text.ts'
import { Provenance } from './Provenance.tsx'

/** A number that a document states: solid underline. */
export function Stated({ children }: { children: ReactNode }) {
  return <span className="stated">{children}</span>
}

/** A number that we compute: dotted underline, and how on demand. */
export function Computed({ children, method }: { children: ReactNode; method?: string }) {
  return (
    <span className="computed" {...(method ? { title: method } : {})}>
      {children}
    </span>
  )
}

/** What nobody has published. Never 0. */
export function NoData() {
  const { t } = useTranslation()
  return <span className="no-data">{t('app.noData')}</span>
}

/** The value of a figure with its qualifier and unit, in the reader's language. */
export function FigureValue({ figure }: { figure: Figure }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  return <Stated>{figureText(figure, state.language, t)}</Stated>
}

/** One row: what it is, the value, who says so. */
export function FigureRow({ figure }: { figure: Figure }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const about = aboutText(figure, state.language)
  return (
    <div className="row">
      <dt>
        {t(`figureKey.${figure.key}`)}
        {about ? <span className="row-about">{about}</span> : null}
      </dt>
      <dd>
        <FigureValue figure={figure} />
        <Provenance
          originId={figure.originId}
          locator={figure.locator}
          date={figure.date}
          confidence={figure.confidence}
        />
      </dd>
    </div>
  )
}
