import { Map as MapView, Marker, ScaleControl, type MapRef } from '@vis.gl/react-maplibre'
import { Map as Engine, Marker as EngineMarker, ScaleControl as EngineScale, setWorkerUrl } from 'maplibre-gl'
import type * as maplibre from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { address } from '../api/client.ts'
import { layers } from '../layers/index.ts'
import { isLayerVisible, type AtlasState, type Selection } from '../state/atlas-state.ts'
import type { Camera } from '../state/url.ts'
import { useWorkbench } from '../state/workbench.ts'
import { buildStyle } from './build-style.ts'
import { useDeckOverlay } from './deck/use-deck-overlay.ts'
import { useEngine } from './engine.ts'
import type { MapExtra } from './extras/extra.ts'
import { drawSeldomWhileLoading } from './draw-seldom.ts'
import { drawImagesOnDemand } from './images.ts'
import type { MapHandle } from './map-handle.ts'
import { createRefusedTiles } from './refused-tiles.ts'
import { reliefPicture } from './relief-picture.ts'
import { useFeatureStates } from './use-feature-states.ts'
import { toPickedExtra, toSelection, type PickedFeature } from './pick.ts'

setWorkerUrl(workerUrl)

/**
 * The parts of the engine that the components below ask for. Handing over the whole engine would keep its unused
 * controls in the first view (7 kB); a part that is missing here is an error at the first use.
 */
const engine = { Map: Engine, Marker: EngineMarker, ScaleControl: EngineScale } as unknown as typeof maplibre

/** Thanh Hóa with a margin, where the first view begins and R returns to. */
export const homeBounds: [[number, number], [number, number]] = [
  [104.33, 19.24],
  [106.12, 20.7],
]
/** Milliseconds in which the first view is shown and answers before the large picture is fetched. */
const pauseBeforeRelief = 300
const reachableBounds: [number, number, number, number] = [99, 15.5, 112, 24.5]

export interface Padding {
  top: number
  right: number
  bottom: number
  left: number
}

interface Props {
  state: AtlasState
  initialCamera: Camera | null
  /** How much of the map the panels cover, so that "in the middle" means the middle of what is seen. */
  padding: Padding
  label: string
  /** A place that was asked for by its coordinates. */
  pin: [number, number] | null
  onSelect: (selection: Selection | null) => void
  onHover: (feature: PickedFeature | null) => void
  onCamera: (camera: Camera) => void
  onProblem: (message: string) => void
  /** The browser took the drawing surface away: nothing is drawn until this component is made anew. */
  onLost: () => void
  children?: ReactNode
}

/** The map itself: the only component that holds the engine. Features drawn here never pass through React. */
export function AtlasMap({
  state,
  initialCamera,
  padding,
  label,
  pin,
  onSelect,
  onHover,
  onCamera,
  onProblem,
  onLost,
  children,
}: Props) {
  const reference = useRef<MapRef>(null)
  const covered = useRef(padding)
  useEffect(() => {
    covered.current = padding
  }, [padding])
  const [map, setMap] = useState<maplibre.Map | null>(null)
  const [refused] = useState(createRefusedTiles)
  const [busy, setBusy] = useState(true)
  // The plan first: the relief is a large picture and waits until the map has come to rest once. Until then the map
  // is useful, but not yet all there.
  const rested = useWorkbench((bench) => bench.isRested)

  const { shownLayers, hiddenLayers, language, phase } = state
  const extras = useWorkbench((bench) => bench.extras)
  const entries = useWorkbench((bench) => bench.drawings)
  const drawings = useMemo(() => entries.map(({ drawing }) => drawing), [entries])
  const restyle = useWorkbench((bench) => bench.restyle)
  const style = useMemo(() => {
    const usual = buildStyle({
      layers,
      isVisible: (layer) => isLayerVisible({ shownLayers, hiddenLayers }, layer),
      context: { language, phase },
      address,
      extras: extras.filter(({ isForPictures }) => !isForPictures),
      relief: rested ? reliefPicture : null,
    })
    return restyle ? restyle(usual) : usual
  }, [shownLayers, hiddenLayers, language, phase, extras, rested, restyle])
  const clickable = useMemo(() => {
    const picking = new Set(
      extras.flatMap((extra) =>
        extra.layers.flatMap(({ picks, isOwn, style: { id } }) => (picks || isOwn ? [id] : [])),
      ),
    )
    return style.layers
      .filter(({ id }) => picking.has(id) || layers.some((one) => one.clickable && id.startsWith(`${one.id}/`)))
      .map(({ id }) => id)
  }, [style, extras])

  const pointed = useWorkbench((bench) => bench.pointed)
  useFeatureStates(map, extras, state.selection, pointed)
  useDeckOverlay(map, state, drawings, onProblem)

  // Before the first tile is laid out, so that no badge is ever missing.
  const keep = useCallback((made: MapRef | null) => {
    reference.current = made
    if (!made) return
    const engineMap = made.getMap()
    drawImagesOnDemand(engineMap)
    const endFirst = drawSeldomWhileLoading(engineMap, changingShapes)
    // The first time is over when the plan is there, and then the relief.
    void engineMap.once('idle', () => void engineMap.once('idle', endFirst))
  }, [])

  const handleLoad = useCallback(() => {
    const loaded = reference.current?.getMap()
    if (!loaded) return
    loaded.on('idle', () => setBusy(false))
    const rest = () => {
      if (useEngine.getState().map === loaded) useWorkbench.setState({ isRested: true })
    }
    void loaded.once('idle', () => setTimeout(rest, pauseBeforeRelief))
    loaded.on('dataloading', () => setBusy(true))
    loaded.on('movestart', () => setBusy(true))
    loaded.on('webglcontextlost', onLost)
    Object.assign(window, { atlas: { map: loaded } })
    setMap(loaded)
    const margins = (extra: number) => {
      const { top, right, bottom, left } = covered.current
      return { top: top + extra, right: right + extra, bottom: bottom + extra, left: left + extra }
    }
    // A little quicker than usual, so that what was looked for is framed within three seconds, drawing included.
    const flight = () => ({ speed: 1.6, ...motion() })
    const motion = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? { duration: 0 } : {})
    const handle: MapHandle = {
      flyTo: (target) => {
        const bounds = 'bounds' in target ? target.bounds : around(target.position)
        loaded.fitBounds(bounds, { maxZoom: 13, padding: margins(48), ...flight() })
      },
      ensureVisible: (bounds) => {
        // On the way to it already, as from the search box, a second flight would only begin anew.
        if (loaded.isMoving()) return void loaded.once('moveend', () => handle.ensureVisible(bounds))
        const [west, south, east, north] = bounds
        const { top, right, bottom, left } = covered.current
        const { width, height } = loaded.getContainer().getBoundingClientRect()
        const middle = loaded.project([(west + east) / 2, (south + north) / 2])
        const seen = middle.x > left && middle.x < width - right && middle.y > top && middle.y < height - bottom
        if (!seen)
          loaded.fitBounds([west, south, east, north], {
            maxZoom: Math.max(loaded.getZoom(), 10),
            padding: margins(48),
            ...flight(),
          })
      },
      zoomBy: (steps) => loaded.zoomTo(loaded.getZoom() + steps, { duration: 250, ...motion() }),
      panBy: (x, y) => loaded.panBy([x, y], { duration: 200, ...motion() }),
      northUp: () => loaded.easeTo({ bearing: 0, pitch: 0, ...motion() }),
      home: () => loaded.fitBounds(homeBounds, { bearing: 0, pitch: 0, padding: margins(12), ...motion() }),
      askAgain: () => refused.askAgain(loaded),
      onRest: (listener) => {
        const subscription = loaded.on('moveend', listener)
        return () => subscription.unsubscribe()
      },
      camera: () => cameraOf(loaded),
      view: () => {
        const { clientWidth, clientHeight } = loaded.getContainer()
        return { camera: cameraOf(loaded), width: clientWidth, height: clientHeight }
      },
      goTo: async ({ zoom, latitude, longitude, bearing, pitch }, milliseconds) => {
        const arrived = new Promise<void>((resolve) => void loaded.once('moveend', () => resolve()))
        loaded.flyTo({
          center: [longitude, latitude],
          zoom,
          bearing,
          pitch,
          ...(milliseconds === undefined ? {} : { duration: milliseconds }),
          ...motion(),
        })
        await arrived
      },
    }
    useEngine.setState({ map: loaded })
    useWorkbench.setState({ map: handle })
  }, [onLost, refused])

  useEffect(
    () => () => {
      useEngine.setState({ map: null })
      useWorkbench.setState({ map: null, isRested: false })
    },
    [],
  )

  const featureAt = (event: maplibre.MapLayerMouseEvent): maplibre.MapGeoJSONFeature | null => {
    const exact = event.features?.[0]
    if (exact || !map) return exact ?? null
    const tolerance = matchMedia('(pointer: coarse)').matches ? 12 : 4
    const { x, y } = event.point
    const near = map.queryRenderedFeatures(
      [
        [x - tolerance, y - tolerance],
        [x + tolerance, y + tolerance],
      ],
      { layers: clickable.filter((id) => map.getLayer(id)) },
    )
    return near[0] ?? null
  }
  const press = (event: maplibre.MapLayerMouseEvent): void => {
    if (useWorkbench.getState().isDrawing) return
    const feature = featureAt(event)
    const picked = feature && isOwnLayer(extras, feature.layer.id) ? toPickedExtra(feature) : null
    useWorkbench.setState({ picked })
    onSelect(feature && !picked ? (toSelection(feature)?.selection ?? null) : null)
  }

  return (
    <div className="map" data-map-state={busy ? 'busy' : rested ? 'idle' : 'useful'}>
      <MapView
        ref={keep}
        mapLib={engine}
        mapStyle={style}
        {...(initialCamera
          ? { initialViewState: initialCamera }
          : { initialViewState: { bounds: homeBounds, fitBoundsOptions: { padding: { ...padding } } } })}
        maxBounds={reachableBounds}
        minZoom={5.5}
        maxZoom={17}
        maxPitch={70}
        attributionControl={false}
        // `layers.test.ts` validates every style the registry can make; doing it again here delays the first view.
        validateStyle={false}
        dragRotate
        fadeDuration={navigator.webdriver ? 0 : 200}
        keyboard={false}
        cursor={pointed ? 'pointer' : 'grab'}
        interactiveLayerIds={clickable}
        locale={{ 'Map.Title': label }}
        onLoad={handleLoad}
        onError={(event) => {
          refused.note(event)
          onProblem(event.error.message)
        }}
        onMoveEnd={({ viewState }) => onCamera(viewState)}
        onClick={press}
        onMouseMove={(event) => {
          if (useWorkbench.getState().isDrawing) return
          const picked = event.features?.[0] ? toSelection(event.features[0]) : null
          const selection = picked?.selection ?? null
          if (pointed?.id !== selection?.id || pointed?.kind !== selection?.kind)
            useWorkbench.setState({ pointed: selection })
          onHover(picked)
        }}
        onMouseOut={() => {
          useWorkbench.setState({ pointed: null })
          onHover(null)
        }}
      >
        {pin ? <Marker longitude={pin[0]} latitude={pin[1]} color="#b5380a" /> : null}
        <ScaleControl position="bottom-right" maxWidth={110} />
      </MapView>
      {children}
    </div>
  )
}

function isOwnLayer(extras: readonly MapExtra[], styleLayerId: string): boolean {
  return extras.some(({ layers: own }) => own.some(({ isOwn, style }) => isOwn && style.id === styleLayerId))
}

/** What panels draw as one shape; while a pencil is on the map, its own line must not wait for them. */
function changingShapes(): string[] {
  const { extras, isDrawing } = useWorkbench.getState()
  if (isDrawing) return []
  return extras.flatMap(({ sources }) => Object.keys(sources).filter((id) => sources[id]?.type === 'geojson'))
}

/** A window of about four kilometres around a point that was asked for. */
function around([longitude, latitude]: [number, number]): [number, number, number, number] {
  return [longitude - 0.02, latitude - 0.02, longitude + 0.02, latitude + 0.02]
}

function cameraOf(map: maplibre.Map): Camera {
  const { lng, lat } = map.getCenter()
  return { zoom: map.getZoom(), latitude: lat, longitude: lng, bearing: map.getBearing(), pitch: map.getPitch() }
}
