import { useTranslation } from '../../i18n/use-translation.ts'
import { useCollection } from '../../api/queries.ts'
import { formatName } from '../../format/name.ts'
import { formatNumber } from '../../format/numbers.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { Provenance } from '../Provenance.tsx'
import { Computed, NoData, Stated } from '../Value.tsx'
import type { AnyProperties } from './any-feature.ts'
import { useSelect } from '../use-select.ts'

/** What an administrative unit of 2021 or 2025 carries: code, people, and what became of it. */
export function UnitSection({ properties }: { properties: AnyProperties }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  if (properties.code === undefined) return null
  const { population2019, populationBasis } = properties
  const estimated = populationBasis === 'estimated'
  const people = typeof population2019 === 'number' ? formatNumber(population2019, state.language) : null
  return (
    <section className="card-section">
      <dl className="rows">
        {population2019 === undefined ? null : (
          <div className="row">
            <dt>{t('card.population')}</dt>
            <dd>
              {people === null ? (
                <NoData />
              ) : estimated ? (
                <Computed method={t('card.populationEstimated')}>≈ {people}</Computed>
              ) : (
                <Stated>{people}</Stated>
              )}
              {people === null ? null : estimated ? (
                <span className="row-note">{t('card.populationEstimated')}</span>
              ) : (
                <Provenance originId="census-2019" locator={t('card.populationCensus')} date="2019-04-01" />
              )}
            </dd>
          </div>
        )}
        {properties.seat ? <Row label={t('card.seat')} value={properties.seat} originId="geonames" /> : null}
        {properties.communeCount ? (
          <Row label={t('card.communeCount')} value={String(properties.communeCount)} originId="census-2019" />
        ) : null}
        {properties.districtId ? (
          <UnitReference
            label={t('card.districtOf')}
            collection="districts"
            kind="district"
            id={properties.districtId}
          />
        ) : null}
        {properties.unitId ? (
          <UnitReference label={t('card.todayUnits')} collection="units" kind="unit" id={properties.unitId} />
        ) : null}
        {properties.formedFrom ? (
          <Row label={t('card.formedFrom')} value={properties.formedFrom} originId="units-2025" />
        ) : null}
        <Row label={t('card.code')} value={properties.code} originId={codeOrigin(properties)} />
      </dl>
    </section>
  )
}

function Row({ label, value, originId }: { label: string; value: string; originId: string }) {
  return (
    <div className="row">
      <dt>{label}</dt>
      <dd>
        {value}
        <Provenance originId={originId} />
      </dd>
    </div>
  )
}

/** Each administrative layer has its codes from one list. */
function codeOrigin({ districtId, seat }: AnyProperties): string {
  if (districtId) return 'communes-2009'
  return seat ? 'districts-dvhcvn' : 'units-2025'
}

function UnitReference({
  label,
  collection,
  kind,
  id,
}: {
  label: string
  collection: 'districts' | 'units'
  kind: string
  id: string
}) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const select = useSelect()
  const { data } = useCollection(collection)
  const unit = data?.features.find((feature) => feature.id === id)
  return (
    <div className="row">
      <dt>{label}</dt>
      <dd>
        <button type="button" className="link-button" onClick={() => select({ kind, id })}>
          {unit ? formatName(unit.properties, state.language, t) : id}
        </button>
      </dd>
    </div>
  )
}
