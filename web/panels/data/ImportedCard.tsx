import { useEffect, useRef, useState } from 'react'
import { askLayer } from '../../compute/layer-client.ts'
import type { FeatureDetails } from '../../compute/layer-messages.ts'
import { nameField } from '../../exchange/name-field.ts'
import { boundsOf } from '../../format/bounds.ts'
import { formatNumber } from '../../format/numbers.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { importedExtraId } from '../../map/extras/imported.ts'
import { wishExport } from '../../state/export-wish.ts'
import { useImportedLayers, type ImportedLayer } from '../../state/imported-layers.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { ReplaceSection } from './ReplaceSection.tsx'
import { Computed, NoData } from '../Value.tsx'

const close = () => useWorkbench.setState({ picked: null })

/** What the file says of a pressed feature, and what we measure of it. */
export function ImportedCard() {
  const picked = useWorkbench((bench) => bench.picked)
  const layers = useImportedLayers(({ layers: all }) => all)
  const layer = layers.find(({ id }) => picked?.extraId === importedExtraId(id))
  const { state } = useAtlas()
  // The card of the atlas stands in the same place.
  if (!picked || !layer || state.selection) return null
  return <Card key={`${layer.id} ${picked.featureId}`} layer={layer} featureId={picked.featureId} />
}

function Card({ layer, featureId }: { layer: ImportedLayer; featureId: number }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { id, data } = layer
  const [details, setDetails] = useState<FeatureDetails | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    let isCurrent = true
    askLayer('feature', { layer: { id, data }, featureId }).then(
      (found) => isCurrent && setDetails(found),
      () => isCurrent && close(),
    )
    return () => {
      isCurrent = false
    }
  }, [id, data, featureId])
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const number = (value: number, digits: number) => formatNumber(value, state.language, digits)
  const title = details ? titleOf(details, `${layer.name} · ${featureId}`) : layer.name
  return (
    <aside className="card imported-card" aria-label={title}>
      <header className="card-head">
        <div>
          <p className="card-kind">{t('data.card.kind')}</p>
          <h2 ref={heading} tabIndex={-1}>
            {title}
          </h2>
        </div>
        <button type="button" className="icon-button" onClick={close} aria-label={t('app.close')}>
          ✕
        </button>
      </header>
      <div className="card-body">
        <p className="quiet">{t('data.card.from', { fileName: layer.fileName })}</p>
        {details ? (
          <>
            <p className="card-actions">
              <button
                type="button"
                className="button"
                onClick={() => useWorkbench.getState().map?.flyTo({ bounds: boundsOf(details.geometry) })}
              >
                {t('data.zoom')}
              </button>
              <button
                type="button"
                className="button"
                onClick={() => wishExport({ kind: 'imported', layerId: id, part: { featureId, title } })}
              >
                {t('export.open')}
              </button>
            </p>
            <dl className="rows">
              {details.areaHectares === null ? null : (
                <div className="row">
                  <dt>{t('data.card.area')}</dt>
                  <dd>
                    <Computed>{number(details.areaHectares, 4)} ha</Computed>
                    <span className="row-note">{t('data.card.areaHow')}</span>
                  </dd>
                </div>
              )}
              {details.gridAreaHectares === null ? null : (
                <div className="row">
                  <dt>{t('data.card.gridArea')}</dt>
                  <dd>
                    <Computed>{number(details.gridAreaHectares, 4)} ha</Computed>
                    <span className="row-note">{t('data.card.gridAreaHow')}</span>
                  </dd>
                </div>
              )}
              {details.lengthKilometers === null ? null : (
                <div className="row">
                  <dt>{t('data.card.length')}</dt>
                  <dd>
                    <Computed>{number(details.lengthKilometers, 3)} km</Computed>
                  </dd>
                </div>
              )}
            </dl>
            <ReplaceSection layer={layer} details={details} title={title} />
            <section className="card-section">
              <h3>{t('data.card.values')}</h3>
              <dl className="rows">
                {Object.entries(details.properties).map(([field, cell]) => (
                  <div className="row" key={field}>
                    <dt>{field}</dt>
                    <dd>{cell === null || cell === '' ? <NoData /> : String(cell)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          </>
        ) : (
          <p className="quiet">{t('app.loading')}</p>
        )}
      </div>
    </aside>
  )
}

/** What names a feature in most files. */
function titleOf({ properties }: FeatureDetails, fallback: string): string {
  const field = nameField(Object.keys(properties))
  const name = field === null ? null : properties[field]
  return typeof name === 'string' && name !== '' ? name : fallback
}
