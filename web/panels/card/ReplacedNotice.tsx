import { formatDate, formatNumber } from '../../format/numbers.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { putBack, type Replacement } from '../../state/replacements.ts'
import { Computed, NoData } from '../Value.tsx'

/** Says that what is drawn is the reader's own outline, from which file and when, and how to put the plan's back. */
export default function ReplacedNotice({ replacement }: { replacement: Replacement }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { fileName, featureName, importedAt, gridAreaHectares } = replacement
  return (
    <section className="card-section replaced-notice">
      <h3>{t('replace.basis')}</h3>
      <p>{t('replace.from', { fileName, featureName, date: formatDate(importedAt.slice(0, 10), state.language) })}</p>
      <p className="quiet">
        {t('replace.gridArea')} <Computed>{formatNumber(gridAreaHectares, state.language, 2)} ha</Computed>
      </p>
      <p className="quiet">
        {t('card.uncertainty')}: <NoData />
      </p>
      <button type="button" className="button" onClick={() => putBack(replacement)}>
        {t('replace.putBack')}
      </button>
    </section>
  )
}
