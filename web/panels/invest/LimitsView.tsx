import { Fragment, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import {
  isLimiting,
  missingPolicies,
  relaxedFor,
  type FieldId,
  type Limit,
  type NumberLimit,
  type Reason,
  type Verdict,
} from '../../invest/funnel.ts'
import { formatNumber } from '../../format/numbers.ts'
import { longestLink } from '../../invest/shortlist-link.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { toHash } from '../../state/url.ts'
import { CompareBar } from './CompareBar.tsx'
import { FunnelSteps } from './FunnelSteps.tsx'
import { GroupChoice } from './GroupChoice.tsx'
import type { ViewProps } from './InvestPanel.tsx'
import { LimitFields } from './LimitFields.tsx'
import { limitText, reasonText } from './limit-words.ts'
import { formatName } from '../../format/name.ts'
import { ParkItem } from './ParkItem.tsx'
import { useInvest } from './use-invest.ts'
import type { KnownPark } from './use-profiles.ts'
import type { Sifted } from './use-funnel.ts'
import { AgeMark } from './ValueMark.tsx'

/** Limits, how many parks each leaves, and every park that is out with all its reasons. */
export function LimitsView({ parks, sifted }: ViewProps) {
  const { t } = useTranslation()
  const { invest, act } = useInvest()
  const [before, setBefore] = useState<readonly Limit[] | null>(null)
  const { pool, left, funnel, verdictOf } = sifted
  const change = (limits: readonly Limit[]) => {
    setBefore(invest.limits)
    act({ type: 'limits', limits })
  }
  const relax = (relaxed: readonly Limit[]) =>
    change([
      ...invest.limits.filter(({ criterion }) => !relaxed.some((one) => one.criterion === criterion)),
      ...relaxed.filter(isLimiting),
    ])
  const apart = pool.filter(({ id }) => verdictOf(id)?.standing === 'apart')
  const out = pool
    .filter(({ id }) => verdictOf(id)?.standing === 'out')
    .toSorted((one, other) => (verdictOf(one.id)?.reasons.length ?? 0) - (verdictOf(other.id)?.reasons.length ?? 0))
  const facts = funnel.applied.map(({ criterion }) => criterion)
  return (
    <>
      <h2>{t('invest.limits.title')}</h2>
      <p className="quiet intro">{t('invest.limits.intro', { count: pool.length })}</p>
      <GroupChoice parks={parks} />
      <FunnelSteps funnel={funnel} />
      <LimitFields pool={pool} />
      {funnel.reversed.map((limit) => (
        <Reversed key={limit.criterion} limit={limit} />
      ))}
      <fieldset className="policy">
        <legend>{t('invest.missing.title')}</legend>
        <div className="choice-chips">
          {missingPolicies.map((policy) => (
            <button
              key={policy}
              type="button"
              aria-pressed={invest.missing === policy}
              onClick={() => act({ type: 'missing', missing: policy })}
            >
              {t(`invest.missing.${policy}`)}
            </button>
          ))}
        </div>
      </fieldset>
      {invest.limits.length > 0 ? (
        <p className="limit-actions">
          <button type="button" className="button" onClick={() => change([])}>
            {t('invest.limits.removeAll')}
          </button>
          {before ? (
            <button
              type="button"
              className="button"
              onClick={() => {
                act({ type: 'limits', limits: before })
                setBefore(null)
              }}
            >
              {t('invest.undo')}
            </button>
          ) : null}
        </p>
      ) : null}
      <LongLink />
      {left.length === 0 ? <NoneLeft funnel={funnel} onChange={change} /> : null}
      <NearMiss parks={parks} sifted={sifted} onRelax={relax} />
      <section aria-label={t('invest.left', { count: left.length })}>
        <h3>{t('invest.left', { count: left.length })}</h3>
        <ul className="cards">
          {left.map((park) => (
            <ParkItem key={park.id} park={park} {...(facts.length > 0 ? { facts } : {})}>
              <Doubts verdict={verdictOf(park.id)} />
            </ParkItem>
          ))}
        </ul>
      </section>
      {apart.length > 0 ? (
        <section aria-label={t('invest.apart', { count: apart.length })}>
          <h3>{t('invest.apart', { count: apart.length })}</h3>
          <p className="quiet">{t('invest.apartWhy')}</p>
          <ul className="cards">
            {apart.map((park) => (
              <ParkItem key={park.id} park={park} facts={facts}>
                <Doubts verdict={verdictOf(park.id)} />
              </ParkItem>
            ))}
          </ul>
        </section>
      ) : null}
      {out.length > 0 ? (
        <section aria-label={t('invest.out', { count: out.length })} className="out">
          <h3>{t('invest.out', { count: out.length })}</h3>
          <ul className="cards">
            {out.map((park) => (
              <OutItem key={park.id} park={park} verdict={verdictOf(park.id)} onRelax={relax} />
            ))}
          </ul>
        </section>
      ) : null}
      {invest.compared.length > 0 ? <CompareBar /> : null}
    </>
  )
}

/** With very many limits at once; most readers never see it. */
function LongLink() {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const length = window.location.href.replace(/#.*$/, '').length + toHash(state, null).length + cameraLength
  if (length < longestLink) return null
  return (
    <p className="notice">
      {t('invest.limits.longLink', {
        length: formatNumber(Math.round(length / 10) * 10, state.language),
        most: longestLink,
      })}
    </p>
  )
}

/** Of the map's view in a link, about. */
const cameraLength = 24

function Doubts({ verdict }: { verdict: Verdict | undefined }) {
  const { t } = useTranslation()
  if (!verdict) return null
  const names = (ids: readonly FieldId[]) => ids.map((id) => t(`invest.criterion.${id}`)).join(', ')
  return (
    <>
      {verdict.doubts.length > 0 ? (
        <p className="park-note">{t('invest.uncertain', { criteria: names(verdict.doubts) })}</p>
      ) : null}
      {verdict.unknown.length > 0 ? (
        <p className="park-note">{t('invest.unknown', { criteria: names(verdict.unknown) })}</p>
      ) : null}
    </>
  )
}

interface OutProps {
  park: KnownPark
  verdict: Verdict | undefined
  onRelax: (relaxed: readonly Limit[]) => void
}

function OutItem({ park, verdict, onRelax }: OutProps) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { invest } = useInvest()
  if (!verdict) return null
  return (
    <ParkItem park={park} facts={[]}>
      <ul className="reasons">
        {verdict.reasons.map((reason) => (
          <li key={reason.criterion}>
            <ReasonWords reason={reason} />
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="link-button relax"
        onClick={() => onRelax(relaxedFor(verdict, invest.limits))}
        aria-label={`${t('invest.bringBack')}: ${formatName(park.profile.park.properties, state.language, t)}`}
      >
        {t('invest.bringBack')}:{' '}
        {relaxedFor(verdict, invest.limits)
          .map((limit) => limitText(limit, state.language, t))
          .join('; ')}
      </button>
    </ParkItem>
  )
}

/** Why a park is out, with the mark of the value's age. */
function ReasonWords({ reason }: { reason: Reason }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  return (
    <>
      {reasonText(reason, state.language, t)}
      {'age' in reason ? (
        <>
          {' '}
          <AgeMark age={reason.age} />
        </>
      ) : null}
    </>
  )
}

function NearMiss({
  parks,
  sifted: { funnel, verdictOf },
  onRelax,
}: {
  parks: readonly KnownPark[]
  sifted: Sifted
  onRelax: (relaxed: readonly Limit[]) => void
}) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { nearMiss } = funnel
  const park = parks.find(({ id }) => id === nearMiss?.id)
  const verdict = nearMiss ? verdictOf(nearMiss.id) : undefined
  if (!nearMiss || !park || !verdict) return null
  return (
    <div className="near-miss" role="note">
      <p>
        <b>{t('invest.nearMiss', { name: formatName(park.profile.park.properties, state.language, t) })}</b>{' '}
        {verdict.reasons.map((reason, index) => (
          <Fragment key={reason.criterion}>
            {index > 0 ? '; ' : null}
            <ReasonWords reason={reason} />
          </Fragment>
        ))}
      </p>
      <button type="button" className="button" onClick={() => onRelax(nearMiss.relaxed)}>
        {t('invest.relax', {
          limits: nearMiss.relaxed.map((limit) => limitText(limit, state.language, t)).join('; '),
        })}
      </button>
    </div>
  )
}

function NoneLeft({ funnel, onChange }: { funnel: Sifted['funnel']; onChange: (limits: readonly Limit[]) => void }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  return (
    <div className="problem" role="alert">
      <p>{t('invest.noneLeft')}</p>
      <p className="limit-actions">
        {funnel.applied.map((limit) => (
          <button
            key={limit.criterion}
            type="button"
            className="button"
            onClick={() => onChange(funnel.applied.filter((one) => one !== limit))}
          >
            {t('invest.without', { limit: limitText(limit, state.language, t) })}
          </button>
        ))}
      </p>
    </div>
  )
}

function Reversed({ limit }: { limit: NumberLimit }) {
  const { t } = useTranslation()
  const { act } = useInvest()
  const { criterion, min, max } = limit
  return (
    <div className="problem" role="alert">
      <p>{t('invest.reversed', { criterion: t(`invest.criterion.${criterion}`), min, max })}</p>
      <button
        type="button"
        className="button"
        onClick={() => act({ type: 'limit', limit: { criterion, min: max, max: min } })}
      >
        {t('invest.swap')}
      </button>
    </div>
  )
}
