import type { Map as MapLibreMap } from 'maplibre-gl'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PaperMap } from '../print/paper-map.ts'
import { useEngine } from './engine.ts'

interface Props {
  /** The paper's map frame, if the given place lies in its middle. */
  frameAt: (center: [longitude: number, latitude: number]) => PaperMap
  label: string
  /** Called when the map has come to rest. */
  onCenter: (center: [longitude: number, latitude: number]) => void
  /** A number that changes when the frame is to be brought into view. */
  fitWish: number
}

/**
 * The frame of the sheet over the map, at true scale, around the middle of what the panels leave free. It follows
 * the map's every move and turn; what will not be printed is veiled. It takes no clicks.
 */
export function PrintFrame({ frameAt, label, onCenter, fitWish }: Props) {
  const map = useEngine((engine) => engine.map)
  const veil = useRef<SVGPathElement>(null)
  const outline = useRef<SVGPathElement>(null)
  const caption = useRef<HTMLParagraphElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })

  // Where the frame is on its way to, while the map brings it into view; otherwise it lies in the middle.
  const target = useRef<[number, number] | null>(null)

  const draw = useCallback(() => {
    if (!map || !veil.current || !outline.current) return
    const { width, height } = map.getContainer().getBoundingClientRect()
    const { corners: places } = frameAt(target.current ?? middleOf(map))
    const corners = places.map(([longitude, latitude]) => map.project([longitude, latitude]))
    const ring = `M${corners.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`
    outline.current.setAttribute('d', ring)
    veil.current.setAttribute('d', `M0 0H${width}V${height}H0Z${ring}`)
    const corner = corners[0]
    if (corner && caption.current)
      caption.current.style.transform = `translate(${corner.x.toFixed(1)}px, calc(${corner.y.toFixed(1)}px - 100%))`
  }, [map, frameAt])

  // What is in the frame, for whoever wants to know without measuring the screen.
  const [bounds, setBounds] = useState('')
  const isPlaced = useRef(false)
  useEffect(() => {
    if (!map) return
    // At first the paper is laid on what the reader was looking at before the panel came.
    const center = target.current ?? middleOf(map, isPlaced.current)
    isPlaced.current = true
    target.current = center
    onCenter(center)
    const { corners } = frameAt(center)
    map.fitBounds([corners[3][0], corners[3][1], corners[1][0], corners[1][1]], {
      padding: paddingOf(map),
      bearing: 0,
      pitch: 0,
      duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 500,
    })
    // A new frame is brought into view as well; moving the map is not a new frame.
  }, [map, frameAt, fitWish, onCenter])

  useEffect(() => {
    if (!map) return
    const rest = () => {
      target.current = null
      const center = middleOf(map)
      onCenter(center)
      const { corners } = frameAt(center)
      setBounds([...corners[3], ...corners[1]].map((degrees) => degrees.toFixed(5)).join(','))
    }
    const takeOver = () => {
      target.current = null
    }
    const resize = () => {
      const { width, height } = map.getContainer().getBoundingClientRect()
      setSize({ width, height })
      draw()
    }
    resize()
    map.on('render', draw)
    map.on('moveend', rest)
    map.on('mousedown', takeOver)
    map.on('touchstart', takeOver)
    map.on('wheel', takeOver)
    map.on('resize', resize)
    return () => {
      map.off('render', draw)
      map.off('moveend', rest)
      map.off('mousedown', takeOver)
      map.off('touchstart', takeOver)
      map.off('wheel', takeOver)
      map.off('resize', resize)
    }
  }, [map, draw, frameAt, onCenter])

  return (
    <div className="print-frame" data-bounds={bounds}>
      <svg aria-hidden="true" width={size.width} height={size.height}>
        <path ref={veil} className="print-frame-veil" fillRule="evenodd" />
        <path ref={outline} className="print-frame-outline" />
      </svg>
      <p ref={caption} className="print-frame-caption">
        {label}
      </p>
    </div>
  )
}

/** The middle of what the panels leave free. */
function middleOf(map: MapLibreMap, withPrintPanel = true): [number, number] {
  const { left, right, top, bottom } = freeArea(map, withPrintPanel)
  const { lng, lat } = map.unproject([(left + right) / 2, (top + bottom) / 2])
  return [lng, lat]
}

function paddingOf(map: MapLibreMap) {
  const { width, height } = map.getContainer().getBoundingClientRect()
  const { left, right, top, bottom } = freeArea(map)
  // A little more above, where the caption stands.
  return { left: left + 16, right: width - right + 16, top: top + 34, bottom: height - bottom + 34 }
}

function freeArea(
  map: MapLibreMap,
  withPrintPanel = true,
): { left: number; right: number; top: number; bottom: number } {
  const { width, height } = map.getContainer().getBoundingClientRect()
  const panel = document.querySelector('.panel')?.getBoundingClientRect()
  const print = document.querySelector('.print-panel')?.getBoundingClientRect()
  const isBeside = print !== undefined && print.width < width * 0.6
  const left = panel && isBeside && panel.width < width * 0.6 ? panel.right : 0
  const right = isBeside && withPrintPanel ? print.left : width
  const bottom = print && !isBeside ? print.top : height
  // On a phone the buttons of the page stand above; and narrow windows leave nothing between the panels.
  const top = print && !isBeside ? 64 : 0
  return right - left < width * 0.2 ? { left: 0, right: width, top, bottom } : { left, right, top, bottom }
}
