import { useTranslation } from '../../i18n/use-translation.ts'
import { isPresence, valuesOf, type CategoryId } from '../../invest/categories.ts'
import { countWith } from '../../invest/funnel.ts'
import { valueText } from './format-criterion.ts'
import { useInvest } from './use-invest.ts'
import type { KnownPark } from './use-profiles.ts'

interface Props {
  id: CategoryId
  pool: readonly KnownPark[]
}

/** The values of a category that parks have, each with how many parks it would leave; several may be asked for. */
export function ChoiceField({ id, pool }: Props) {
  const { t } = useTranslation()
  const { invest, act } = useInvest()
  const { limits, missing } = invest
  const chosen = limits.find((limit) => limit.criterion === id)
  const values = chosen && 'values' in chosen ? chosen.values : []
  const known = pool.filter(({ traits }) => traits[id] !== null)
  const offered = valuesOf(id).filter(
    (value) =>
      isPresence(id) || values.includes(value) || known.some(({ traits }) => traits[id]?.values.includes(value)),
  )
  const toggle = (value: string) => {
    const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
    act({ type: 'limit', limit: { criterion: id, values: valuesOf(id).filter((one) => next.includes(one)) } })
  }
  const label = t(`invest.criterion.${id}`)
  return (
    <div
      className={isPresence(id) ? 'choice-field choice-short' : 'choice-field'}
      role="group"
      aria-label={label}
      data-set={values.length > 0}
    >
      <span className="limit-label">
        {label}
        <small>{t('invest.knownOf', { known: known.length, of: pool.length })}</small>
      </span>
      <span className="choice-chips">
        {offered.map((value) => {
          const left = countWith(pool, limits, missing, { criterion: id, values: [value] })
          return (
            <button key={value} type="button" aria-pressed={values.includes(value)} onClick={() => toggle(value)}>
              {valueText(id, value, t)}{' '}
              <b title={t('invest.wouldLeave', { count: left })}>
                <span className="visually-hidden">{t('invest.wouldLeave', { count: left })}</span>
                <span aria-hidden="true">{left}</span>
              </b>
            </button>
          )
        })}
      </span>
    </div>
  )
}
