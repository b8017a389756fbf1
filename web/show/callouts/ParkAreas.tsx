import type { CSSProperties } from 'react'
import type { Texts } from '../../../server/domain/story.ts'
import { useCollection } from '../../api/queries.ts'
import { formatNumber } from '../../format/numbers.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { nameOf } from '../../panels/card/any-feature.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
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
  const parks = data.features
    .map(({ properties }) => properties)
    .toSorted((one, other) => (other.statedAreaHectares ?? -1) - (one.statedAreaHectares ?? -1))
  const largest = Math.max(...parks.map(({ statedAreaHectares }) => statedAreaHectares ?? 0))
  const texts = parks.map(({ statedAreaOriginId, statedAreaHectares, figures }) => {
    if (statedAreaOriginId === null || statedAreaHectares === null) return null
    const figure = figures.find(
      ({ originId, value }) => originId === statedAreaOriginId && value === statedAreaHectares,
    )
    return sourceText({ originId: statedAreaOriginId, locator: figure?.locator, date: figure?.date })
  })
  const sources = [...new Set(texts.filter((text) => text !== null))]
  return (
    <div className="callout callout-wide">
      <p className="callout-label">{speakTexts(label, language)}</p>
      <ol className="bars">
        {parks.map((park, index) => {
          const { statedAreaHectares: hectares } = park
          const text = texts[index]
          return (
            <li key={park.id} style={{ '--turn': index, '--part': (hectares ?? 0) / largest } as CSSProperties}>
              <span className="bar-name">{shortName(nameOf(park, language))}</span>
              {hectares === null ? (
                <span className="bar-none">{t('show.noData')}</span>
              ) : (
                <span className="bar-value callout-stated">
                  {formatNumber(hectares, language, 0)} ha
                  {text ? <sup>{letter(sources.indexOf(text))}</sup> : null}
                </span>
              )}
              <span className="bar" aria-hidden="true" />
            </li>
          )
        })}
      </ol>
      <p className="callout-source">{sources.map((text, index) => `${letter(index)} ${text}`).join('; ')}</p>
    </div>
  )
}

/** On a list of parks the word “industrial park” need not stand before every name. */
function shortName(name: string): string {
  return name.replace(/^KCN /, '').replace(/ [Ii]ndustrial [Pp]ark$/, '')
}

function letter(index: number): string {
  return String.fromCodePoint(97 + index)
}
