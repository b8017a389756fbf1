import type { Range, ReachedGround } from '../../../server/domain/coverage.ts'
import type { ChangedGround, WhatIf } from '../../../server/domain/what-if.ts'
import { formatHectares, formatNumber, formatRangePercent, formatSigned } from '../../format/numbers.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { kindOfCollection } from '../../state/kinds.ts'
import { changeColors } from '../../theme/changes.ts'
import { useSelect } from '../use-select.ts'
import { HowComputed } from '../HowComputed.tsx'
import { OwnShapes } from '../OwnShapes.tsx'
import { Computed } from '../Value.tsx'
import type { LiveAnswer } from './use-live-answer.ts'

/** What a scenario wins and costs against the plan, in two numbers each; also the legend of the map. */
export function WhatIfSummary({ answer, nothing }: { answer: LiveAnswer<WhatIf>; nothing: boolean }) {
  const { t } = useTranslation()
  const { data, problem, isLoading } = answer
  if (problem) {
    return (
      <p className="problem" role="alert">
        {problem}
      </p>
    )
  }
  if (!data) return <p className="quiet">{t('app.loading')}</p>
  return (
    <section className={isLoading ? 'what-if stale' : 'what-if'} aria-busy={isLoading}>
      <h3>{t('draw.whatIf.title')}</h3>
      {nothing ? <p className="quiet">{t('draw.whatIf.nothing')}</p> : null}
      <div className="what-if-changes">
        <Change which="gained" ground={data.gained} />
        <Change which="lost" ground={data.lost} />
      </div>
    </section>
  )
}

/** What else comes within reach or falls out of it, district by district, and how it is worked out. */
export function WhatIfDetails({ answer: { data, problem, isLoading } }: { answer: LiveAnswer<WhatIf> }) {
  if (!data || problem) return null
  return (
    <section className={isLoading ? 'what-if stale' : 'what-if'} aria-busy={isLoading}>
      <OwnShapes />
      <Totals plan={data.plan} scenario={data.scenario} />
      <Features data={data} />
      <Districts data={data} />
      <HowComputed howSure={data.howSure} methods={[data.method]} />
    </section>
  )
}

/** The legend of the map and the sum in one: the same colour, texture and edge. */
function Change({ which, ground }: { which: 'gained' | 'lost'; ground: ChangedGround }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { language } = state
  return (
    <div data-change={which}>
      <svg className="change-swatch" viewBox="0 0 40 24" width="40" height="24" aria-hidden="true">
        <ChangePattern which={which} />
      </svg>
      <h4>{t(`draw.whatIf.${which}`)}</h4>
      <p>
        <Computed>{formatHectares(ground.areaHectares.value, language)}</Computed>
        <span className="row-note">{brackets(ground.areaHectares, (value) => formatHectares(value, language))}</span>
      </p>
      <p>
        <Computed>{t('coverage.peopleCount', { value: formatNumber(ground.people.value, language, 0) })}</Computed>
        <span className="row-note">{brackets(ground.people, (value) => formatNumber(value, language, 0))}</span>
      </p>
    </div>
  )
}

function ChangePattern({ which }: { which: 'gained' | 'lost' }) {
  const color = changeColors[which]
  const edge = { fill: color, fillOpacity: 0.34, stroke: color, strokeWidth: 2 }
  if (which === 'gained') {
    return (
      <>
        <rect x="1" y="1" width="38" height="22" {...edge} />
        {[6, 16, 26, 34].flatMap((x) =>
          [7, 17].map((y) => <circle key={`${x} ${y}`} cx={x + (y > 10 ? 3 : 0)} cy={y} r="1.6" fill={color} />),
        )}
      </>
    )
  }
  return (
    <>
      <rect x="1" y="1" width="38" height="22" {...edge} strokeDasharray="5 3" />
      <path d="M2 22 22 2M12 22 32 2M22 22 38 6M2 12 12 2M32 22l6-6" stroke={color} strokeWidth="1.6" />
    </>
  )
}

function brackets({ low, high }: Range, format: (value: number) => string): string {
  return `(${format(low)} – ${format(high)})`
}

function Totals({ plan, scenario }: Pick<WhatIf, 'plan' | 'scenario'>) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { language } = state
  const row = (label: string, of: (ground: ReachedGround) => Range | null, difference: string) => {
    const [before, after] = [of(plan), of(scenario)]
    if (!before || !after) return null
    return (
      <tr>
        <th scope="row">{label}</th>
        <td>
          <Computed>{formatRangePercent(before, language)}</Computed>
        </td>
        <td>
          <Computed>{formatRangePercent(after, language)}</Computed>
        </td>
        <td>{difference}</td>
      </tr>
    )
  }
  const hectares = scenario.areaHectares.value - plan.areaHectares.value
  const people = scenario.people.value - plan.people.value
  return (
    <table className="figures contents-table">
      <caption>{t('draw.whatIf.totals')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('draw.item')}</span>
          </th>
          <th scope="col">{t('draw.whatIf.plan')}</th>
          <th scope="col">{t('draw.whatIf.scenario')}</th>
          <th scope="col">{t('draw.compare.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {row(t('coverage.land'), ({ areaShare }) => areaShare, `${formatSigned(hectares, language, 0)} ha`)}
        {row(t('coverage.people'), ({ peopleShare }) => peopleShare, formatSigned(people, language, 0))}
      </tbody>
    </table>
  )
}

/** Parks, zones, ports, gates …: what comes within reach and what falls out of it. */
function Features({ data }: { data: WhatIf }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const select = useSelect()
  const { language } = state
  const areas = data.areas.flatMap(({ collection, features }) =>
    features.map((area) => ({
      ...area,
      kind: kindOfCollection(collection),
      note: `${formatHectares(area.plan.areaHectares.value, language)} → ${formatHectares(area.scenario.areaHectares.value, language)}`,
      isGain: area.scenario.areaHectares.value > area.plan.areaHectares.value,
    })),
  )
  const points = data.points.flatMap(({ collection, features }) =>
    features.map((point) => ({
      ...point,
      kind: kindOfCollection(collection),
      note: `${t(`coverage.${point.plan}`)} → ${t(`coverage.${point.scenario}`)}`,
      isGain: rank(point.scenario) > rank(point.plan),
    })),
  )
  const all = [...areas, ...points]
  return (
    <>
      <h4>{t('draw.whatIf.features')}</h4>
      {all.length === 0 ? <p className="quiet">{t('draw.whatIf.noFeatures')}</p> : null}
      <ul className="change-list">
        {all.map(({ featureId, kind, note, isGain, ...names }) => (
          <li key={`${kind} ${featureId}`} data-change={isGain ? 'gained' : 'lost'}>
            <span aria-hidden="true">{isGain ? '▲' : '▼'}</span>
            <span>
              <button type="button" className="link-button" onClick={() => kind && select({ kind, id: featureId })}>
                {language === 'vi' ? names.name_vi : names.name_en}
              </button>
              <span className="row-note">
                {kind ? `${t(`kind.${kind}`)} · ` : ''}
                {t(isGain ? 'draw.whatIf.gained' : 'draw.whatIf.lost')}: {note}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function rank(verdict: WhatIf['points'][number]['features'][number]['plan']): number {
  return { inside: 2, uncertain: 1, outside: 0, unplaced: 0 }[verdict]
}

function Districts({ data }: { data: WhatIf }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { language } = state
  if (data.districts.length === 0) return null
  const net = ({ gained, lost }: { gained: ChangedGround; lost: ChangedGround }, of: 'areaHectares' | 'people') =>
    gained[of].value - lost[of].value
  return (
    <table className="figures contents-table">
      <caption>{t('draw.whatIf.districts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('coverage.district')}</th>
          <th scope="col">ha</th>
          <th scope="col">{t('draw.row.people')}</th>
        </tr>
      </thead>
      <tbody>
        {data.districts.map((district) => (
          <tr key={district.featureId}>
            <th scope="row">{language === 'vi' ? district.name_vi : district.name_en}</th>
            <td>
              <Computed>{formatSigned(net(district, 'areaHectares'), language, 0)}</Computed>
            </td>
            <td>
              <Computed>{formatSigned(net(district, 'people'), language, 0)}</Computed>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
