import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { isCategory } from '../../invest/categories.ts'
import type { FieldId } from '../../invest/funnel.ts'
import { kindOf } from '../../invest/park-group.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { mostCompared } from '../../state/invest-state.ts'
import { shortlist, useShortlist } from '../../state/shortlist.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { useSelect } from '../use-select.ts'
import { formatName } from '../../format/name.ts'
import { scrollWithin } from './scroll-within.ts'
import { useInvest } from './use-invest.ts'
import type { KnownPark } from './use-profiles.ts'
import { AsOf, MeasuredValue, TraitValue } from './ValueMark.tsx'

interface Props {
  park: KnownPark
  /** What the item tells of the park. */
  facts?: readonly FieldId[]
  /** Before the name: a place in the ranking. */
  lead?: ReactNode
  children?: ReactNode
}

const usualFacts: readonly FieldId[] = ['area', 'occupancy', 'port']

/** One park in a list: a tap opens it, on either side of it stand the shortlist's star and the comparison's box. */
export function ParkItem({ park, facts = usualFacts, lead, children }: Props) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const select = useSelect()
  const { id, profile } = park
  const kind = kindOf(profile.park)
  const selected = state.selection?.kind === kind && state.selection.id === id
  const pointed = useWorkbench((bench) => bench.pointed?.kind === kind && bench.pointed.id === id)
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (selected && item.current) scrollWithin(item.current, 'nearest')
  }, [selected])
  const name = formatName(profile.park.properties, state.language, t)
  const point = (on: boolean) => useWorkbench.setState({ pointed: on ? { kind, id } : null })
  return (
    <li ref={item} className="park-item" data-selected={selected} data-pointed={pointed}>
      <button
        type="button"
        className="park-open"
        aria-pressed={selected}
        onMouseEnter={() => point(true)}
        onMouseLeave={() => point(false)}
        onFocus={() => point(true)}
        onBlur={() => point(false)}
        onClick={() => select({ kind, id })}
      >
        <span className="park-title">
          {lead}
          <span>{name}</span>
        </span>
        <Readiness park={park} />
        {facts.length > 0 ? (
          <span className="park-facts">
            {facts.map((fact) => (
              <Fact key={fact} park={park} fact={fact} />
            ))}
          </span>
        ) : null}
      </button>
      <ParkChoices park={park} />
      {children}
    </li>
  )
}

function Fact({ park: { measurements, traits }, fact }: { park: KnownPark; fact: FieldId }) {
  const { t } = useTranslation()
  const known = isCategory(fact) ? traits[fact] : measurements[fact]
  return (
    <span className="park-fact">
      <span className="park-label">{t(`invest.short.${fact}`)}</span>
      {isCategory(fact) ? (
        <TraitValue id={fact} trait={traits[fact]} />
      ) : (
        <MeasuredValue id={fact} measured={measurements[fact]} />
      )}
      {known ? <AsOf provenance={known.provenance} /> : null}
    </span>
  )
}

function Readiness({ park: { profile, measurements } }: { park: KnownPark }) {
  const { t } = useTranslation()
  const level = profile.park.properties.readiness?.level
  const { readiness } = measurements
  return (
    <span className="park-status">
      {profile.group === 'programme' ? null : (
        <span className="chip park-group">{t(`invest.groupShort.${profile.group}`)}</span>
      )}
      {level && readiness ? (
        <>
          <span className={`readiness readiness-${level}`} aria-hidden="true" />
          <span>{t(`invest.readiness.${level}`)}</span>
          <AsOf provenance={readiness.provenance} />
        </>
      ) : null}
    </span>
  )
}

/** Star and box, reachable by thumb. */
function ParkChoices({ park }: { park: KnownPark }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { invest, act } = useInvest()
  const { id, profile } = park
  const name = formatName(profile.park.properties, state.language, t)
  const kept = useShortlist((list) => list.entries.some((entry) => entry.id === id))
  const compared = invest.compared.includes(id)
  const full = invest.compared.length >= mostCompared && !compared
  return (
    <span className="park-choices">
      <button
        type="button"
        className="icon-button star"
        aria-pressed={kept}
        aria-label={t('invest.keep', { name })}
        title={t('invest.keepShort')}
        onClick={() => shortlist(id, !kept)}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="m12 3.500 2.600 5.400 5.900.8-4.300 4.100 1 5.900-5.200-2.800-5.200 2.800 1-5.900-4.300-4.100 5.900-.8z" />
        </svg>
      </button>
      <label
        className="compare-box"
        title={full ? t('invest.compareFull', { most: mostCompared }) : t('invest.compareShort')}
      >
        <input
          type="checkbox"
          checked={compared}
          disabled={full}
          aria-label={t('invest.compareThis', { name })}
          onChange={(event) => act({ type: 'compare', id, on: event.target.checked })}
        />
        <span aria-hidden="true">{t('invest.compareShort')}</span>
      </label>
    </span>
  )
}
