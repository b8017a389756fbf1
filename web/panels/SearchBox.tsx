import { useDeferredValue, useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import type { Bounds } from '../format/bounds.ts'
import { formatName } from '../format/name.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { kindOfCollection } from '../state/kinds.ts'
import type { SearchHit } from '../search/search.ts'
import { useSearch } from './use-search.ts'
import { useSelect } from './use-select.ts'

type Go = (target: { bounds: Bounds } | { position: [number, number] }) => void

interface Props {
  onGo: Go
  /** Marks a place that was given by its coordinates; null takes the mark away. */
  onPin: (position: [number, number] | null) => void
}

/** The one search box: places, projects, documents, figures and coordinates. */
export function SearchBox({ onGo, onPin }: Props) {
  const { t } = useTranslation()
  const { state, dispatch } = useAtlas()
  const select = useSelect()
  const [text, setText] = useState('')
  const [wanted, setWanted] = useState(false)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const awaited = useRef<string | null>(null)
  const listId = useId()
  const query = useDeferredValue(text.trim())
  const { hits, places, ready, error, retry } = useSearch(query, wanted, state.language)
  const count = places.length + hits.length

  const goTo = (hit: SearchHit) => {
    const { target } = hit
    setOpen(false)
    if (target.type !== 'feature') {
      dispatch({ type: 'show-mode', mode: 'plan' })
      dispatch({ type: 'open-tab', tab: target.type === 'figure' ? 'figures' : 'about' })
      return
    }
    const kind = kindOfCollection(target.collection)
    if (kind) select({ kind, id: target.id })
    const { bbox, position } = target.entry
    const [west, south, east, north] = bbox ?? []
    if (west !== undefined && south !== undefined && east !== undefined && north !== undefined)
      onGo({ bounds: [west, south, east, north] })
    else if (position) onGo({ position: [position[0] ?? 0, position[1] ?? 0] })
  }
  const choose = (which: number) => {
    const place = places[which]
    const hit = hits[which - places.length]
    if (place) {
      setOpen(false)
      onPin([place.position[0], place.position[1]])
      onGo({ position: [place.position[0], place.position[1]] })
    } else if (hit) goTo(hit)
    else if (error) retry()
  }
  // Enter may come before what was typed is found.
  useEffect(() => {
    if (awaited.current !== query || count === 0) return
    awaited.current = null
    choose(0)
  })
  const clear = () => {
    setText('')
    onPin(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      setActive((now) => (count === 0 ? 0 : (now + (event.key === 'ArrowDown' ? 1 : -1) + count) % count))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (text.trim() !== query || (count === 0 && !error)) awaited.current = text.trim()
      else choose(active)
    } else if (event.key === 'Escape' && (open || text)) {
      event.preventDefault()
      event.stopPropagation()
      if (open && text) setOpen(false)
      else clear()
    }
  }
  const showing = open && query !== '' && (ready || error !== null)

  return (
    <div className="search" role="search">
      <svg className="search-glass" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M10.500 4a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13zM15.500 15.500 20 20" />
      </svg>
      <input
        id="search"
        type="text"
        inputMode="search"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('search.label')}
        aria-expanded={showing}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(showing && (count > 0 || error) ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
        placeholder={t('search.placeholder')}
        value={text}
        onBlur={() => {
          setOpen(false)
          awaited.current = null
        }}
        onFocus={() => {
          setWanted(true)
          setOpen(true)
        }}
        onChange={(event) => {
          setWanted(true)
          setText(event.target.value)
          awaited.current = null
          setActive(0)
          setOpen(true)
        }}
        onKeyDown={onKeyDown}
      />
      {text ? (
        <button type="button" className="icon-button search-clear" aria-label={t('search.clear')} onClick={clear}>
          ✕
        </button>
      ) : null}
      <div id={listId} role="listbox" aria-label={t('search.label')} className="search-results" hidden={!showing}>
        {places.length > 1 ? (
          <p className="search-ask" role="presentation">
            {t('search.which')}
          </p>
        ) : null}
        {places.map((place, position) => (
          <Option
            key={`${place.system}-${place.position.join()}`}
            id={`${listId}-${position}`}
            selected={active === position}
            onChoose={() => choose(position)}
          >
            <strong>{place.title}</strong>
            <small>{place.also}</small>
          </Option>
        ))}
        {hits.map((hit, position) => (
          <Option
            key={`${hit.target.type}-${hit.target.type === 'feature' ? hit.target.collection : ''}-${hit.target.id}`}
            id={`${listId}-${places.length + position}`}
            selected={active === places.length + position}
            onChoose={() => choose(places.length + position)}
          >
            <HitLines hit={hit} />
          </Option>
        ))}
        {showing && count === 0 ? (
          error ? (
            <Option id={`${listId}-0`} selected onChoose={retry}>
              <span>{t('search.failed')}</span>
              <strong>{t('app.retry')}</strong>
            </Option>
          ) : (
            <div className="search-none" role="option" aria-selected="false" aria-disabled="true">
              {t('search.none', { query })}
            </div>
          )
        ) : null}
      </div>
      <span className="visually-hidden" role="status">
        {showing && count > 0 ? t('search.results', { count }) : ''}
      </span>
    </div>
  )
}

function Option({
  id,
  selected,
  onChoose,
  children,
}: {
  id: string
  selected: boolean
  onChoose: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      id={id}
      role="option"
      aria-selected={selected}
      tabIndex={-1}
      className="search-result"
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </button>
  )
}

function HitLines({ hit }: { hit: SearchHit }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { target, alias } = hit
  const name = (one: { name_vi: string; name_en: string }) => formatName(one, state.language, t)
  const kind =
    target.type === 'feature' ? kindOfCollection(target.collection) : target.type === 'figure' ? 'figure' : 'origin'
  const details = [
    kind ? t(`kind.${kind}`) : null,
    target.type === 'feature' && target.district ? name(target.district) : null,
    alias,
    target.type === 'feature' && target.entry.position === null ? t('search.unplaced') : null,
  ]
  return (
    <>
      <strong>{name(target)}</strong>
      <small>{details.filter(Boolean).join(' · ')}</small>
      {target.type === 'feature' && target.today.length > 0 ? (
        <small>
          {t('search.today', {
            units:
              target.today.slice(0, 6).map(name).join(', ') +
              (target.today.length > 6 ? ` (+${target.today.length - 6})` : ''),
          })}
        </small>
      ) : null}
    </>
  )
}
