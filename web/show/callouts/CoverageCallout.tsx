import type { Callout } from '../../../server/domain/story.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { formatNumber, formatPercent } from '../../format/numbers.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { speakTexts } from '../speak-texts.ts'
import { useReach } from '../use-reach.ts'
import { BigNumber } from './BigNumber.tsx'
import { Gone, Waiting } from './Gone.tsx'

/** What share of land or people the corridors reach, with how sure that is. */
export function CoverageCallout({ callout }: { callout: Extract<Callout, { measure: 'coverage' }> }) {
  const { t } = useTranslation()
  const { language } = useAtlas().state
  const { data, error } = useReach(callout.bufferMeters)
  if (!data) return <Waiting error={error} />
  const { whole } = data.coverage
  const share = callout.of === 'land' ? whole.areaShare : whole.peopleShare
  if (!share) return <Gone what="coverage" />
  const [low = '', high = ''] = [share.low, share.high].map((one) => formatPercent(one, language, 0))
  const buffer = `${formatNumber(callout.bufferMeters / 1000, language, 1)} km`
  return (
    <BigNumber
      number={formatPercent(share.value, language, 0)}
      after={`(${low.replace(/\s?%$/, '')}–${high})`}
      label={speakTexts(callout.label, language)}
      kind="computed"
      source={t('show.computedCoverage', { buffer })}
    />
  )
}
