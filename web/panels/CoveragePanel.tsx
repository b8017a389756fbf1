import '../theme/coverage.css'
import { memo, useMemo } from 'react'
import type { CollectionId } from '../../server/domain/collections.ts'
import type { Coverage, CoverageAnswer, Range, ReachedGround } from '../../server/domain/coverage.ts'
import { useCollection, useCoverage } from '../api/queries.ts'
import { formatHectares, formatNumber, formatRangePercent, formatSigned } from '../format/numbers.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { reachExtra } from '../map/extras/reach.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { bufferLimits, type Language } from '../state/atlas-state.ts'
import { useMapExtra, useWorkbench } from '../state/workbench.ts'
import { wishExport } from '../state/export-wish.ts'
import { nameOf } from './card/any-feature.ts'
import { BufferControl } from './coverage/BufferControl.tsx'
import {
  AreaList,
  CommuneSplit,
  DistrictTable,
  GapList,
  LineTable,
  PointList,
  useCorridorName,
} from './coverage/CoverageTables.tsx'
import { DistanceMapSection } from './coverage/DistanceMapSection.tsx'
import { toCoverageTable } from './coverage/coverage-table.ts'
import { Explanation, ExplainedValue } from './coverage/Explanation.tsx'
import { retryCoverage } from './coverage/live-coverage.ts'
import { useCoverageAnswer } from './coverage/use-coverage-answer.ts'
import { HowComputed } from './HowComputed.tsx'
import { OwnShapes } from './OwnShapes.tsx'
import { PanelQuery } from './PanelQuery.tsx'
import { TwoLanguages } from './TwoLanguages.tsx'

/** Whose makers a table of the answer owes credit to. */
function collectionsOf({ areas, points }: Coverage): CollectionId[] {
  return ['corridors', 'districts', ...[...areas, ...points].map(({ collection }) => collection)]
}

/** What the corridors reach and miss within a distance, and how sure that is. */
export default function CoveragePanel() {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const live = useCoverageAnswer()
  const { outlines } = live
  const corridorName = useCorridorName()
  useMapExtra(useMemo(() => (outlines ? reachExtra(outlines) : null), [outlines]))
  // Held against the usual distance, of the same corridors; the server has kept that answer.
  const isUsual = state.bufferMeters === bufferLimits.usual
  const { data: usual } = useCoverage(!isUsual, state.coverageCorridors, bufferLimits.usual)
  return (
    <>
      <h2>{t('coverage.title')}</h2>
      <TwoLanguages />
      <p className="quiet">{t('coverage.intro')}</p>
      <CorridorChoice />
      <BufferControl />
      <PanelQuery query={{ ...live, mutate: retryCoverage }}>
        {(answer) => (
          <div aria-busy={live.isLoading} className={live.isLoading ? 'coverage stale' : 'coverage'}>
            <Whole coverage={answer.coverage} usual={usual?.coverage} />
            <CommuneSplit coverage={answer.coverage} />
            <button
              type="button"
              className="button"
              onClick={() =>
                wishExport({
                  kind: 'table',
                  table: toCoverageTable(answer.coverage, corridorName, state.language),
                  about: t('coverage.exportAbout', { buffer: answer.coverage.bufferMeters }),
                  computedFrom: collectionsOf(answer.coverage),
                })
              }
            >
              {t('coverage.export')}
            </button>
            <DistanceMapSection />
            <OwnShapes />
            <Tables answer={answer} />
            <HowComputed howSure={answer.coverage.howSure} methods={[answer.coverage.method]} />
            <Explanation coverage={answer.coverage} names={corridorName} />
          </div>
        )}
      </PanelQuery>
    </>
  )
}

function CorridorChoice() {
  const { t } = useTranslation()
  const { state, dispatch } = useAtlas()
  const { data: corridors } = useCollection('corridors')
  const all = corridors?.features.map((corridor) => corridor.id) ?? []
  const chosen = state.coverageCorridors.length > 0 ? state.coverageCorridors : all
  const toggle = (id: string, on: boolean) => {
    const next = on ? [...chosen, id] : chosen.filter((one) => one !== id)
    // Nothing to reach from is no question; and all of them is the default, which links leave out.
    if (next.length > 0) dispatch({ type: 'cover', corridors: next.length === all.length ? [] : next })
  }
  return (
    <fieldset className="layer-group corridor-choice">
      <legend>{t('coverage.corridors')}</legend>
      {corridors?.features.map((corridor) => (
        <label key={corridor.id} className="layer-switch">
          <input
            type="checkbox"
            checked={chosen.includes(corridor.id)}
            onChange={(event) => toggle(corridor.id, event.target.checked)}
          />
          <span>{nameOf(corridor.properties, state.language)}</span>
        </label>
      ))}
      {state.coverageCorridors.length > 0 ? (
        <button type="button" className="link-button" onClick={() => dispatch({ type: 'cover', corridors: [] })}>
          {t('coverage.all')}
        </button>
      ) : null}
    </fieldset>
  )
}

function Whole({ coverage, usual }: { coverage: Coverage; usual: Coverage | undefined }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { whole } = coverage
  const people = whole.peopleShare
  const change = usual && usual.bufferMeters !== coverage.bufferMeters ? usual.whole : null
  return (
    <dl className="coverage-whole">
      <div>
        <dd>
          <Share range={whole.areaShare} title={t('coverage.land')} />
        </dd>
        <dt>{t('coverage.land')}</dt>
        <dd className="row-note">
          {formatHectares(whole.areaHectares.value, state.language)}
          {change ? ` · ${signedHectares(whole, change, state.language)} ${t('coverage.against')}` : ''}
        </dd>
      </div>
      {people ? (
        <div>
          <dd>
            <Share range={people} title={t('coverage.people')} />
          </dd>
          <dt>{t('coverage.people')}</dt>
          <dd className="row-note">
            {t('coverage.peopleCount', { value: formatNumber(whole.people.value, state.language, 0) })}
            {change
              ? ` · ${formatSigned(whole.people.value - change.people.value, state.language, 0)} ${t('coverage.against')}`
              : ''}
          </dd>
        </div>
      ) : null}
    </dl>
  )
}

/** The share, and under it in smaller print how sure it is. */
function Share({ range, title }: { range: Range; title: string }) {
  const { state } = useAtlas()
  const [share, brackets] = formatRangePercent(range, state.language).split(' (')
  return (
    <>
      <ExplainedValue title={title} from="ground">
        {share ?? ''}
      </ExplainedValue>{' '}
      <span className="how-sure">({brackets}</span>
    </>
  )
}

function signedHectares(now: ReachedGround, before: ReachedGround, language: Language): string {
  return `${formatSigned(now.areaHectares.value - before.areaHectares.value, language, 0)} ha`
}

const Tables = memo(function Tables({ answer: { coverage, gaps } }: { answer: CoverageAnswer }) {
  const map = useWorkbench((bench) => bench.map)
  return (
    <>
      <DistrictTable coverage={coverage} />
      <AreaList coverage={coverage} />
      <PointList coverage={coverage} />
      {coverage.lines.length > 1 ? <LineTable coverage={coverage} /> : null}
      <GapList gaps={gaps} onGo={(bounds) => map?.flyTo({ bounds })} />
    </>
  )
})
