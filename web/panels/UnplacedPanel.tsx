import { useTranslation } from '../i18n/use-translation.ts'
import { usePlan } from '../api/queries.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { kindOfCollection } from '../state/kinds.ts'
import { PanelQuery } from './PanelQuery.tsx'

/** What documents name without saying where: listed, so that nothing is dropped. */
export default function UnplacedPanel() {
  const { t } = useTranslation()
  const { state, dispatch } = useAtlas()
  const query = usePlan()
  const vi = state.language === 'vi'
  return (
    <PanelQuery query={query}>
      {(plan) => (
        <>
          <h2>{t('unplaced.title')}</h2>
          <p className="quiet">{t('unplaced.intro')}</p>
          {plan.unplaced.length === 0 ? <p>{t('unplaced.none')}</p> : null}
          <ul className="cards">
            {plan.unplaced.map((one) => {
              const kind = kindOfCollection(one.collection)
              return (
                <li key={`${one.collection}/${one.id}`}>
                  <button
                    type="button"
                    className="card-button"
                    onClick={() => (kind ? dispatch({ type: 'select', selection: { kind, id: one.id } }) : undefined)}
                  >
                    <span className="card-button-kind">{kind ? t(`kind.${kind}`) : one.collection}</span>
                    <span className="card-button-title">{vi ? one.name_vi : one.name_en}</span>
                    <span className="quiet">{vi ? one.reason.text_vi : one.reason.text_en}</span>
                  </button>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </PanelQuery>
  )
}
