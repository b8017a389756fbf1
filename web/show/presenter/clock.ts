import type { Language } from '../../state/atlas-state.ts'

/** Hours and minutes of the wall. */
export function formatClock(milliseconds: number, language: Language): string {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    milliseconds,
  )
}

/** Minutes and seconds, and hours where there are any: `9:05`, `1:02:09`. */
export function formatElapsed(seconds: number): string {
  const whole = Math.floor(seconds)
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const [hours = 0, ...rest] = parts
  const shown = hours > 0 ? parts : rest
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':')
}
