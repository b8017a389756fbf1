import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import type { FeatureOf } from '../../server/domain/collections.ts'
import { useCollection, usePlan } from '../api/queries.ts'
import { formatDate, formatNumber } from '../format/numbers.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { nameOf } from './card/any-feature.ts'
import { PanelQuery } from './PanelQuery.tsx'
import { FigureValue, NoData, Stated } from './Value.tsx'
import { useSelect } from './use-select.ts'

/** The eleven parks as a list, in step with the map. */
export default function ParkList() {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const query = useCollection('parks')
  const [order, setOrder] = useState<'area' | 'name'>('area')
  return (
    <PanelQuery query={query}>
      {(parks) => {
        const sorted = parks.features.toSorted((a, b) =>
          order === 'name'
            ? nameOf(a.properties, state.language).localeCompare(nameOf(b.properties, state.language), state.language)
            : (b.properties.statedAreaHectares ?? -1) - (a.properties.statedAreaHectares ?? -1),
        )
        return (
          <>
            <h2>{t('invest.title')}</h2>
            <p className="quiet">{t('invest.intro')}</p>
            <div className="modes" role="group" aria-label={t('invest.sort')}>
              <button type="button" aria-pressed={order === 'area'} onClick={() => setOrder('area')}>
                {t('invest.sortArea')}
              </button>
              <button type="button" aria-pressed={order === 'name'} onClick={() => setOrder('name')}>
                {t('invest.sortName')}
              </button>
            </div>
            <ul className="cards">
              {sorted.map((park) => (
                <ParkItem key={park.id} park={park} />
              ))}
            </ul>
          </>
        )
      }}
    </PanelQuery>
  )
}

function ParkItem({ park }: { park: FeatureOf<'parks'> }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const select = useSelect()
  const { data: plan } = usePlan()
  const { properties } = park
  const occupancy = properties.figures.find((figure) => figure.key === 'occupancy' && figure.confidence !== 'low')
  const areaFigure = properties.figures.find(
    (figure) => figure.key === 'area' && figure.value === properties.statedAreaHectares,
  )
  const areaDate =
    areaFigure?.date ?? plan?.origins.find((origin) => origin.id === properties.statedAreaOriginId)?.date ?? null
  const selected = state.selection?.kind === 'park' && state.selection.id === park.id
  return (
    <li>
      <button
        type="button"
        className="card-button"
        aria-pressed={selected}
        onClick={() => select({ kind: 'park', id: park.id })}
      >
        <span className="card-button-title">{nameOf(properties, state.language)}</span>
        <span className="park-facts">
          <span className="park-fact">
            <span className="park-label">{t('invest.area')}</span>
            {properties.statedAreaHectares === null ? (
              <NoData />
            ) : (
              <Stated>{formatNumber(properties.statedAreaHectares, state.language)} ha</Stated>
            )}
            {properties.statedAreaHectares !== null && areaDate ? (
              <small>{t('invest.asOf', { date: formatDate(areaDate, state.language) })}</small>
            ) : null}
          </span>
          <span className="park-fact">
            <span className="park-label">{t('invest.occupancy')}</span>
            {occupancy ? <FigureValue figure={occupancy} /> : <NoData />}
            {occupancy?.date ? (
              <small>{t('invest.asOf', { date: formatDate(occupancy.date, state.language) })}</small>
            ) : null}
          </span>
          <span className="park-fact">
            <span className="park-label">{t('invest.status')}</span>
            <span className={`status status-${properties.status}`}>
              <span className="status-mark" aria-hidden="true" />
              {t(`status.${properties.status}`)}
            </span>
            <small>{t('invest.asOf', { date: '2021' })}</small>
          </span>
        </span>
      </button>
    </li>
  )
}
