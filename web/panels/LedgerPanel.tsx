import { useTranslation } from '../i18n/use-translation.ts'
import type { Ledger, LedgerLine, LedgerPark, LedgerPart, StatedArea } from '../../server/domain/analysis.ts'
import { useLedger } from '../api/queries.ts'
import { formatDate, formatHectares, formatNumber, formatSigned } from '../format/numbers.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { kindOfCollection } from '../state/kinds.ts'
import { PanelQuery } from './PanelQuery.tsx'
import { Provenance } from './Provenance.tsx'
import { Computed, NoData, Stated } from './Value.tsx'
import { useSelect } from './use-select.ts'

/** “Where does 161,225 ha come from?”: clause, parts, stated against drawn, and what nobody knows. */
export default function LedgerPanel() {
  const { t } = useTranslation()
  const query = useLedger()
  return (
    <PanelQuery query={query}>
      {(ledger) => (
        <>
          <h2>{t('ledger.title')}</h2>
          <Total ledger={ledger} />
          <Bar ledger={ledger} />
          <ol className="ledger">
            {ledger.lines.map((line) => (
              <Line key={`${line.collection ?? 'parks'}-${line.featureId ?? ''}`} line={line} />
            ))}
            <li className="ledger-sum">
              <span>{t('ledger.sum')}</span>
              <Computed>
                <Hectares value={ledger.sumHectares} />
              </Computed>
            </li>
          </ol>
          <Parks ledger={ledger} />
          <Unknowns ledger={ledger} />
        </>
      )}
    </PanelQuery>
  )
}

function Hectares({ value }: { value: number }) {
  const { state } = useAtlas()
  return <>{formatNumber(value, state.language)} ha</>
}

function Total({ ledger }: { ledger: Ledger }) {
  return (
    <div className="ledger-total">
      <strong>
        <Stated>
          <Hectares value={ledger.total.areaHectares} />
        </Stated>
      </strong>
      <Provenance originId={ledger.total.originId} locator={ledger.total.clause} />
      <blockquote lang="vi">{ledger.total.quote_vi}</blockquote>
    </div>
  )
}

/** The parts as lengths of one bar: solid what a document states, hatched what is only implied. */
function Bar({ ledger }: { ledger: Ledger }) {
  return (
    <div className="ledger-bar" aria-hidden="true">
      {ledger.lines.map((line, index) => (
        <span
          key={index}
          className={line.statement ? `share share-${index}` : 'share share-implied'}
          style={{ flexGrow: line.areaHectares }}
        />
      ))}
    </div>
  )
}

function Line({ line }: { line: LedgerLine }) {
  return (
    <li className="ledger-line">
      <LedgerRow line={line} />
      {line.parts.length > 0 ? (
        <ul className="ledger-parts">
          {line.parts.map((part, index) => (
            <li key={index}>
              <LedgerRow line={part} />
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}

function LedgerRow({ line }: { line: LedgerPart }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const select = useSelect()
  const vi = state.language === 'vi'
  const kind = line.collection ? kindOfCollection(line.collection) : null
  const { featureId } = line
  const name = vi ? line.name_vi : line.name_en
  return (
    <div className="ledger-row">
      <span className="ledger-name">
        {kind && featureId ? (
          <button type="button" className="link-button" onClick={() => select({ kind, id: featureId })}>
            {name}
          </button>
        ) : (
          name
        )}
      </span>
      <span className="ledger-area">
        {line.statement ? (
          <Stated>
            <Hectares value={line.areaHectares} />
          </Stated>
        ) : (
          <Computed>
            <Hectares value={line.areaHectares} />
          </Computed>
        )}
      </span>
      <span className="ledger-how">
        {line.statement ? (
          <Provenance
            originId={line.statement.originId}
            locator={line.statement.locator}
            date={line.statement.date}
            confidence={line.statement.confidence}
          />
        ) : null}
        {line.arithmetic ? (
          <span className="row-note">
            {t('ledger.implied')}: {formatNumber(line.arithmetic.fromHectares, state.language)}
            {line.arithmetic.minus
              .map(
                (one) => ` − ${formatNumber(one.areaHectares, state.language)} (${vi ? one.label_vi : one.label_en})`,
              )
              .join('')}
          </span>
        ) : null}
        <span className="row-note">
          {line.drawnAreaHectares === null ? (
            t('ledger.notDrawn')
          ) : (
            <>
              {t('ledger.drawn')}{' '}
              <Computed method={t('card.measuredHow')}>
                {formatHectares(line.drawnAreaHectares, state.language)}
              </Computed>
              {line.differenceHectares === null
                ? null
                : ` (${formatSigned(line.differenceHectares, state.language, 0)} ha)`}
            </>
          )}
        </span>
        {line.unknown ? (
          <span className="row-note caution">{vi ? line.unknown.text_vi : line.unknown.text_en}</span>
        ) : null}
      </span>
    </div>
  )
}

function Parks({ ledger }: { ledger: Ledger }) {
  const { t } = useTranslation()
  const { parks } = ledger
  return (
    <section>
      <h3>{t('ledger.parksTitle')}</h3>
      <p className="quiet">{t('ledger.parksIntro')}</p>
      <ul className="ledger-parks">
        {parks.lines.map((park) => (
          <ParkAreas key={park.featureId} park={park} />
        ))}
      </ul>
      <dl className="rows">
        <Sum label={t('ledger.largest')} count={parks.countedParks} value={parks.countedHectares} />
        <Sum label={t('ledger.unverified')} count={parks.unverifiedParks} value={parks.unverifiedHectares} />
        <div className="row row-strong">
          <dt>
            {t('ledger.remainder')}
            <span className="row-about">
              <Hectares value={parks.statedHectares} /> − <Hectares value={parks.countedHectares} />
            </span>
          </dt>
          <dd>
            <Computed>
              <Hectares value={parks.unexplainedHectares} />
            </Computed>
          </dd>
        </div>
      </dl>
    </section>
  )
}

function Sum({ label, count, value }: { label: string; count: number; value: number }) {
  return (
    <div className="row">
      <dt>
        {label}
        <span className="row-about">({count})</span>
      </dt>
      <dd>
        <Computed>
          <Hectares value={value} />
        </Computed>
      </dd>
    </div>
  )
}

function ParkAreas({ park }: { park: LedgerPark }) {
  const { state } = useAtlas()
  const select = useSelect()
  const vi = state.language === 'vi'
  return (
    <li>
      <button
        type="button"
        className="link-button"
        onClick={() => select({ kind: kindOfCollection(park.collection) ?? 'park', id: park.featureId })}
      >
        {vi ? park.name_vi : park.name_en}
      </button>
      {park.areas.some((area) => area.verified) ? null : <NoData />}
      <ul>
        {park.areas.map((area, index) => (
          <ParkArea key={index} area={area} drawn={area.verified && area.areaHectares === park.statedAreaHectares} />
        ))}
      </ul>
    </li>
  )
}

function ParkArea({ area, drawn }: { area: StatedArea; drawn: boolean }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const about = area[`about_${state.language}`] ?? area.about_en
  return (
    <li className={area.verified ? undefined : 'unverified'}>
      {area.verified ? (
        <Stated>
          <Hectares value={area.areaHectares} />
        </Stated>
      ) : (
        <>
          <Hectares value={area.areaHectares} /> ({t('ledger.unverified')})
        </>
      )}
      {drawn ? <span className="chip">{t('ledger.drawnFrom')}</span> : null}
      <span className="row-note">
        {[about, area.date ? formatDate(area.date, state.language) : null].filter(Boolean).join(' · ')}
      </span>
      <Provenance originId={area.originId} locator={area.locator} date={area.date} confidence={area.confidence} />
    </li>
  )
}

function Unknowns({ ledger }: { ledger: Ledger }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  return (
    <section>
      <h3>{t('ledger.unknown')}</h3>
      <ul className="bullets">
        {ledger.unknowns.map((one, index) => (
          <li key={index}>{state.language === 'vi' ? one.text_vi : one.text_en}</li>
        ))}
      </ul>
      <p className="fine-print">{state.language === 'vi' ? ledger.method.text_vi : ledger.method.text_en}</p>
    </section>
  )
}
