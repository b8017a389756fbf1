import { useTranslation } from '../../i18n/use-translation.ts'
import { parkGroups } from '../../invest/park-group.ts'
import { useInvest } from './use-invest.ts'
import type { KnownPark } from './use-profiles.ts'

/** Of which lists the parks come; what is chosen here is what the funnel starts from. */
export function GroupChoice({ parks }: { parks: readonly KnownPark[] }) {
  const { t } = useTranslation()
  const { invest, act } = useInvest()
  return (
    <div className="choice-chips groups" role="group" aria-label={t('invest.groups')}>
      {parkGroups.map((group) => (
        <button
          key={group}
          type="button"
          aria-pressed={invest.groups.includes(group)}
          onClick={() => act({ type: 'toggle-group', group })}
        >
          {t(`invest.groupShort.${group}`)} <b>{parks.filter(({ profile }) => profile.group === group).length}</b>
        </button>
      ))}
    </div>
  )
}
