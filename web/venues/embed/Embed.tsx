import { useTranslation } from '../../i18n/use-translation.ts'
import { layers } from '../../layers/index.ts'
import { LegendSwatch } from '../../panels/LegendSwatch.tsx'
import { useAtlas } from '../../state/atlas-context.tsx'
import { isLayerVisible } from '../../state/atlas-state.ts'
import { toHash } from '../../state/url.ts'
import { useHostPage } from './use-host-page.ts'
import { useWorkbench } from '../../state/workbench.ts'

/** The atlas in a frame of another page: the map, what its colours mean, and where the whole atlas is. */
export default function Embed() {
  const { t } = useTranslation()
  const { state } = useAtlas()
  useHostPage()
  const shown = layers.filter(
    (layer) => layer.group === 'plan' && layer.legend.length > 0 && isLayerVisible(state, layer),
  )
  const openWhole = () => {
    const camera = useWorkbench.getState().map?.camera() ?? null
    window.open(`${window.location.pathname}${toHash({ ...state, venue: 'desk' }, camera)}`, '_blank', 'noopener')
  }
  return (
    <aside className="embed" aria-label={t('venue.legend')}>
      <details open={window.innerWidth >= 560}>
        <summary>{t('venue.legend')}</summary>
        {shown.map((layer) => (
          <section key={layer.id}>
            <h2>{t(`layer.${layer.id}`)}</h2>
            <ul className="legend">
              {layer.legend.map((entry) => (
                <li key={entry.label}>
                  <LegendSwatch entry={entry} />
                  {t(`legend.${layer.id}.${entry.label}`)}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </details>
      <button type="button" className="link-button" onClick={openWhole}>
        {t('venue.openWhole')} ↗
      </button>
    </aside>
  )
}
