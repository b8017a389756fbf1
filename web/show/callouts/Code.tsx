import { encode } from 'uqr'
import type { Callout, Texts } from '../../../server/domain/story.ts'
import { leadsHere, toPublicLink } from '../../api/pack.ts'
import { usePlan } from '../../api/queries.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { speakTexts } from '../speak-texts.ts'
import { Gone, Waiting } from './Gone.tsx'
import { SourceLine } from './SourceLine.tsx'

/** Whom to ask: the site of a source, to read and to photograph. */
export function ContactCode({ callout }: { callout: Extract<Callout, { contact: string }> }) {
  const { language } = useAtlas().state
  const { data: plan, error } = usePlan()
  if (!plan) return <Waiting error={error} />
  const origin = plan.origins.find(({ id }) => id === callout.contact)
  if (!origin?.address) return <Gone what={callout.contact} />
  const { host, protocol } = new URL(origin.address)
  return (
    <div className="callout callout-code">
      <QrCode text={`${protocol}//${host}/`} />
      <div>
        <p className="callout-host">{host}</p>
        <p className="callout-label">{speakTexts(callout.label, language)}</p>
        <p className="callout-source">
          <SourceLine originId={origin.id} />
        </p>
      </div>
    </div>
  )
}

/** The way to this atlas, where others can reach it at all. */
export function AtlasCode({ label }: { label: Texts | undefined }) {
  const { t } = useTranslation()
  const { language } = useAtlas().state
  const address = new URL(toPublicLink(new URL('.', document.baseURI).href))
  if (leadsHere(address.href)) return <p className="callout callout-source">{t('show.localOnly')}</p>
  return (
    <div className="callout callout-code">
      <QrCode text={`${address.href}#v=1&lang=${language}`} />
      <div>
        <p className="callout-host">{address.host}</p>
        <p className="callout-label">{speakTexts(label, language)}</p>
      </div>
    </div>
  )
}

function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={text} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#12343b" />
    </svg>
  )
}
