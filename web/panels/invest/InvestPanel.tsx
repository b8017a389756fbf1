import { useEffect, useMemo, useRef, type ComponentType, type KeyboardEvent } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { parksExtra, type ParkMark } from '../../map/extras/parks-in-play.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { investViews, type InvestView } from '../../state/invest-state.ts'
import { giveMapItsTurn } from '../../state/map-turn.ts'
import { useShortlist } from '../../state/shortlist.ts'
import { useMapExtra } from '../../state/workbench.ts'
import '../../theme/invest.css'
import { PanelQuery } from '../PanelQuery.tsx'
import { CompareView } from './CompareView.tsx'
import { LimitsView } from './LimitsView.tsx'
import { ParkListView } from './ParkListView.tsx'
import { RankView } from './RankView.tsx'
import { ShortlistView } from './ShortlistView.tsx'
import { useFunnel, type Sifted } from './use-funnel.ts'
import { useInvest } from './use-invest.ts'
import { useParkMarks } from './use-park-marks.ts'
import { useProfiles, type KnownPark } from './use-profiles.ts'

export interface ViewProps {
  parks: readonly KnownPark[]
  sifted: Sifted
}

const views: Record<InvestView, ComponentType<ViewProps>> = {
  list: ParkListView,
  limits: LimitsView,
  rank: RankView,
  compare: CompareView,
  shortlist: ShortlistView,
}

/** From all the parks to one: list, limits, ranking, comparison, shortlist, in step with the map. */
export default function InvestPanel() {
  const query = useProfiles()
  const isAnswered = query.data !== undefined || query.error !== undefined
  useEffect(() => {
    if (isAnswered) giveMapItsTurn()
  }, [isAnswered])
  return (
    <div className="invest">
      <PanelQuery query={query}>{(parks) => <Views parks={parks} accessState={query.accessState} />}</PanelQuery>
    </div>
  )
}

interface ViewsProps {
  parks: readonly KnownPark[]
  accessState: ReturnType<typeof useProfiles>['accessState']
}

function Views({ parks, accessState }: ViewsProps) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { invest, act } = useInvest()
  const sifted = useFunnel(parks, invest)
  const marks = useParkMarks(parks, sifted, invest)
  // Most changes of weights and limits change no mark: the map is then left alone.
  const drawn = JSON.stringify(marks)
  useMapExtra(
    useMemo(() => parksExtra(JSON.parse(drawn) as readonly ParkMark[], state.language), [drawn, state.language]),
  )
  const View = views[invest.view]
  return (
    <>
      <ViewTabs left={sifted.left.length} />
      {invest.damaged ? (
        <p className="problem invest-notice" role="alert">
          {t('invest.damaged')}{' '}
          <button type="button" className="link-button" onClick={() => act({ type: 'mended' })}>
            {t('app.close')}
          </button>
        </p>
      ) : null}
      {accessState === 'pending' && invest.view !== 'list' && invest.view !== 'shortlist' ? (
        <p className="notice invest-notice" role="status">
          {t('invest.accessPending')}
        </p>
      ) : null}
      {accessState === 'failed' ? <p className="problem invest-notice">{t('invest.accessFailed')}</p> : null}
      <div role="tabpanel" id="invest-view" aria-labelledby={`invest-tab-${invest.view}`}>
        <View parks={parks} sifted={sifted} />
      </div>
    </>
  )
}

function ViewTabs({ left }: { left: number }) {
  const { t } = useTranslation()
  const { invest, act } = useInvest()
  const kept = useShortlist((list) => list.entries.length)
  const tabs = useRef<HTMLDivElement>(null)
  const counts: Partial<Record<InvestView, number>> = { list: left, compare: invest.compared.length, shortlist: kept }
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.stopPropagation()
    const next = investViews[(investViews.indexOf(invest.view) + step + investViews.length) % investViews.length]
    if (!next) return
    act({ type: 'view', view: next })
    tabs.current?.querySelector<HTMLElement>(`#invest-tab-${next}`)?.focus()
  }
  return (
    <div
      className="invest-tabs"
      role="tablist"
      aria-label={t('invest.views')}
      ref={tabs}
      onKeyDown={move}
      tabIndex={-1}
    >
      {investViews.map((view) => (
        <button
          key={view}
          type="button"
          role="tab"
          id={`invest-tab-${view}`}
          aria-selected={invest.view === view}
          aria-controls="invest-view"
          tabIndex={invest.view === view ? 0 : -1}
          onClick={() => act({ type: 'view', view })}
        >
          {t(`invest.view.${view}`)}
          {counts[view] ? <span className="invest-count">{counts[view]}</span> : null}
        </button>
      ))}
    </div>
  )
}
