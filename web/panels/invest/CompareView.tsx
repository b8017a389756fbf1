import { useTranslation } from '../../i18n/use-translation.ts'
import { boundsOf } from '../../format/bounds.ts'
import { compare, type ComparedRow } from '../../invest/compare.ts'
import { criterionOf, isMoreBetter } from '../../invest/criteria.ts'
import { kindOf } from '../../invest/park-group.ts'
import { ageOfValue, fieldOf, type FieldKey, type FieldValue } from '../../invest/profile.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { mostCompared } from '../../state/invest-state.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { useSelect } from '../use-select.ts'
import { Said } from '../Said.tsx'
import { NoData } from '../Value.tsx'
import type { ViewProps } from './InvestPanel.tsx'
import { formatName } from '../../format/name.ts'
import { ProvenanceOf } from './ProvenanceOf.tsx'
import { Spider } from './Spider.tsx'
import { useInvest } from './use-invest.ts'
import { compareLetters } from './use-park-marks.ts'
import type { KnownPark } from './use-profiles.ts'
import { AgeMark, MeasuredValue } from './ValueMark.tsx'

/** Two to five parks criterion by criterion: what differs first, the best of each by sign and word. */
export function CompareView({ parks }: ViewProps) {
  const { t } = useTranslation()
  const { invest } = useInvest()
  const chosen = invest.compared.flatMap((id) => parks.find((park) => park.id === id) ?? [])
  const rows = compare(chosen)
  const section = (kind: ComparedRow['kind']) => rows.filter((row) => row.kind === kind)
  return (
    <>
      <h2>{t('invest.compare.title')}</h2>
      <p className="quiet intro">{t('invest.compare.intro', { most: mostCompared })}</p>
      <Chosen chosen={chosen} parks={parks} />
      {chosen.length < 2 ? null : (
        <>
          <Spider parks={chosen} />
          {section('differs').length > 0 ? <h3>{t('invest.compare.differs')}</h3> : null}
          {section('differs').map((row) => (
            <Row key={row.criterion} row={row} parks={chosen} />
          ))}
          {section('equal').length > 0 ? <h3>{t('invest.compare.equal')}</h3> : null}
          {section('equal').map((row) => (
            <Row key={row.criterion} row={row} parks={chosen} />
          ))}
          {section('unknown').length > 0 ? (
            <>
              <h3>{t('invest.compare.unknown')}</h3>
              <p className="quiet">
                {section('unknown')
                  .map(({ criterion }) => t(`invest.criterion.${criterion}`))
                  .join(' · ')}
              </p>
            </>
          ) : null}
          <h3>{t('invest.compare.words')}</h3>
          {worded.map((key) => (
            <Words key={key} field={key} parks={chosen} />
          ))}
        </>
      )}
    </>
  )
}

/** What no number says, side by side. */
const worded: readonly FieldKey[] = ['kind', 'developer', 'sectors', 'latest']

function Words({ field, parks }: { field: FieldKey; parks: readonly KnownPark[] }) {
  const { t } = useTranslation()
  return (
    <section className="compare-row" aria-label={t(`invest.field.${field}`)}>
      <h4>{t(`invest.field.${field}`)}</h4>
      <ul>
        {parks.map((park, index) => {
          const { values } = fieldOf(park.profile, field)
          return (
            <li key={park.id} data-letter={index}>
              <Letter park={park} index={index} />
              <div className="compare-words">
                {values.length === 0 ? <NoData /> : null}
                {values.map((value, number) => (
                  <div key={number}>
                    <FieldText value={value} /> <AgeMark age={ageOfValue(field, value)} />
                    <ProvenanceOf provenance={value.provenance} />
                  </div>
                ))}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function FieldText({ value }: { value: FieldValue }) {
  const { t } = useTranslation()
  if (value.type === 'word') return <>{t(value.word)}</>
  if (value.type !== 'note') return null
  return <Said sentence={value.note} />
}

function Letter({ park, index }: { park: KnownPark; index: number }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  return (
    <span className="letter">
      <span className="visually-hidden">{formatName(park.profile.park.properties, state.language, t)}: </span>
      <span aria-hidden="true">{compareLetters[index]}</span>
    </span>
  )
}

function Chosen({ chosen, parks }: { chosen: readonly KnownPark[]; parks: readonly KnownPark[] }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { act } = useInvest()
  const select = useSelect()
  const map = useWorkbench((bench) => bench.map)
  const rest = parks.filter(({ id }) => !chosen.some((park) => park.id === id))
  const shapes = chosen.flatMap(({ profile }) => profile.park.geometry ?? [])
  const name = ({ profile }: KnownPark) => formatName(profile.park.properties, state.language, t)
  return (
    <>
      <ol className="compared">
        {chosen.map((park, index) => (
          <li key={park.id} data-letter={index}>
            <span className="letter" aria-hidden="true">
              {compareLetters[index]}
            </span>
            <button
              type="button"
              className="link-button"
              onClick={() => select({ kind: kindOf(park.profile.park), id: park.id })}
            >
              {name(park)}
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={t('invest.compare.remove', { name: name(park) })}
              onClick={() => act({ type: 'compare', id: park.id, on: false })}
            >
              ✕
            </button>
          </li>
        ))}
      </ol>
      <p className="limit-actions">
        {chosen.length < mostCompared ? (
          <select
            className="button add-park"
            aria-label={t('invest.compare.add')}
            value=""
            onChange={(event) => act({ type: 'compare', id: event.target.value, on: true })}
          >
            <option value="">{t('invest.compare.add')}</option>
            {rest.map((park) => (
              <option key={park.id} value={park.id}>
                {name(park)}
              </option>
            ))}
          </select>
        ) : null}
        {shapes.length > 0 ? (
          <button
            type="button"
            className="button"
            onClick={() => map?.flyTo({ bounds: boundsOf({ type: 'GeometryCollection', geometries: shapes }) })}
          >
            {t('invest.compare.onMap')}
          </button>
        ) : null}
      </p>
      {chosen.length < 2 ? <p className="notice">{t('invest.compare.few')}</p> : null}
    </>
  )
}

function Row({ row, parks }: { row: ComparedRow; parks: readonly KnownPark[] }) {
  const { t } = useTranslation()
  const { criterion, values, verdicts } = row
  const { worst, best } = criterionOf(criterion)
  const most = Math.max(...values.map((value) => value?.high ?? 0), 0)
  return (
    <section className="compare-row" aria-label={t(`invest.criterion.${criterion}`)}>
      <h4>
        {t(`invest.criterion.${criterion}`)}
        <small>{t(isMoreBetter({ worst, best }) ? 'invest.moreIsBetter' : 'invest.lessIsBetter')}</small>
      </h4>
      <ul>
        {parks.map((park, index) => {
          const value = values[index] ?? null
          const verdict = verdicts[index]
          return (
            <li key={park.id} data-letter={index} data-verdict={verdict}>
              <Letter park={park} index={index} />
              <span className="compare-value">
                <span className="compare-track" aria-hidden="true">
                  {value && most > 0 ? (
                    <>
                      <span className="compare-fill" style={{ inlineSize: `${(100 * value.value) / most}%` }} />
                      <span
                        className="score-range"
                        style={{
                          insetInlineStart: `${(100 * value.low) / most}%`,
                          inlineSize: `${(100 * (value.high - value.low)) / most}%`,
                        }}
                      />
                    </>
                  ) : null}
                </span>
                <MeasuredValue id={criterion} measured={value} />
                {value ? <AgeMark age={value.age} /> : null}
                {verdict === 'best' || verdict === 'close' ? (
                  <span className={`verdict verdict-${verdict}`}>
                    <span aria-hidden="true">{verdict === 'best' ? '★ ' : '≈ '}</span>
                    {t(`invest.verdict.${verdict}`)}
                  </span>
                ) : null}
                {value ? <ProvenanceOf provenance={value.provenance} /> : null}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
