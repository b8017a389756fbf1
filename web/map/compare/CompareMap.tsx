import { Map as Engine, type Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { address } from '../../api/client.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { layers } from '../../layers/index.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { isLayerVisible } from '../../state/atlas-state.ts'
import type { Comparison } from '../../state/look-state.ts'
import { useWorkbench } from '../../state/workbench.ts'
import '../../theme/compare.css'
import { buildStyle } from '../build-style.ts'
import { useDeckOverlay } from '../deck/use-deck-overlay.ts'
import { useEngine } from '../engine.ts'
import { drawImagesOnDemand } from '../images.ts'
import { reliefPicture } from '../relief-picture.ts'
import { useFeatureStates } from '../use-feature-states.ts'
import { Divider } from './Divider.tsx'

/**
 * The same place in another year: a second map over the first, cut off at a divider that can be dragged, or
 * faded in. It follows the first map's camera, shows the same layers, and takes no pointer: a click is the
 * first map's.
 */
export default function CompareMap() {
  const base = useEngine(({ map }) => map)
  const { state } = useAtlas()
  const { compare } = state.look
  return base && compare ? createPortal(<Overlaid base={base} compare={compare} />, base.getContainer()) : null
}

function Overlaid({ base, compare }: { base: MapLibreMap; compare: Comparison }) {
  const { t } = useTranslation()
  const { state, dispatch } = useAtlas()
  const { by, phase, share } = compare
  const container = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<MapLibreMap | null>(null)
  const { shownLayers, hiddenLayers, language } = state
  const extras = useWorkbench((bench) => bench.extras)
  const style = useMemo(
    () =>
      buildStyle({
        layers,
        isVisible: (layer) => isLayerVisible({ shownLayers, hiddenLayers }, layer),
        context: { language, phase },
        address,
        extras: extras.filter(({ isForPictures }) => !isForPictures),
        relief: reliefPicture,
      }),
    [shownLayers, hiddenLayers, language, phase, extras],
  )
  const first = useRef(style)

  useEffect(() => {
    if (!container.current) return
    const made = new Engine({
      container: container.current,
      style: first.current,
      interactive: false,
      attributionControl: false,
      fadeDuration: 0,
      validateStyle: false,
      ...cameraOf(base),
    })
    drawImagesOnDemand(made)
    const follow = () => made.jumpTo(cameraOf(base))
    base.on('move', follow)
    made.once('load', () => setMap(made))
    Object.assign(window, { atlasCompare: { map: made } })
    return () => {
      base.off('move', follow)
      setMap(null)
      made.remove()
    }
  }, [base])

  useEffect(() => {
    map?.setStyle(style)
  }, [map, style])
  useFeatureStates(map, extras, state.selection, null)
  const drawings = useWorkbench((bench) => bench.drawings)
  useDeckOverlay(
    map,
    useMemo(() => ({ ...state, phase }), [state, phase]),
    useMemo(() => drawings.map(({ drawing }) => drawing), [drawings]),
    ignoreProblem,
  )

  const percent = share * 100
  const cut = by === 'swipe' ? { clipPath: `inset(0 0 0 ${percent}%)` } : { opacity: share }
  return (
    <>
      <div ref={container} className="compare-map" style={cut} aria-hidden="true" />
      {by === 'swipe' ? (
        <Divider
          share={share}
          label={t('compare.divider', { left: state.phase, right: phase })}
          onMove={(next) => dispatch({ type: 'look', look: { compare: { ...compare, share: next } } })}
        />
      ) : null}
      <div className="compare-years" data-by={by}>
        <span style={{ right: `calc(${100 - percent}% + 12px)` }}>{state.phase}</span>
        <span style={{ left: `calc(${percent}% + 12px)` }}>{phase}</span>
      </div>
    </>
  )
}

/** The first map has said what cannot be drawn. */
const ignoreProblem = () => undefined

function cameraOf(map: MapLibreMap) {
  return { center: map.getCenter(), zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() }
}
