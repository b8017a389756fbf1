import { useMemo, useState } from 'react'
import type { Access, TravelTimeArea } from '../../../server/domain/access.ts'
import { useTravelTime } from '../../api/queries.ts'
import { formatNumber } from '../../format/numbers.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { travelTimeExtra } from '../../map/extras/travel-time.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { useMapExtra } from '../../state/workbench.ts'
import '../../theme/access.css'
import { PanelQuery } from '../PanelQuery.tsx'
import { Computed } from '../Value.tsx'
import { formatPeople } from './format-access.ts'

const minutesAsked = [30, 60, 90]
const hectaresPerSquareKilometer = 100

interface Props {
  /** By key, as in `park:bim-son`. */
  feature: string
  phase: Access['phase']
}

/** What can be reached from a feature within 30, 60 and 90 minutes: on the map while it is switched on, and people. */
export function TravelTimeView({ feature, phase }: Props) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(false)
  return (
    <div className="travel-time">
      <button type="button" className="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
        {shown ? t('access.areas.hide') : t('access.areas.show')}
      </button>
      {shown ? <Areas feature={feature} phase={phase} /> : null}
    </div>
  )
}

function Areas({ feature, phase }: Props) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { language } = state
  const query = useTravelTime(feature, minutesAsked, phase)
  const [ranged, setRanged] = useState<number | null>(null)
  const areas = query.data?.areas
  useMapExtra(
    useMemo(() => {
      const inWords = (minutes: number) => t('access.minutes', { count: minutes })
      // The map's letters are Latin ones: beyond Vietnamese the symbol that everybody reads.
      const onMap = (minutes: number) => (language === 'vi' ? inWords(minutes) : `${minutes} min`)
      return areas
        ? travelTimeExtra(areas, ranged, onMap, (minutes) => `${t('access.areas.within')} ${inWords(minutes)}`)
        : null
    }, [areas, ranged, language, t]),
  )
  return (
    <PanelQuery query={query}>
      {({ areas: rows }) => (
        <>
          <table className="figures access-table">
            <thead>
              <tr>
                <th scope="col">{t('access.areas.within')}</th>
                <th scope="col">{t('access.areas.people')}</th>
                <th scope="col">km²</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((area) => (
                <AreaRow
                  key={area.minutes}
                  area={area}
                  isRanged={ranged === area.minutes}
                  onRange={() => setRanged(ranged === area.minutes ? null : area.minutes)}
                />
              ))}
            </tbody>
          </table>
          <p className="row-note">{t('access.areas.note')}</p>
        </>
      )}
    </PanelQuery>
  )
}

interface RowProps {
  area: TravelTimeArea
  isRanged: boolean
  onRange: () => void
}

function AreaRow({ area, isRanged, onRange }: RowProps) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { language } = state
  const { people, areaHectares } = area
  return (
    <tr>
      <th scope="row">
        {t('access.minutes', { count: area.minutes })}
        <button type="button" className="link-button row-note" aria-pressed={isRanged} onClick={onRange}>
          {isRanged ? t('access.areas.hideRange') : t('access.areas.showRange')}
        </button>
      </th>
      <td>
        <Computed>{formatPeople(people.value, language)}</Computed>
        <span className="row-note">
          {`${formatPeople(people.low, language)}–${formatPeople(people.high, language)}`}
        </span>
      </td>
      <td>
        <Computed>{formatNumber(areaHectares.value / hectaresPerSquareKilometer, language, 0)}</Computed>
        <span className="row-note">
          {`${formatNumber(areaHectares.low / hectaresPerSquareKilometer, language, 0)}–${formatNumber(areaHectares.high / hectaresPerSquareKilometer, language, 0)}`}
        </span>
      </td>
    </tr>
  )
}
