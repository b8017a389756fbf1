import type { KeyboardEvent, PointerEvent } from 'react'

interface Props {
  /** From the left, 0 to 1. */
  share: number
  label: string
  onMove: (share: number) => void
}

/** The line between two years: dragged, or moved by arrows, Page Up, Page Down, Home and End. */
export function Divider({ share, label, onMove }: Props) {
  const move = (next: number) => onMove(Math.min(1, Math.max(0, Number(next.toFixed(3)))))
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const bounds = event.currentTarget.parentElement?.getBoundingClientRect()
    if (!bounds || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    move((event.clientX - bounds.left) / bounds.width)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const target = targetOf(event.key, share)
    if (target === null) return
    event.preventDefault()
    // The arrows are the divider's now, not the map's.
    event.stopPropagation()
    move(target)
  }
  return (
    <div
      className="compare-divider"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
      style={{ left: `${share * 100}%` }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={drag}
    >
      <span aria-hidden="true">⇔</span>
    </div>
  )
}

function targetOf(key: string, share: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return share - 0.02
    case 'ArrowRight':
      return share + 0.02
    case 'PageUp':
      return share - 0.1
    case 'PageDown':
      return share + 0.1
    case 'Home':
      return 0
    case 'End':
      return 1
    default:
      return null
  }
}
