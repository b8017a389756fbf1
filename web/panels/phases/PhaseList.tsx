import { useCallback, useRef, type ReactNode } from 'react'
import type { PhaseCollection, PhaseFeature } from '../../../server/domain/phases.ts'
import { usePhases } from '../../api/queries.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { formatName } from '../../format/name.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { kindOfCollection } from '../../state/kinds.ts'
import '../../theme/phases.css'
import { PanelQuery } from '../PanelQuery.tsx'
import { useEscape } from '../use-escape.ts'
import { useSelect } from '../use-select.ts'

const statuses = ['existing', 'under-way', 'planned', 'study'] as const

/** What appears by the chosen year, and how the whole plan stands by then. The server says so; the map paints it. */
export default function PhaseList() {
  const { t } = useTranslation()
  const { state, dispatch } = useAtlas()
  const { phase } = state
  const query = usePhases()
  const list = useRef<HTMLElement>(null)
  useEscape(
    list,
    useCallback(() => dispatch({ type: 'look', look: { phaseList: false } }), [dispatch]),
  )
  return (
    <section ref={list} className="phase-list" aria-label={t('phaseList.title', { phase })}>
      <PanelQuery query={query}>
        {(states) => {
          const collections = states.find((one) => one.phase === phase)?.collections ?? []
          return (
            <>
              <Appearing collections={collections} />
              <h3>{t('phaseList.standing', { phase })}</h3>
              {collections.map((collection) => (
                <Standing key={collection.collection} collection={collection} />
              ))}
            </>
          )
        }}
      </PanelQuery>
    </section>
  )
}

function Appearing({ collections }: { collections: readonly PhaseCollection[] }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { phase } = state
  const count = collections.reduce((sum, { features }) => sum + features.filter(({ appears }) => appears).length, 0)
  return (
    <>
      <h3>{t('phaseList.appearing', { phase, count })}</h3>
      {count === 0 ? <p className="quiet">{t('phaseList.none')}</p> : null}
      {collections.map(({ collection, features }) => {
        const appearing = features.filter(({ appears }) => appears)
        const kind = kindOfCollection(collection)
        if (appearing.length === 0 || !kind) return null
        return (
          <div key={collection} className="phase-appearing">
            <h4>
              {t(`kind.${kind}`)} · {appearing.length}
            </h4>
            <ul>
              {appearing.map((feature) => (
                <Row key={feature.featureId} kind={kind} feature={feature}>
                  {t(`status.${feature.statusIn2021}`)} (2021) → {t('status.existing')} ·{' '}
                  {t(`phaseList.${feature.appears?.by ?? 'target'}`, { year: feature.appears?.year })}
                </Row>
              ))}
            </ul>
          </div>
        )
      })}
      <p className="fine-print">{t('phaseList.rule')}</p>
    </>
  )
}

function Standing({ collection: { collection, counts, features } }: { collection: PhaseCollection }) {
  const { t } = useTranslation()
  const kind = kindOfCollection(collection)
  if (!kind) return null
  return (
    <details className="coverage-kind">
      <summary>
        {t(`kind.${kind}`)}
        <span className="phase-counts">
          {statuses.map((status) =>
            counts[status] > 0 ? (
              <span key={status} className={`status status-${status}`}>
                <span className="status-mark" aria-hidden="true" />
                {counts[status]} {t(`status.${status}`)}
              </span>
            ) : null,
          )}
        </span>
      </summary>
      <ul>
        {features.map((feature) => (
          <Row key={feature.featureId} kind={kind} feature={feature}>
            {feature.hasPosition ? '' : t('phaseList.unplaced')}
          </Row>
        ))}
      </ul>
    </details>
  )
}

function Row({ kind, feature, children }: { kind: string; feature: PhaseFeature; children: ReactNode }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const select = useSelect()
  return (
    <li className={`status status-${feature.status}`} data-id={feature.featureId}>
      <span className="status-mark" aria-hidden="true" />
      <span>
        <button type="button" className="link-button" onClick={() => select({ kind, id: feature.featureId })}>
          {formatName(feature, state.language, t)}
        </button>
        <span className="row-note">
          <span className="visually-hidden">{t(`status.${feature.status}`)}. </span>
          {children}
        </span>
      </span>
    </li>
  )
}
