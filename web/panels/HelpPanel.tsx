import { useEffect, useRef } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'

const keys = [
  ['/', 'search'],
  ['← ↑ → ↓', 'pan'],
  ['+ −', 'zoom'],
  ['N', 'north'],
  ['R', 'reset'],
  ['L', 'layers'],
  ['M', 'measure'],
  ['S', 'share'],
  ['P', 'print'],
  ['?', 'help'],
  ['Esc', 'escape'],
] as const

/** The keyboard, on one small card; the map stays visible behind it. */
export default function HelpPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const close = useRef<HTMLButtonElement>(null)
  useEffect(() => close.current?.focus(), [])
  return (
    <aside className="help" aria-label={t('help.title')}>
      <header className="card-head">
        <h2>{t('help.title')}</h2>
        <button ref={close} type="button" className="icon-button" onClick={onClose} aria-label={t('app.close')}>
          ✕
        </button>
      </header>
      <dl className="keys">
        {keys.map(([key, what]) => (
          <div key={what}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`help.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </aside>
  )
}
