import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { isMoreBetter, criterionOf, type RankedId } from '../../invest/criteria.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { CompareBar } from './CompareBar.tsx'
import { GroupChoice } from './GroupChoice.tsx'
import type { ViewProps } from './InvestPanel.tsx'
import { formatName } from '../../format/name.ts'
import { ParkItem } from './ParkItem.tsx'
import { useInvest } from './use-invest.ts'
import type { KnownPark } from './use-profiles.ts'

const orders = ['area', 'name', 'readiness', 'port'] as const
type Order = (typeof orders)[number]

/** The parks in the running, in step with the map. */
export function ParkListView({ parks, sifted }: ViewProps) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { invest, act } = useInvest()
  const [order, setOrder] = useState<Order>('area')
  const name = (park: KnownPark) => formatName(park.profile.park.properties, state.language, t)
  const shown = sifted.left.toSorted((one, other) =>
    order === 'name' ? name(one).localeCompare(name(other), state.language) : byCriterion(order, one, other),
  )
  return (
    <>
      <div className="list-head">
        <h2>{t('invest.title', { count: sifted.left.length })}</h2>
        <label className="order">
          <span>{t('invest.sort')}</span>
          <select
            value={order}
            onChange={(event) => setOrder(orders.find((one) => one === event.target.value) ?? 'area')}
          >
            {orders.map((one) => (
              <option key={one} value={one}>
                {t(`invest.order.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="quiet intro">{t('invest.intro')}</p>
      <GroupChoice parks={parks} />
      {sifted.funnel.applied.length > 0 ? (
        <p className="notice">
          {t('invest.limited', { left: sifted.left.length, from: sifted.pool.length })}{' '}
          <button type="button" className="link-button" onClick={() => act({ type: 'view', view: 'limits' })}>
            {t('invest.limitedWhy')}
          </button>
        </p>
      ) : null}
      <ul className="cards">
        {shown.map((park) => (
          <ParkItem key={park.id} park={park} />
        ))}
      </ul>
      {invest.compared.length > 0 ? <CompareBar /> : null}
    </>
  )
}

/** The better first; what is not known last. */
function byCriterion(id: RankedId, one: KnownPark, other: KnownPark): number {
  const [first, second] = [one.measurements[id]?.value, other.measurements[id]?.value]
  if (first === undefined || second === undefined) return Number(first === undefined) - Number(second === undefined)
  return isMoreBetter(criterionOf(id)) ? second - first : first - second
}
