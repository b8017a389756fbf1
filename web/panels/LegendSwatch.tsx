import { useEffect, useId, useRef } from 'react'
import type { LegendEntry } from '../layers/layer.ts'
import { iconSize, paintIcon } from '../theme/icons.ts'

/** A sample of how an entry looks on the map, drawn by the same hand as the map. */
export function LegendSwatch({ entry }: { entry: LegendEntry }) {
  const hatchId = useId()
  switch (entry.symbol) {
    case 'icon':
      return <IconSwatch entry={entry} />
    case 'line':
      return (
        <svg className="swatch" viewBox="0 0 30 16" aria-hidden="true">
          {entry.casing ? (
            <line
              x1="2"
              y1="8"
              x2="28"
              y2="8"
              stroke={entry.casing}
              strokeWidth={entry.width + 3}
              strokeLinecap="round"
            />
          ) : null}
          <line
            x1="2"
            y1="8"
            x2="28"
            y2="8"
            stroke={entry.color}
            strokeWidth={entry.width}
            {...(entry.dash
              ? { strokeDasharray: entry.dash.map((part) => part * entry.width).join(' ') }
              : { strokeLinecap: 'round' as const })}
          />
        </svg>
      )
    case 'area':
      return (
        <svg className="swatch" viewBox="0 0 30 16" aria-hidden="true">
          <defs>
            <pattern id={hatchId} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              {entry.pattern === 'dots' ? (
                <circle cx="2.5" cy="2.5" r="1" fill={entry.edge} />
              ) : (
                <line x1="0" y1="0" x2="0" y2="5" stroke={entry.edge} strokeWidth="1.4" />
              )}
            </pattern>
          </defs>
          <rect x="2" y="2" width="26" height="12" rx="2" fill={entry.fill} stroke={entry.edge} />
          {entry.pattern ? <rect x="2" y="2" width="26" height="12" rx="2" fill={`url(#${hatchId})`} /> : null}
        </svg>
      )
    case 'dot':
      return (
        <svg className="swatch" viewBox="0 0 30 16" aria-hidden="true">
          <circle cx="15" cy="8" r="3.5" fill={entry.fill} stroke={entry.edge} strokeWidth="1.8" />
        </svg>
      )
    case 'halo':
      return (
        <svg className="swatch" viewBox="0 0 30 16" aria-hidden="true">
          <circle cx="15" cy="8" r="6.5" fill={entry.color} fillOpacity="0.12" stroke={entry.color} />
        </svg>
      )
    case 'column':
      return (
        <svg className="swatch" viewBox="0 0 30 16" aria-hidden="true">
          <path d="M9 15V7M15 15V2M21 15V10" stroke={entry.color} strokeWidth="4" />
        </svg>
      )
    case 'arc':
      return (
        <svg className="swatch" viewBox="0 0 30 16" aria-hidden="true">
          <path d="M3 14C8 0 22 0 27 14" fill="none" stroke={entry.color} strokeWidth="2" />
        </svg>
      )
  }
}

function IconSwatch({ entry }: { entry: Extract<LegendEntry, { symbol: 'icon' }> }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, 60, 60)
    context.scale(60 / iconSize, 60 / iconSize)
    paintIcon(context, entry.icon, entry.color, entry.status)
  }, [entry])
  return <canvas ref={canvas} className="swatch swatch-icon" width={60} height={60} aria-hidden="true" />
}
