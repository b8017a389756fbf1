import type { Language } from '../state/atlas-state.ts'
import { formatNumber } from './numbers.ts'

/** `12,3 MB`, in decimal megabytes as disks are sold; below a tenth of one in kilobytes. */
export function formatBytes(bytes: number, language: Language): string {
  return bytes < 100_000
    ? `${formatNumber(Math.ceil(bytes / 1000), language, 0)} kB`
    : `${formatNumber(bytes / 1e6, language, 1)} MB`
}
