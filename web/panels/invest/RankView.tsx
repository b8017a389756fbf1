import { useMemo } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { criterionOf, isMoreBetter } from '../../invest/criteria.ts'
import {
  accessParts,
  presetIds,
  presets,
  rank,
  unknownPolicies,
  weightIds,
  type Score,
  type WeightId,
} from '../../invest/ranking.ts'
import { formatNumber } from '../../format/numbers.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { CompareBar } from './CompareBar.tsx'
import { formatCriterion } from './format-criterion.ts'
import type { ViewProps } from './InvestPanel.tsx'
import { NumberField } from './NumberField.tsx'
import { ParkItem } from './ParkItem.tsx'
import { ScoreBar } from './ScoreBar.tsx'
import { StabilityLine } from './StabilityLine.tsx'
import { useInvest } from './use-invest.ts'

const usual: readonly WeightId[] = ['access', 'area', 'readiness', 'people']

/** The parks that the limits leave, in order of a weighted sum, and how much the order depends on the weights. */
export function RankView({ parks, sifted }: ViewProps) {
  const { t } = useTranslation()
  const { invest, act } = useInvest()
  const { ranking } = invest
  const scores = useMemo(() => rank(sifted.left, ranking), [sifted.left, ranking])
  const staleParts = scores.flatMap(({ parts }) => parts.filter(({ why }) => why === 'stale')).length
  const weighs = weightIds.some((id) => (ranking.weights[id] ?? 0) > 0)
  const isPreset = (id: (typeof presetIds)[number]) =>
    weightIds.every(
      (weight) => ((presets[id] as typeof ranking.weights)[weight] ?? 0) === (ranking.weights[weight] ?? 0),
    )
  const others = weightIds.filter((id) => !usual.includes(id))
  return (
    <>
      <h2>{t('invest.rank.title')}</h2>
      <p className="quiet intro">{t('invest.rank.intro', { count: sifted.left.length })}</p>
      <div className="choice-chips" role="group" aria-label={t('invest.rank.presets')}>
        {presetIds.map((id) => (
          <button
            key={id}
            type="button"
            aria-pressed={isPreset(id)}
            onClick={() => act({ type: 'weights', weights: presets[id] })}
          >
            {t(`invest.preset.${id}`)}
          </button>
        ))}
        <button type="button" aria-pressed={!weighs} onClick={() => act({ type: 'weights', weights: {} })}>
          {t('invest.rank.none')}
        </button>
      </div>
      <div className="weights">
        {usual.map((id) => (
          <WeightField key={id} id={id} />
        ))}
        <details open={others.some((id) => (ranking.weights[id] ?? 0) > 0)}>
          <summary>{t('invest.rank.more')}</summary>
          {others.map((id) => (
            <WeightField key={id} id={id} />
          ))}
        </details>
      </div>
      <fieldset className="policy">
        <legend>{t('invest.unknownTitle')}</legend>
        <div className="choice-chips">
          {unknownPolicies.map((policy) => (
            <button
              key={policy}
              type="button"
              aria-pressed={ranking.unknown === policy}
              onClick={() => act({ type: 'unknown', unknown: policy })}
            >
              {t(`invest.unknownAs.${policy}`)}
            </button>
          ))}
        </div>
        <label className="layer-switch">
          <input
            type="checkbox"
            checked={ranking.withStale}
            onChange={(event) => act({ type: 'with-stale', withStale: event.target.checked })}
          />
          <span>{t('invest.withStale')}</span>
        </label>
        {staleParts > 0 ? <p className="quiet">{t('invest.staleLeftOut', { count: staleParts })}</p> : null}
      </fieldset>
      {weighs && scores.length > 0 ? (
        <>
          <StabilityLine scores={scores} parks={parks} />
          <ol className="cards ranking">
            {scores.map((score, index) => {
              const park = parks.find(({ id }) => id === score.id)
              return park ? (
                <ParkItem key={score.id} park={park} facts={[]} lead={<RankNumber place={index + 1} />}>
                  <ScoreLine score={score} />
                </ParkItem>
              ) : null
            })}
          </ol>
        </>
      ) : (
        <p className="problem">{t(scores.length > 0 ? 'invest.rank.noWeights' : 'invest.noneLeft')}</p>
      )}
      {invest.compared.length > 0 ? <CompareBar /> : null}
    </>
  )
}

function RankNumber({ place }: { place: number }) {
  return <span className="rank-number">{place}</span>
}

function ScoreLine({ score }: { score: Score }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const number = (value: number) => formatNumber(value, state.language, 0)
  const { low, value, high } = score.points
  return (
    <div className="score">
      <p className="score-total">
        <span className="computed">{t('invest.points', { value: number(value) })}</span>
        {low === high ? null : <small>{t('invest.pointsRange', { low: number(low), high: number(high) })}</small>}
        {score.knownShare < 0.999 ? (
          <small className="caution">{t('invest.knownShare', { share: number(score.knownShare * 100) })}</small>
        ) : null}
      </p>
      <ScoreBar score={score} />
    </div>
  )
}

/** Slider and number for one weight, with the direction and the scale of its points. */
function WeightField({ id }: { id: WeightId }) {
  const { t } = useTranslation()
  const { invest, act } = useInvest()
  const value = invest.ranking.weights[id] ?? 0
  const name = t(`invest.weight.${id}`)
  return (
    <div className="weight-field" data-set={value > 0}>
      <span className="limit-label">
        {name}
        <small>
          <Scale id={id} />
        </small>
      </span>
      <input
        type="range"
        min="0"
        max="100"
        step="5"
        value={value}
        aria-label={t('invest.weightOf', { criterion: name })}
        onChange={(event) => act({ type: 'weigh', weight: id, value: Number(event.target.value) })}
      />
      <NumberField
        label={t('invest.weightTyped', { criterion: name })}
        value={value}
        unit=""
        onValue={(next) => act({ type: 'weigh', weight: id, value: Math.min(100, Math.round(next ?? 0)) })}
      />
    </div>
  )
}

function Scale({ id }: { id: WeightId }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  if (id === 'access') {
    return <>{t('invest.accessIs', { parts: accessParts.map((part) => t(`invest.short.${part}`)).join(', ') })}</>
  }
  const { worst, best } = criterionOf(id)
  const more = isMoreBetter(criterionOf(id))
  return (
    <>
      {t(more ? 'invest.scaleMore' : 'invest.scaleLess', {
        worst: formatCriterion(id, worst, state.language, t),
        best: formatCriterion(id, best, state.language, t),
      })}
    </>
  )
}
