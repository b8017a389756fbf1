import { useMemo, useState } from 'react'
import type { Access, AccessTarget } from '../../../server/domain/access.ts'
import type { Range } from '../../../server/domain/coverage.ts'
import { useAccess, useCollection } from '../../api/queries.ts'
import { formatName } from '../../format/name.ts'
import { formatKilometers, formatNumber } from '../../format/numbers.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import '../../theme/access.css'
import { basisText } from '../invest/note-text.ts'
import { PanelQuery } from '../PanelQuery.tsx'
import { Said } from '../Said.tsx'
import { Computed, NoData } from '../Value.tsx'
import DistanceCheckSection from './DistanceCheckSection.tsx'
import { formatParts, formatRange } from './format-access.ts'
import { TravelTimeView } from './TravelTimeView.tsx'

interface Props {
  /** By key, as in `park:bim-son`. */
  feature: string
}

/** How far the feature is by road from what matters, and what can be reached from it; asked for when it is opened. */
export default function AccessSection({ feature }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <details className="card-section road-access" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('access.title')}</summary>
      {open ? <AccessBody feature={feature} /> : null}
    </details>
  )
}

function AccessBody({ feature }: Props) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const query = useAccess(feature, state.phase)
  return (
    <PanelQuery query={query}>
      {(access) => (
        <>
          <p className="row-note">{t('access.phase', { phase: access.phase })}</p>
          <TargetTable targets={access.targets} />
          <TravelTimeView feature={feature} phase={access.phase} />
          <details className="access-how">
            <summary>{t('access.how')}</summary>
            <p>
              <Said sentence={access.method} />
            </p>
            <p>
              <Said sentence={access.howSure} />
            </p>
            <SpeedTable speeds={access.speeds} />
          </details>
          <DistanceCheckSection />
        </>
      )}
    </PanelQuery>
  )
}

function TargetTable({ targets }: { targets: readonly AccessTarget[] }) {
  const { t } = useTranslation()
  return (
    <table className="figures access-table">
      <thead>
        <tr>
          <th scope="col">{t('access.to')}</th>
          <th scope="col">{t('access.kilometers')}</th>
          <th scope="col">{t('access.time')}</th>
        </tr>
      </thead>
      <tbody>
        {targets.map((target) => (
          <TargetRow key={`${target.role} ${target.feature ?? ''}`} target={target} />
        ))}
      </tbody>
    </table>
  )
}

function TargetRow({ target }: { target: AccessTarget }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { language } = state
  const name = formatName(target, language, t)
  const { roadKilometers, minutes, straightKilometers } = target
  return (
    <>
      <tr>
        <th scope="row">
          {name || t(`access.role.${target.role}`)}
          {target.feature === null ? <span className="row-note">{t('access.noneYet')}</span> : null}
          {target.feature !== null && !target.exists ? <span className="row-note">{t('access.planned')}</span> : null}
          {straightKilometers ? (
            <span className="row-note">
              {t('access.straight', { distance: formatKilometers(straightKilometers.value, language) })}
            </span>
          ) : null}
        </th>
        <Measured range={roadKilometers} />
        <Measured range={minutes} />
      </tr>
      {target.via.length > 0 ? (
        <tr className="via">
          <td colSpan={3}>
            <Via via={target.via} />
          </td>
        </tr>
      ) : null}
    </>
  )
}

function Measured({ range }: { range: Range | null }) {
  const { state } = useAtlas()
  if (!range) {
    return (
      <td>
        <NoData />
      </td>
    )
  }
  const { value, span } = formatParts(range, state.language)
  return (
    <td>
      <Computed>{value}</Computed>
      <span className="row-note">{span}</span>
    </td>
  )
}

/** The roads taken, by their numbers. */
function Via({ via }: { via: AccessTarget['via'] }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { data: roads } = useCollection('roads')
  const names = useMemo(
    () =>
      new Map(
        roads?.features.map(({ id, properties }) => [id, properties.ref ?? formatName(properties, state.language, t)]),
      ),
    [roads, state.language, t],
  )
  if (!roads) return null
  const parts = via.map(
    ({ roadId, kind, kilometers }) =>
      `${roadId ? (names.get(roadId) ?? roadId) : t(`access.via.${kind}`)} ${formatKilometers(kilometers, state.language)}`,
  )
  return <>{parts.join(' · ')}</>
}

function SpeedTable({ speeds }: { speeds: Access['speeds'] }) {
  const { t } = useTranslation()
  return (
    <table className="figures access-table">
      <caption>{t('access.speeds')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('access.class')}</th>
          <th scope="col">km/h</th>
          <th scope="col">{t('access.winding')}</th>
        </tr>
      </thead>
      <tbody>
        {speeds.map((speed) => (
          <SpeedRow key={speed.id} speed={speed} />
        ))}
      </tbody>
    </table>
  )
}

function SpeedRow({ speed }: { speed: Access['speeds'][number] }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { language } = state
  const { roadClass, terrain, kilometersPerHour, winding } = speed
  const { text, lang } = basisText(speed, language)
  return (
    <tr>
      <th scope="row">
        {t(`access.roadClass.${roadClass}`)}
        {terrain === 'any' ? '' : `, ${t(`access.terrain.${terrain}`)}`}
        <span className="row-note" lang={lang}>
          {text}
        </span>
      </th>
      <td>{formatRange(kilometersPerHour, language)}</td>
      <td>
        {`${formatNumber(winding.value, language)} (${formatNumber(winding.low, language)}–${formatNumber(winding.high, language)})`}
      </td>
    </tr>
  )
}
