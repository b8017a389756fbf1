import { useId, useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import type { Origin } from '../../server/domain/provenance.ts'
import { usePlan } from '../api/queries.ts'
import { formatDate } from '../format/numbers.ts'
import { publisherOf, titleOf } from '../format/origin.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import type { Language } from '../state/atlas-state.ts'

/**
 * Who stated a value, where and when: a short line that opens into the full origin.
 *
 * Every stated value on the screen stands beside one of these.
 */
interface Props {
  originId: string
  locator?: string | null
  date?: string | null
  confidence?: 'high' | 'medium' | 'low'
}

export function Provenance({ originId, locator, date, confidence }: Props) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { data: plan } = usePlan()
  const [open, setOpen] = useState(false)
  const detailsId = useId()
  const origin = plan?.origins.find((one) => one.id === originId)
  const when = date ?? origin?.date ?? null
  const short = [
    locator,
    origin ? shortTitle(origin, state.language) : originId,
    when ? formatDate(when, state.language) : t('provenance.undated'),
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <span className="provenance">
      <button
        type="button"
        className="provenance-line"
        aria-expanded={open}
        aria-controls={detailsId}
        onClick={() => setOpen(!open)}
      >
        <span className="visually-hidden">{t('provenance.show')}: </span>
        {confidence === 'low' ? <span className="confidence-low">{t('confidence.low')} · </span> : null}
        {short}
      </button>
      <span id={detailsId} hidden={!open}>
        {open && origin ? <OriginDetails origin={origin} confidence={confidence} /> : null}
      </span>
    </span>
  )
}

export function OriginDetails({ origin, confidence }: { origin: Origin; confidence?: Props['confidence'] }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  return (
    <span className="origin-details">
      <span className="origin-title">{titleOf(origin, state.language)}</span>
      <span>
        {[
          publisherOf(origin, state.language),
          t(`origin.${origin.kind}`),
          origin.date ? formatDate(origin.date, state.language) : t('provenance.undated'),
          confidence ? t(`confidence.${confidence}`) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {origin.licence ? (
        <span>
          {t('provenance.licence')}: {origin.licence}
        </span>
      ) : null}
      {origin.address && /^https?:/.test(origin.address) ? (
        <a href={origin.address} target="_blank" rel="noreferrer noopener">
          {t('provenance.open')} ↗
        </a>
      ) : null}
    </span>
  )
}

function shortTitle(origin: Origin, language: Language): string {
  const title = publisherOf(origin, language) ?? titleOf(origin, language)
  return title.length > 46 ? `${title.slice(0, 44).trimEnd()}…` : title
}
