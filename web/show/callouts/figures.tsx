import type { Callout } from '../../../server/domain/story.ts'
import { useFeature, usePlan } from '../../api/queries.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { AnyProperties } from '../../panels/card/any-feature.ts'
import { aboutText } from '../../panels/invest/note-text.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { collectionOfKind } from '../../state/kinds.ts'
import { numberParts } from '../number-parts.ts'
import { speakTexts } from '../speak-texts.ts'
import { BigNumber } from './BigNumber.tsx'
import { Gone, Waiting } from './Gone.tsx'
import { SourceLine } from './SourceLine.tsx'

/** A figure of the plan. */
export function PlanFigureCallout({ callout }: { callout: Extract<Callout, { figure: string }> }) {
  const { language } = useAtlas().state
  const { data: plan, error } = usePlan()
  const { t } = useTranslation()
  const figure = plan?.figures.find(({ id }) => id === callout.figure)
  const value = figure?.values.find(({ period }) => callout.period === undefined || period === callout.period)
  if (!plan) return <Waiting error={error} />
  if (!figure || !value) return <Gone what={callout.figure} />
  const parts = numberParts({ ...value, unit: figure.unit }, language, t)
  const label = speakTexts(callout.label, language) || (language === 'vi' ? figure.label_vi : figure.label_en)
  const span = value.period?.includes('-') ? ` · ${value.period.replace('-', '–')}` : ''
  return (
    <BigNumber
      {...parts}
      label={label + span}
      kind="stated"
      source={<SourceLine originId={figure.originId} locator={figure.clause} />}
    />
  )
}

/** A figure that a document states of a feature. */
export function FeatureFigure({ callout }: { callout: Extract<Callout, { feature: string }> }) {
  const { t } = useTranslation()
  const { language } = useAtlas().state
  const [kind = '', id = ''] = callout.feature.split(':')
  const { data, error } = useFeature(collectionOfKind(kind), id)
  if (!collectionOfKind(kind)) return <Gone what={callout.feature} />
  if (!data) return <Waiting error={error} what={callout.feature} />
  const { figures = [] } = data.properties as AnyProperties
  const fitting = figures.filter(({ key, originId }) => key === callout.key && originId === callout.origin)
  const figure = fitting[callout.nth ?? 0]
  if (!figure) return <Gone what={`${callout.feature} ${callout.key}`} />
  const about = aboutText(figure, language)
  return (
    <BigNumber
      {...numberParts(figure, language, t)}
      label={speakTexts(callout.label, language) || (about ?? t(`figureKey.${figure.key}`))}
      kind="stated"
      source={<SourceLine originId={figure.originId} locator={figure.locator} date={figure.date} />}
    />
  )
}
