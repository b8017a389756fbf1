import type { CSSProperties } from 'react'
import type { Callout } from '../../../server/domain/story.ts'
import { useCollection } from '../../api/queries.ts'
import { formatKilometers } from '../../format/numbers.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { nameOf, type AnyProperties } from '../../panels/card/any-feature.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { speakTexts } from '../speak-texts.ts'
import { Waiting } from './Gone.tsx'

/** Features by name, appearing one after the other as the map draws them; lines with the length of the drawing. */
export function FeatureList({ callout }: { callout: Extract<Callout, { list: string }> }) {
  const { t } = useTranslation()
  const { language } = useAtlas().state
  const { data, error } = useCollection(callout.list)
  if (!data) return <Waiting error={error} what={callout.list} />
  const features = data.features
    .map(({ properties }) => properties as AnyProperties)
    .filter(({ id }) => !callout.ids || callout.ids.includes(id))
  const hasLengths = features.some(({ drawnLengthKilometers }) => typeof drawnLengthKilometers === 'number')
  return (
    <div className="callout callout-wide">
      <ol className={hasLengths ? 'callout-list callout-list-numbered' : 'callout-list'}>
        {features.map((properties, index) => (
          <li key={properties.id} style={{ '--turn': index } as CSSProperties}>
            <span className="callout-list-name">{nameOf(properties, language)}</span>
            {typeof properties.drawnLengthKilometers === 'number' ? (
              <span className="callout-list-value callout-computed">
                {formatKilometers(properties.drawnLengthKilometers, language)}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      {callout.label || hasLengths ? (
        <p className="callout-source">
          {[speakTexts(callout.label, language), hasLengths ? t('show.computedLength') : ''].filter(Boolean).join(': ')}
        </p>
      ) : null}
    </div>
  )
}
