import { useTranslation } from '../../i18n/use-translation.ts'
import { formatNumber } from '../../format/numbers.ts'
import type { Score, ScorePart } from '../../invest/ranking.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { AgeMark } from './ValueMark.tsx'

/** A score as its parts: each block is as wide as its criterion weighs and filled as far as the park has its points. */
export function ScoreBar({ score }: { score: Score }) {
  const { t } = useTranslation()
  return (
    <>
      <div className="score-bar" aria-hidden="true">
        {score.parts.map(({ weight, share, points }) => (
          <span
            key={weight}
            className={points ? 'score-block' : 'score-block score-unknown'}
            style={{ flexGrow: share }}
            data-weight={weight}
          >
            {points ? (
              <>
                <span className="score-fill" style={{ inlineSize: `${points.value}%` }} />
                {points.high > points.low ? (
                  <span
                    className="score-range"
                    style={{ insetInlineStart: `${points.low}%`, inlineSize: `${points.high - points.low}%` }}
                  />
                ) : null}
              </>
            ) : null}
          </span>
        ))}
      </div>
      <ul className="score-parts" aria-label={t('invest.scoreParts')}>
        {score.parts.map((part) => (
          <Part key={part.weight} part={part} />
        ))}
      </ul>
    </>
  )
}

function Part({ part: { weight, share, points, why, age } }: { part: ScorePart }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const number = (value: number) => formatNumber(value, state.language, 0)
  return (
    <li className={points ? 'score-part' : 'score-part score-unknown'} data-weight={weight}>
      <span className="score-swatch" aria-hidden="true" />
      <span className="score-name">{t(`invest.weight.${weight}`)}</span>
      <span className="score-value">
        {points
          ? t('invest.partPoints', { value: number(points.value), share: number(share * 100) })
          : t(`invest.why.${why}`)}{' '}
        {points ? <AgeMark age={age} /> : null}
      </span>
    </li>
  )
}
