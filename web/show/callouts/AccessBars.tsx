import type { CSSProperties } from 'react'
import type { Callout } from '../../../server/domain/story.ts'
import { formatNumber } from '../../format/numbers.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { nearestParks, shortParkName } from '../park-bars.ts'
import { speakTexts } from '../speak-texts.ts'
import { useParkTimes } from '../use-park-times.ts'
import { Waiting } from './Gone.tsx'

/** Minutes by road from the nearest of the eleven parks to a place, with the least and the most they can be. */
export function AccessBars({ callout }: { callout: Extract<Callout, { measure: 'access' }> }) {
  const { t } = useTranslation()
  const { language, phase } = useAtlas().state
  const { data, error } = useParkTimes(phase)
  if (!data) return <Waiting error={error} />
  const rows = nearestParks(data, callout.to)
  const longest = Math.max(...rows.map(({ minutes }) => minutes.high))
  const minutesOf = (value: number) => formatNumber(value, language, 0)
  return (
    <div className="callout callout-wide">
      <p className="callout-label">{speakTexts(callout.label, language)}</p>
      <ol className="bars bars-ranges">
        {rows.map(({ park, minutes }, index) => (
          <li
            key={park.feature}
            style={
              {
                '--turn': index,
                '--part': minutes.value / longest,
                '--low': minutes.low / longest,
                '--high': minutes.high / longest,
              } as CSSProperties
            }
          >
            <span className="bar-name">{shortParkName(language === 'vi' ? park.name_vi : park.name_en)}</span>
            <span className="bar-value callout-computed">
              {t('show.minutes', { value: minutesOf(minutes.value) })}{' '}
              <small>
                ({minutesOf(minutes.low)}–{minutesOf(minutes.high)})
              </small>
            </span>
            <span className="bar" aria-hidden="true" />
          </li>
        ))}
      </ol>
      <p className="callout-source">{t('show.computedAccess', { phase })}</p>
    </div>
  )
}
