import type { CSSProperties } from 'react'
import type { Texts } from '../../../server/domain/story.ts'
import { useCollection } from '../../api/queries.ts'
import { formatNumber } from '../../format/numbers.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { nameOf } from '../../panels/card/any-feature.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { parkAreaRows, shortParkName, sourceLetter } from '../park-bars.ts'
import { speakTexts } from '../speak-texts.ts'
import { Waiting } from './Gone.tsx'
import { useSourceText } from './SourceLine.tsx'

/** A bar for each park as long as its stated area, with a letter that leads to its source in the small print. */
export function ParkAreas({ label }: { label: Texts | undefined }) {
  const { t } = useTranslation()
  const { language } = useAtlas().state
  const { data, error } = useCollection('parks')
  const sourceText = useSourceText()
  if (!data) return <Waiting error={error} />
  const rows = parkAreaRows(data.features.map(({ properties }) => properties))
  const largest = Math.max(...rows.map(({ hectares }) => hectares ?? 0))
  const texts = rows.map(({ source }) => (source ? sourceText(source) : null))
  const sources = [...new Set(texts.filter((text) => text !== null))]
  return (
    <div className="callout callout-wide">
      <p className="callout-label">{speakTexts(label, language)}</p>
      <ol className="bars">
        {rows.map(({ park, hectares }, index) => {
          const text = texts[index]
          return (
            <li key={park.id} style={{ '--turn': index, '--part': (hectares ?? 0) / largest } as CSSProperties}>
              <span className="bar-name">{shortParkName(nameOf(park, language))}</span>
              {hectares === null ? (
                <span className="bar-none">{t('show.noData')}</span>
              ) : (
                <span className="bar-value callout-stated">
                  {formatNumber(hectares, language, 0)} ha
                  {text ? <sup>{sourceLetter(sources.indexOf(text))}</sup> : null}
                </span>
              )}
              <span className="bar" aria-hidden="true" />
            </li>
          )
        })}
      </ol>
      <p className="callout-source">{sources.map((text, index) => `${sourceLetter(index)} ${text}`).join('; ')}</p>
    </div>
  )
}
