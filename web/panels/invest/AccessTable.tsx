import { Suspense } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { formatName } from '../../format/name.ts'
import { formatNumber } from '../../format/numbers.ts'
import type { Range } from '../../../server/domain/coverage.ts'
import type { AccessTarget } from '../../../server/domain/access.ts'
import { kindOf } from '../../invest/park-group.ts'
import { ageOfValue, fieldOf, type ParkProfile } from '../../invest/profile.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { useParkAccess } from '../../api/queries.ts'
import { lazyPanel } from '../lazy-panel.tsx'
import { Said } from '../Said.tsx'
import { Computed, FigureValue, NoData } from '../Value.tsx'
import { aboutText } from './note-text.ts'
import { ProvenanceOf } from './ProvenanceOf.tsx'
import { AgeMark } from './ValueMark.tsx'

const TravelTimeAndCheck = lazyPanel(() => import('../access/TravelTimeAndCheck.tsx'), 'access')

/** How far port, airport, interchange, station and towns are: by road with minutes, beside the straight line. */
export function AccessTable({ profile, phase }: { profile: ParkProfile; phase: 2025 | 2030 }) {
  const { t } = useTranslation()
  const { values } = fieldOf(profile, 'access')
  const computed = values.flatMap((value) => (value.type === 'access' ? [value] : []))
  const stated = values.flatMap((value) => (value.type === 'figure' ? [value] : []))
  const [first] = computed
  return (
    <>
      {first ? (
        <>
          <table className="access">
            <caption className="quiet">{t('invest.accessCaption', { phase })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('invest.accessTo')}</th>
                <th scope="col">{t('invest.accessRoad')}</th>
                <th scope="col">{t('invest.accessStraight')}</th>
              </tr>
            </thead>
            <tbody>
              {computed.map(({ target }) => (
                <TargetRow key={target.role} target={target} />
              ))}
            </tbody>
          </table>
          <ProvenanceOf provenance={first.provenance} />
          <Speeds phase={phase} />
          <Suspense fallback={null}>
            <TravelTimeAndCheck key={profile.id} feature={`${kindOf(profile.park)}:${profile.id}`} phase={phase} />
          </Suspense>
        </>
      ) : (
        <p>
          <NoData /> <span className="quiet">{t('invest.accessNone')}</span>
        </p>
      )}
      {stated.length > 0 ? (
        <details className="stated-distances">
          <summary>{t('invest.statedDistances', { count: stated.length })}</summary>
          <ul className="bullets">
            {stated.map((value, index) => (
              <StatedDistance key={index} value={value} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}

function TargetRow({ target }: { target: AccessTarget }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { role, roadKilometers, minutes, straightKilometers } = target
  const name = formatName(target, state.language, t)
  const range = (value: Range, unit: 'km' | 'minutes') => {
    const number = (one: number) => formatNumber(one, state.language, one < 10 && unit === 'km' ? 1 : 0)
    return (
      <>
        <Computed>{t(`invest.amount.${unit}`, { value: number(value.value) })}</Computed>{' '}
        <small>
          ({number(value.low)}–{number(value.high)})
        </small>
      </>
    )
  }
  return (
    <tr>
      <th scope="row">
        {name && named.has(role) ? (
          <>
            {name} <small>{t(`invest.role.${role}`)}</small>
          </>
        ) : (
          t(`invest.role.${role}`)
        )}
      </th>
      <td>
        {roadKilometers ? range(roadKilometers, 'km') : <NoData />}
        {minutes ? <span className="access-minutes">{range(minutes, 'minutes')}</span> : null}
      </td>
      <td>{straightKilometers ? range(straightKilometers, 'km') : <NoData />}</td>
    </tr>
  )
}

/** Of these there are several, so each has its own name. */
const named = new Set(['port', 'interchange', 'station', 'border-gate'])

/** The assumptions behind the minutes. */
function Speeds({ phase }: { phase: 2025 | 2030 }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { data } = useParkAccess(phase)
  if (!data) return null
  return (
    <details className="method">
      <summary>{t('invest.speeds')}</summary>
      <p>
        <Said sentence={data.howSure} />
      </p>
      <ul className="bullets">
        {data.speeds.map((speed) => (
          <li key={speed.id}>
            {t(`invest.roadClass.${speed.roadClass}`)}
            {speed.terrain === 'any' ? null : ` (${t(`invest.terrain.${speed.terrain}`)})`}:{' '}
            {t('unit.kilometersPerHour', { value: formatNumber(speed.kilometersPerHour.value, state.language) })} (
            {formatNumber(speed.kilometersPerHour.low, state.language)}–
            {formatNumber(speed.kilometersPerHour.high, state.language)})
          </li>
        ))}
      </ul>
    </details>
  )
}

function StatedDistance({
  value,
}: {
  value: Extract<ReturnType<typeof fieldOf>['values'][number], { type: 'figure' }>
}) {
  const { state } = useAtlas()
  const { figure, provenance } = value
  return (
    <li>
      <FigureValue figure={figure} /> {aboutText(figure, state.language)} <AgeMark age={ageOfValue('access', value)} />
      <ProvenanceOf provenance={provenance} />
    </li>
  )
}
