import { useTranslation } from '../i18n/use-translation.ts'

interface Props {
  onZoom: (steps: number) => void
  onNorth: () => void
  onHome: () => void
}

/** Zoom, north, home. */
export function MapControls({ onZoom, onNorth, onHome }: Props) {
  const { t } = useTranslation()
  return (
    <div className="map-controls">
      <button type="button" onClick={() => onZoom(1)} aria-label={t('control.zoomIn')} title={t('control.zoomIn')}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 5v14M5 12h14" />
        </svg>
      </button>
      <button type="button" onClick={() => onZoom(-1)} aria-label={t('control.zoomOut')} title={t('control.zoomOut')}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M5 12h14" />
        </svg>
      </button>
      <button type="button" onClick={onNorth} aria-label={t('control.north')} title={t('control.north')}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="m12 4 5 15-5-4-5 4z" />
        </svg>
      </button>
      <button type="button" onClick={onHome} aria-label={t('control.home')} title={t('control.home')}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="m4 12 8-7 8 7M6.500 10.500V19h11v-8.500" />
        </svg>
      </button>
    </div>
  )
}
