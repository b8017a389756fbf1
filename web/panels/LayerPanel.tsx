import { useTranslation } from '../i18n/use-translation.ts'
import type { CollectionGroup } from '../../server/domain/collections.ts'
import { layers } from '../layers/index.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { isLayerVisible } from '../state/atlas-state.ts'
import { LegendSwatch } from './LegendSwatch.tsx'
import { PlanSummary } from './PlanSummary.tsx'

const groups: readonly CollectionGroup[] = ['plan', 'transport', 'projects', 'nature', 'administration']

/** What the plan amounts to, and below it the layers: a switch and a legend each. */
export function LayerPanel() {
  const { t } = useTranslation()
  const { state, dispatch } = useAtlas()
  const changed = state.shownLayers.length + state.hiddenLayers.length > 0
  return (
    <>
      <PlanSummary />
      {groups.map((group) => (
        <fieldset key={group} className="layer-group">
          <legend>{t(`group.${group}`)}</legend>
          {layers
            .filter((layer) => layer.group === group)
            .map((layer) => {
              const visible = isLayerVisible(state, layer)
              return (
                <div key={layer.id} className="layer">
                  <label className="layer-switch">
                    <input
                      type="checkbox"
                      checked={visible}
                      onChange={(event) =>
                        dispatch({
                          type: 'toggle-layer',
                          layerId: layer.id,
                          visible: event.target.checked,
                          visibleByDefault: layer.visibleByDefault,
                        })
                      }
                    />
                    <span>{t(`layer.${layer.id}`)}</span>
                  </label>
                  {visible && layer.legend.length > 0 ? (
                    <ul className="legend">
                      {layer.legend.map((entry) => (
                        <li key={entry.label}>
                          <LegendSwatch entry={entry} />
                          {t(`legend.${layer.id}.${entry.label}`)}
                        </li>
                      ))}
                    </ul>
                  ) : null}
                </div>
              )
            })}
        </fieldset>
      ))}
      <button type="button" className="button" disabled={!changed} onClick={() => dispatch({ type: 'reset-layers' })}>
        {t('layers.reset')}
      </button>
      <p className="fine-print">{t('app.attribution')}</p>
    </>
  )
}
