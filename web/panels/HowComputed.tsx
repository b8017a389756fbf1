import type { Sentence } from '../../server/domain/analysis.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { useAtlas } from '../state/atlas-context.tsx'

/** The provenance of a measure: what the brackets mean, and its methods. */
export function HowComputed({ howSure, methods }: { howSure: Sentence; methods: readonly (Sentence | undefined)[] }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const say = ({ text_vi, text_en }: Sentence) => (state.language === 'vi' ? text_vi : text_en)
  return (
    <details className="card-section" open>
      <summary>{t('coverage.how')}</summary>
      <p>{say(howSure)}</p>
      {methods.map((method, i) =>
        method ? (
          <p key={i} className="fine-print">
            {say(method)}
          </p>
        ) : null,
      )}
    </details>
  )
}
