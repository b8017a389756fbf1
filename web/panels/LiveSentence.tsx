import { useEffect, useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { useFeature } from '../api/queries.ts'
import { formatName } from '../format/name.ts'
import { formatNumber } from '../format/numbers.ts'
import { layers } from '../layers/index.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { isLayerVisible } from '../state/atlas-state.ts'
import { collectionOfKind } from '../state/kinds.ts'
import type { Camera } from '../state/url.ts'

/** The view in one sentence, for those who do not see it; said when the map has come to rest. */
export function LiveSentence({ camera }: { camera: Camera | null }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { selection } = state
  const { data: selected } = useFeature(selection ? collectionOfKind(selection.kind) : null, selection?.id ?? '')
  const [settled, setSettled] = useState(camera)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(camera), 800)
    return () => clearTimeout(timer)
  }, [camera])
  const view = settled
    ? t('live.view', {
        latitude: formatNumber(settled.latitude, state.language, 2),
        longitude: formatNumber(settled.longitude, state.language, 2),
        zoom: formatNumber(settled.zoom, state.language, 0),
        count: layers.filter((layer) => isLayerVisible(state, layer)).length,
      })
    : ''
  const choice =
    selection && selected ? t('live.selected', { name: formatName(selected.properties, state.language, t) }) : ''
  return (
    <p className="visually-hidden" role="status">
      {`${choice} ${view}`.trim()}
    </p>
  )
}
