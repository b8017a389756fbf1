import { useRef, useState } from 'react'
import { toPublicLink } from '../../api/pack.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { fromMessageCode } from '../../invest/message.ts'
import { resolvePark } from '../../invest/park-codes.ts'
import { longestLink, toShortlistLink } from '../../invest/shortlist-link.ts'
import { formatNumber } from '../../format/numbers.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import type { Received } from '../../state/invest-state.ts'
import {
  annotate,
  forgetShortlist,
  longestNote,
  replaceShortlist,
  shortlist,
  useShortlist,
  type ShortlistEntry,
} from '../../state/shortlist.ts'
import { lazyPanel } from '../lazy-panel.tsx'
import { hasAppList, shareLink } from '../share-link.ts'
import { CompareBar } from './CompareBar.tsx'
import type { ViewProps } from './InvestPanel.tsx'
import { formatName } from '../../format/name.ts'
import { ParkItem } from './ParkItem.tsx'
import { useInvest } from './use-invest.ts'
import type { KnownPark } from './use-profiles.ts'

const FactsheetButton = lazyPanel(() => import('../factsheet/FactsheetButton.tsx'), 'factsheet')

/** The parks a reader keeps, with private notes, and the link that shows the list to somebody else. */
export function ShortlistView({ parks }: ViewProps) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { invest, act } = useInvest()
  const { entries, isKept, removed } = useShortlist()
  const [forgotten, setForgotten] = useState<readonly ShortlistEntry[] | null>(null)
  const kept = entries.flatMap((entry) => {
    const park = parks.find(({ id }) => id === entry.id)
    return park ? [{ entry, park }] : []
  })
  const removedPark = parks.find(({ id }) => id === removed?.id)
  const gone = entries.filter(({ id }) => !parks.some((park) => park.id === id))
  return (
    <>
      {invest.received ? <ReceivedList received={invest.received} parks={parks} /> : null}
      <h2>{t('invest.shortlist.title')}</h2>
      <p className="quiet intro">{t('invest.shortlist.intro')}</p>
      {isKept ? null : <p className="problem">{t('invest.shortlist.notKept')}</p>}
      {gone.map(({ id }) => (
        <p key={id} className="problem">
          {t('invest.gone', { id })}{' '}
          <button type="button" className="link-button" onClick={() => shortlist(id, false)}>
            {t('invest.shortlist.drop')}
          </button>
        </p>
      ))}
      {removedPark ? (
        <p className="notice" role="status">
          {t('invest.shortlist.removed', { name: formatName(removedPark.profile.park.properties, state.language, t) })}{' '}
          <button type="button" className="link-button" onClick={() => shortlist(removedPark.id, true)}>
            {t('invest.undo')}
          </button>
        </p>
      ) : null}
      {kept.length === 0 ? (
        <p className="notice">{t('invest.shortlist.empty')}</p>
      ) : (
        <SendList ids={kept.map(({ park }) => park.id)} />
      )}
      <ul className="cards">
        {kept.map(({ entry, park }) => (
          <ParkItem key={park.id} park={park}>
            <NoteField entry={entry} park={park} />
          </ParkItem>
        ))}
      </ul>
      <p className="limit-actions">
        {kept.length > 1 ? (
          <button
            type="button"
            className="button"
            onClick={() =>
              act({ type: 'compare-these', ids: kept.map(({ park }) => park.id) }, { type: 'view', view: 'compare' })
            }
          >
            {t('invest.shortlist.compare')}
          </button>
        ) : null}
        {kept.length > 0 ? <FactsheetButton ids={kept.map(({ park }) => park.id)} label={t('factsheet.all')} /> : null}
        {entries.length > 0 ? (
          <button
            type="button"
            className="button"
            onClick={() => {
              setForgotten(entries)
              forgetShortlist()
            }}
          >
            {t('invest.shortlist.forget')}
          </button>
        ) : null}
        {forgotten && entries.length === 0 ? (
          <button
            type="button"
            className="button"
            onClick={() => {
              replaceShortlist(forgotten)
              setForgotten(null)
            }}
          >
            {t('invest.undo')}
          </button>
        ) : null}
      </p>
      {forgotten && entries.length === 0 ? <p role="status">{t('invest.shortlist.forgotten')}</p> : null}
      {invest.compared.length > 0 ? <CompareBar /> : null}
    </>
  )
}

function NoteField({ entry, park }: { entry: ShortlistEntry; park: KnownPark }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  return (
    <label className="note-field">
      <span>{t('invest.shortlist.note')}</span>
      <textarea
        rows={2}
        maxLength={longestNote}
        value={entry.note}
        aria-label={t('invest.shortlist.noteFor', {
          name: formatName(park.profile.park.properties, state.language, t),
        })}
        onChange={(event) => annotate(entry.id, event.target.value)}
      />
    </label>
  )
}

/** One link for the whole list. The private notes stay behind; a message may go along. */
function SendList({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const [message, setMessage] = useState('')
  const [copied, setCopied] = useState(false)
  const page = toPublicLink(window.location.href.replace(/#.*$/, ''))
  const link = toShortlistLink(page, state.language, ids, message)
  const tooLong = link.length >= longestLink
  const field = useRef<HTMLInputElement>(null)
  const send = async () => {
    const came = await shareLink(link)
    if (came === 'copied') setCopied(true)
    // Where the page may not copy, the reader can: the whole link is marked.
    if (came === 'refused') field.current?.focus()
  }
  return (
    <div className="send-list">
      <label className="note-field">
        <span>{t('invest.shortlist.message')}</span>
        <textarea
          rows={2}
          value={message}
          onChange={(event) => {
            setMessage(event.target.value)
            setCopied(false)
          }}
        />
      </label>
      {tooLong ? (
        <p className="problem">
          {t('invest.shortlist.tooLong', { most: longestLink, length: formatNumber(link.length, state.language) })}
        </p>
      ) : null}
      <button type="button" className="button button-strong" disabled={tooLong} onClick={() => void send()}>
        {copied ? t('top.shared') : t(hasAppList() ? 'top.share' : 'invest.shortlist.copy')}
      </button>
      <input
        ref={field}
        className="text-input link-text"
        readOnly
        value={tooLong ? '' : link}
        aria-label={t('invest.shortlist.link')}
        onFocus={(event) => event.target.select()}
      />
      <p className="fine-print">{t('invest.shortlist.private')}</p>
    </div>
  )
}

function ReceivedList({ received, parks }: { received: Received; parks: readonly KnownPark[] }) {
  const { t } = useTranslation()
  const { act } = useInvest()
  const named = received.parks.map(resolvePark)
  const found = named.flatMap((one) => parks.find((park) => one.type !== 'unknown' && park.id === one.id) ?? [])
  const message = received.messageCode === null ? '' : fromMessageCode(received.messageCode)
  return (
    <section className="received" aria-label={t('invest.received.title')}>
      <h2>{t('invest.received.title')}</h2>
      {message === null ? <p className="problem">{t('invest.received.messageDamaged')}</p> : null}
      {message ? <blockquote>{message}</blockquote> : null}
      {named.map((one) =>
        one.type === 'known' ? null : (
          <LedOn key={one.from} from={one.from} to={one.type === 'renamed' ? one.id : null} parks={parks} />
        ),
      )}
      <ul className="cards">
        {found.map((park) => (
          <ParkItem key={park.id} park={park} />
        ))}
      </ul>
      <p className="limit-actions">
        <button
          type="button"
          className="button button-strong"
          onClick={() => {
            for (const { id } of found) shortlist(id, true)
            act({ type: 'put-received-away' })
          }}
        >
          {t('invest.received.keep')}
        </button>
        <button type="button" className="button" onClick={() => act({ type: 'put-received-away' })}>
          {t('invest.received.close')}
        </button>
      </p>
    </section>
  )
}

function LedOn({ from, to, parks }: { from: string; to: string | null; parks: readonly KnownPark[] }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const park = parks.find(({ id }) => id === to)
  return (
    <p className={park ? 'notice' : 'problem'} role="note">
      {park
        ? t('invest.renamed', { id: from, name: formatName(park.profile.park.properties, state.language, t) })
        : t('invest.gone', { id: from })}
    </p>
  )
}
