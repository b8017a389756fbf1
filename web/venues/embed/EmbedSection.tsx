import { useState } from 'react'
import useSWRImmutable from 'swr/immutable'
import { address, fetchEmbedSettings } from '../../api/client.ts'
import { isPack, leadsHere, toPublicLink } from '../../api/pack.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { mayAskServer } from '../../offline/may-ask-server.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { toHash } from '../../state/url.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { writeSnippet } from './write-snippet.ts'

/** Writes the lines that show the present view in another page. */
export default function EmbedSection() {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const map = useWorkbench((bench) => bench.map)
  const [copied, setCopied] = useState(false)
  const { data } = useSWRImmutable(mayAskServer() ? 'embed-settings' : null, () => fetchEmbedSettings())
  const hash = toHash({ ...state, mode: 'plan', tab: 'layers', venue: 'embed' }, map?.camera() ?? null)
  const link = toPublicLink(`${address}/${hash}`)
  const snippet = writeSnippet(link, t('app.title'))
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(snippet)
      setCopied(true)
      setTimeout(() => setCopied(false), 2500)
    } catch {
      document.querySelector<HTMLTextAreaElement>('#embed-snippet')?.select()
    }
  }
  // A page elsewhere cannot show what is on this laptop.
  if (isPack && leadsHere(link)) return null
  return (
    <section className="pack" aria-labelledby="embed-title">
      <h3 id="embed-title">{t('venue.embedTitle')}</h3>
      <p className="quiet">{t('venue.embedAbout')}</p>
      <textarea
        id="embed-snippet"
        className="text-input embed-snippet"
        rows={5}
        readOnly
        value={snippet}
        aria-label={t('venue.embedSnippet')}
        onFocus={(event) => event.target.select()}
      />
      <p className="pack-actions">
        <button type="button" className="button" onClick={() => void copy()}>
          {copied ? t('venue.embedCopied') : t('venue.embedCopy')}
        </button>
      </p>
      {data ? (
        <p className="quiet">
          {data.origins.length === 0
            ? t('venue.embedNobody')
            : t('venue.embedAllowed', { origins: data.origins.join(', ') })}
        </p>
      ) : null}
    </section>
  )
}
