import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { onShelf } from '../state/shelf.ts'
import { localeOf } from '../format/numbers.ts'
import '../theme/readout.css'
import { useEngine } from './engine.ts'

const systems = ['WGS 84', 'WGS 84 DMS', 'EPSG:5897', 'EPSG:3405'] as const
type ReadoutSystem = (typeof systems)[number]
const storageKey = onShelf('atlas.readout')

type Project = typeof import('../compute/vn2000.ts').toGrid

/**
 * Where the pointer is, in the system chosen by pressing the readout. Written straight into the page: a position
 * changes with every move and is nobody else's business. The projection is fetched when a grid is first chosen.
 */
export default function PointerReadout() {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { language } = state
  const map = useEngine((engine) => engine.map)
  const [system, setSystem] = useState<ReadoutSystem>(readChoice)
  const [project, setProject] = useState<{ toGrid: Project } | null>(null)
  const [isSeen, setSeen] = useState(false)
  const text = useRef<HTMLSpanElement>(null)
  const last = useRef<{ lng: number; lat: number } | null>(null)
  const isGrid = system === 'EPSG:5897' || system === 'EPSG:3405'

  useEffect(() => {
    if (isGrid && !project) void import('../compute/vn2000.ts').then(({ toGrid }) => setProject({ toGrid }))
  }, [isGrid, project])

  useEffect(() => {
    if (!map) return
    const write = () => {
      if (!text.current || !last.current) return
      const { lng, lat } = last.current
      text.current.textContent = formatPosition([lng, lat], system, project?.toGrid ?? null, localeOf(language))
    }
    const move = ({ lngLat }: { lngLat: { lng: number; lat: number } }) => {
      if (!last.current) setSeen(true)
      last.current = lngLat
      write()
    }
    write()
    map.on('mousemove', move)
    return () => {
      map.off('mousemove', move)
    }
  }, [map, system, project, language])

  const next = () => {
    const following = systems[(systems.indexOf(system) + 1) % systems.length] ?? systems[0]
    setSystem(following)
    try {
      localStorage.setItem(storageKey, following)
    } catch {
      // Nothing to remember it by: the choice lasts as long as the page.
    }
  }
  return (
    <button
      type="button"
      className="pointer-readout"
      onClick={next}
      title={t('readout.change')}
      aria-label={t('readout.label', { system: system === 'WGS 84 DMS' ? t('readout.dms') : system })}
    >
      <strong>{system === 'WGS 84 DMS' ? 'WGS 84' : isGrid ? `VN-2000 ${system}` : system}</strong>
      {isSeen ? null : <em>{t('readout.hint')}</em>}
      <span ref={text} />
    </button>
  )
}

function formatPosition(
  position: readonly [number, number],
  system: ReadoutSystem,
  toGrid: Project | null,
  locale: string,
): string {
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)
  const [longitude, latitude] = position
  switch (system) {
    case 'WGS 84':
      return `${number(latitude, 5)}°, ${number(longitude, 5)}°`
    case 'WGS 84 DMS':
      return `${toDms(latitude, number)} N  ${toDms(longitude, number)} E`
    case 'EPSG:5897':
    case 'EPSG:3405': {
      if (!toGrid) return '…'
      const [east, north] = toGrid(system, position)
      return `N ${number(north, 0)}  E ${number(east, 0)}`
    }
  }
}

function toDms(degrees: number, number: (value: number, digits: number) => string): string {
  const tenths = Math.round(Math.abs(degrees) * 36_000)
  const minutes = Math.floor(tenths / 600)
  return `${Math.floor(minutes / 60)}°${String(minutes % 60).padStart(2, '0')}′${number((tenths % 600) / 10, 1)}″`
}

function readChoice(): ReadoutSystem {
  try {
    const kept = localStorage.getItem(storageKey)
    return systems.find((system) => system === kept) ?? systems[0]
  } catch {
    return systems[0]
  }
}
