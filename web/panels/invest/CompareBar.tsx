import { useTranslation } from '../../i18n/use-translation.ts'
import { useInvest } from './use-invest.ts'

/** What was ticked for comparison, always in reach while a list is scrolled. */
export function CompareBar() {
  const { t } = useTranslation()
  const { invest, act } = useInvest()
  const count = invest.compared.length
  return (
    <div className="compare-bar">
      <button
        type="button"
        className="button button-strong"
        disabled={count < 2}
        onClick={() => act({ type: 'view', view: 'compare' })}
      >
        {count < 2 ? t('invest.compareOneMore') : t('invest.compareThese', { count })}
      </button>
      <button type="button" className="button" onClick={() => act({ type: 'compare-these', ids: [] })}>
        {t('invest.clear')}
      </button>
    </div>
  )
}
