import { useTranslation } from '../../i18n/use-translation.ts'
import { formatNumber, formatPercent, formatRangePercent } from '../../format/numbers.ts'
import type { Score } from '../../invest/ranking.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { Computed } from '../Value.tsx'
import { formatName } from '../../format/name.ts'
import { useInvest } from './use-invest.ts'
import type { KnownPark } from './use-profiles.ts'
import { useStability } from './use-stability.ts'

/** How often the first stays first when the weights are shaken. */
export function StabilityLine({ scores, parks }: { scores: readonly Score[]; parks: readonly KnownPark[] }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { invest } = useInvest()
  const answer = useStability(scores, invest.ranking.unknown)
  const name = (id: string) => {
    const park = parks.find((one) => one.id === id)
    return park ? formatName(park.profile.park.properties, state.language, t) : id
  }
  return (
    <div className="stability" role="status" data-stability={answer ? answer.wins : undefined}>
      {answer ? (
        <>
          <span
            className="stability-dial"
            aria-hidden="true"
            style={{ '--share': answer.share.value } as React.CSSProperties}
          />
          <p>
            {t('invest.stability', { name: name(answer.winner) })}{' '}
            <Computed>{formatRangePercent(answer.share, state.language)}</Computed>{' '}
            {t('invest.stabilityOf', { draws: formatNumber(answer.draws, state.language) })}
            {answer.others.length > 0 ? (
              <small>
                {t('invest.stabilityElse', {
                  others: answer.others
                    .slice(0, 2)
                    .map(({ id, wins }) => `${name(id)} ${formatPercent(wins / answer.draws, state.language)}`)
                    .join(', '),
                })}
              </small>
            ) : null}
          </p>
        </>
      ) : (
        <p className="quiet">{t('app.loading')}</p>
      )}
    </div>
  )
}
