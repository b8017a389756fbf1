import { Suspense, useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { address } from '../api/client.ts'
import { isPack } from '../api/pack.ts'
import { usePlan } from '../api/queries.ts'
import { publisherOf, titleOf } from '../format/origin.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { Disagreement } from './card/StatedSections.tsx'
import { lazyPanel } from './lazy-panel.tsx'
import { PanelQuery } from './PanelQuery.tsx'
import { OriginDetails } from './Provenance.tsx'

const PackSection = lazyPanel(() => import('../offline/pack/PackSection.tsx'), 'offline')
const EmbedSection = lazyPanel(() => import('../venues/embed/EmbedSection.tsx'), 'venue')

const DistanceCheckSection = lazyPanel(() => import('./access/DistanceCheckSection.tsx'), 'access')

/** Where everything comes from, and where the sources contradict each other. */
export default function AboutPanel() {
  const { t } = useTranslation()
  const { language } = useAtlas().state
  const query = usePlan()
  const [filter, setFilter] = useState('')
  return (
    <PanelQuery query={query}>
      {(plan) => {
        const wanted = filter.trim().toLocaleLowerCase()
        const origins = plan.origins.filter((origin) =>
          `${titleOf(origin, language)} ${publisherOf(origin, language) ?? ''} ${origin.date ?? ''}`
            .toLocaleLowerCase()
            .includes(wanted),
        )
        return (
          <>
            <h2>{t('about.title')}</h2>
            <p>{t('about.intro')}</p>
            <p className="quiet">{t('about.notSurvey')}</p>
            <p className="fine-print">{t('app.attribution')}</p>
            {isPack ? null : (
              <p>
                <a href={`${address}/collections?f=html`} target="_blank" rel="noreferrer">
                  {t('about.api')} ↗
                </a>
              </p>
            )}
            <Suspense fallback={null}>
              <DistanceCheckSection />
              <PackSection />
              <EmbedSection />
            </Suspense>
            <h3>{t('about.disagreements')}</h3>
            {plan.disagreements.map((one) => (
              <Disagreement key={one.id} disagreement={one} />
            ))}
            <h3>{t('about.count', { count: origins.length })}</h3>
            <input
              className="text-input"
              type="search"
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
              aria-label={t('about.filter')}
              placeholder={t('about.filter')}
            />
            <ul className="origins">
              {origins.map((origin) => (
                <li key={origin.id}>
                  <OriginDetails origin={origin} />
                </li>
              ))}
            </ul>
          </>
        )
      }}
    </PanelQuery>
  )
}
