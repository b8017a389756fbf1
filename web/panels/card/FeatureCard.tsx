import { Suspense, useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { address, ApiError } from '../../api/client.ts'
import { isPack } from '../../api/pack.ts'
import { useFeature, usePlan } from '../../api/queries.ts'
import { formatName } from '../../format/name.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { collectionOfKind } from '../../state/kinds.ts'
import { wishExport } from '../../state/export-wish.ts'
import { findReplacement, useReplacements, type Replacement } from '../../state/replacements.ts'
import { lazyPanel } from '../lazy-panel.tsx'
import type { AnyProperties } from './any-feature.ts'
import { AreaSection, LengthSection } from './MeasureSections.tsx'
import {
  BasisSection,
  ClauseSection,
  DisagreementSection,
  FigureSection,
  NoteSection,
  PillarSection,
  SourceSection,
  StatusLine,
} from './StatedSections.tsx'
import { UnitSection } from './UnitSection.tsx'

const FormerPark = lazyPanel(() => import('../invest/FormerPark.tsx'), 'invest')
const ParkCard = lazyPanel(() => import('../invest/ParkCard.tsx'), 'invest')
const AccessSection = lazyPanel(() => import('../access/AccessSection.tsx'), 'access')
/** What one asks the way to and from. */
const withAccess = new Set(['park', 'later-park', 'port', 'airport', 'station', 'border-gate', 'interchange', 'place'])

interface Props {
  onZoom: (geometry: GeoJSON.Geometry) => void
  /** Called once for each feature whose card opens. */
  onShown: (geometry: GeoJSON.Geometry) => void
}

const ReplacedNotice = lazyPanel(() => import('./ReplacedNotice.tsx'), 'replace')

/** Everything the atlas knows of the selected feature, each value with its provenance. */
export default function FeatureCard({ onZoom, onShown }: Props) {
  const { t } = useTranslation()
  const { state, dispatch } = useAtlas()
  const selection = state.selection
  const collection = selection ? collectionOfKind(selection.kind) : null
  const { data: feature, error } = useFeature(collection, selection?.id ?? '')
  const { data: plan } = usePlan()
  const { replacements } = useReplacements()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!feature) return
    heading.current?.focus({ preventScroll: true })
    if (feature.geometry) onShown(feature.geometry)
  }, [feature, onShown])

  const isCorridor = selection?.kind === 'corridor'
  useEffect(() => {
    // The next question about a corridor is what it reaches: nobody should wait for the scripts that know.
    if (isCorridor) void Promise.all([import('../CoveragePanel.tsx'), import('../../compute/coverage-client.ts')])
  }, [isCorridor])

  if (!selection) return null
  const close = () => dispatch({ type: 'select', selection: null })
  const frame = (title: string, body: ReactNode) => (
    <aside className="card" aria-label={title}>
      <header className="card-head">
        <div>
          <p className="card-kind">{t(`kind.${selection.kind}`, { defaultValue: selection.kind })}</p>
          <h2 ref={heading} tabIndex={-1}>
            {title}
          </h2>
        </div>
        <button type="button" className="icon-button" onClick={close} aria-label={t('app.close')}>
          ✕
        </button>
      </header>
      <div className="card-body">{body}</div>
    </aside>
  )

  if (!collection || (error instanceof ApiError && error.status === 404)) {
    return frame(
      selection.id,
      <>
        <p className="problem">{t('card.gone', { id: `${selection.kind}:${selection.id}` })}</p>
        {selection.kind === 'park' || selection.kind === 'later-park' ? (
          <Suspense fallback={null}>
            <FormerPark id={selection.id} />
          </Suspense>
        ) : null}
      </>,
    )
  }
  if (error) return frame(selection.id, <p className="problem">{t('card.failed', { message: error.message })}</p>)
  if (!feature) {
    return frame(
      t('app.loading'),
      <div className="skeletons" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>,
    )
  }

  if (state.mode === 'invest' && (selection.kind === 'park' || selection.kind === 'later-park')) {
    const { geometry: shape } = feature
    return frame(
      formatName(feature.properties, state.language, t),
      <Suspense fallback={<p className="quiet">{t('app.loading')}</p>}>
        <ParkCard id={selection.id} onZoom={shape ? () => onZoom(shape) : null} />
      </Suspense>,
    )
  }

  const replacement = findReplacement(replacements, collection, feature.id)
  const properties: AnyProperties = replacement ? withOutline(feature.properties, replacement) : feature.properties
  const geometry = replacement?.geometry ?? feature.geometry
  const name = formatName(properties, state.language, t) || properties.id
  const otherName = formatName(properties, state.language === 'vi' ? 'en' : 'vi', t) || properties.id
  return frame(
    name,
    <>
      {otherName === name ? null : (
        <p className="card-other-name" lang={state.language === 'vi' ? 'en' : 'vi'}>
          {otherName}
        </p>
      )}
      <StatusLine properties={properties} phase={state.phase} />
      <p className="card-actions">
        {geometry ? (
          <button type="button" className="button" onClick={() => onZoom(geometry)}>
            {t('card.zoom')}
          </button>
        ) : null}
        {selection.kind === 'corridor' ? (
          <button
            type="button"
            className="button"
            onClick={() => {
              dispatch({ type: 'cover', corridors: [selection.id] })
              dispatch({ type: 'show-mode', mode: 'plan' })
              dispatch({ type: 'open-tab', tab: 'coverage' })
            }}
          >
            {t('coverage.open')}
          </button>
        ) : null}
        <button
          type="button"
          className="button"
          onClick={() => wishExport({ kind: 'feature', collection, id: feature.id, name })}
        >
          {t('card.export')}
        </button>
        {isPack ? null : (
          <a
            className="button"
            href={`${address}/collections/${collection}/items/${feature.id}?f=html`}
            target="_blank"
            rel="noreferrer"
          >
            {t('card.data')} ↗
          </a>
        )}
      </p>
      {geometry ? null : <p className="notice">{t('card.unplaced')}</p>}
      <AreaSection properties={properties} />
      <LengthSection properties={properties} />
      <UnitSection properties={properties} />
      {geometry && withAccess.has(selection.kind) ? (
        <Suspense fallback={null}>
          <AccessSection key={feature.id} feature={`${selection.kind}:${feature.id}`} />
        </Suspense>
      ) : null}
      <FigureSection properties={properties} />
      <NoteSection properties={properties} />
      <DisagreementSection plan={plan} target={`${selection.kind}:${selection.id}`} />
      <ClauseSection properties={properties} plan={plan} />
      <PillarSection properties={properties} plan={plan} />
      {replacement ? (
        <Suspense fallback={null}>
          <ReplacedNotice replacement={replacement} />
        </Suspense>
      ) : null}
      <BasisSection properties={properties} isPoint={geometry?.type === 'Point'} />
      <SourceSection properties={properties} plan={plan} />
    </>,
  )
}

/** What the card measures follows the reader's own outline; what documents state stays. */
function withOutline(properties: AnyProperties, { areaHectares }: Replacement): AnyProperties {
  return { ...properties, drawnAreaHectares: areaHectares, geometryBasis: 'surveyed', uncertaintyMeters: null }
}
