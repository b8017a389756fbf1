import { useTranslation } from '../../i18n/use-translation.ts'
import { formatHectares, formatIn, formatKilometers, formatPercent, formatSigned } from '../../format/numbers.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { Provenance } from '../Provenance.tsx'
import { Computed, NoData, Stated } from '../Value.tsx'
import type { AnyProperties } from './any-feature.ts'

/** Stated area against drawn area: side by side, never merged. */
export function AreaSection({ properties }: { properties: AnyProperties }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { statedAreaHectares: stated, drawnAreaHectares: drawn } = properties
  if (stated === undefined && drawn === undefined) return null
  // The shape was made from the stated figure, so comparing the two would only prove our arithmetic.
  const drawnFromStated =
    properties.geometryBasis === 'symbol' && typeof stated === 'number' && typeof drawn === 'number'
  const originId = properties.statedAreaOriginId
  return (
    <section className="card-section">
      <dl className="rows">
        <div className="row row-strong">
          <dt>{t('card.statedArea')}</dt>
          <dd>
            {typeof stated === 'number' ? (
              <>
                <Stated>{formatIn('hectare', stated, state.language)}</Stated>
                {originId ? <Provenance originId={originId} /> : null}
              </>
            ) : (
              <NoData />
            )}
          </dd>
        </div>
        {typeof drawn === 'number' ? (
          <div className="row">
            <dt>{t('card.drawnArea')}</dt>
            <dd>
              <Computed method={t('card.measuredHow')}>{formatHectares(drawn, state.language)}</Computed>
              {typeof stated === 'number' && !drawnFromStated ? (
                <span className="row-note">
                  {t('card.difference')} {formatSigned(drawn - stated, state.language, 0)} ha (
                  {formatPercent((drawn - stated) / stated, state.language)})
                </span>
              ) : null}
              <span className="row-note">{t('card.measuredHow')}</span>
            </dd>
          </div>
        ) : null}
      </dl>
    </section>
  )
}

export function LengthSection({ properties }: { properties: AnyProperties }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const length = properties.drawnLengthKilometers
  if (typeof length !== 'number') return null
  return (
    <section className="card-section">
      <dl className="rows">
        <div className="row">
          <dt>{t('card.drawnLength')}</dt>
          <dd>
            <Computed method={t('card.measuredHow')}>{formatKilometers(length, state.language)}</Computed>
            <span className="row-note">{t('card.measuredHow')}</span>
          </dd>
        </div>
      </dl>
    </section>
  )
}
