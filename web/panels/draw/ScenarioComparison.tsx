import { useCallback, useMemo, useState } from 'react'
import type { CollectionOf } from '../../../server/domain/collections.ts'
import type { Scenario } from '../../../server/domain/scenario.ts'
import type { WhatIf } from '../../../server/domain/what-if.ts'
import { askWhatIf, type WhatIfQuestion } from '../../compute/coverage-client.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { comparedScenarioExtra } from '../../map/extras/scenario.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { useDrawings } from '../../state/drawing-store.ts'
import { useMapExtra } from '../../state/workbench.ts'
import { compareScenarios } from './compare-scenarios.ts'
import { lineName, standingLines, toWhatIfQuestion } from './scenario-lines.ts'
import { CompareChoice, SectionTable } from './SectionTable.tsx'
import { useLiveAnswer, type LiveAnswer } from './use-live-answer.ts'

/** The open scenario beside another one: two columns and the difference, and the other one's lines on the map. */
export function ScenarioComparison({
  scenario,
  answer,
  corridors,
}: {
  scenario: Scenario
  answer: LiveAnswer<WhatIf>
  corridors: CollectionOf<'corridors'>
}) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const scenarios = useDrawings((store) => store.history.now.scenarios)
  const others = scenarios.filter(({ id }) => id !== scenario.id)
  const [comparedId, setComparedId] = useState<string | null>(null)
  const compared = others.find(({ id }) => id === comparedId) ?? null
  const standing = useMemo(() => (compared ? standingLines(compared, corridors) : []), [compared, corridors])
  const question = useMemo(
    () => (compared ? toWhatIfQuestion(standing, compared.bufferMeters) : null),
    [compared, standing],
  )
  const ask = useCallback((asked: WhatIfQuestion) => askWhatIf(asked, 'what-if compared'), [])
  const other = useLiveAnswer(question, ask, state.language)
  useMapExtra(
    useMemo(
      () =>
        compared
          ? comparedScenarioExtra(
              standing.flatMap((line) =>
                line.state === 'changed' || line.state === 'new'
                  ? [{ name: `${lineName(line, state.language)} (${compared.name})`, geometry: line.geometry }]
                  : [],
              ),
            )
          : null,
      [compared, standing, state.language],
    ),
  )
  const sections = useMemo(
    () =>
      answer.data && other.data ? compareScenarios([answer.data, other.data], (key) => t(key), state.language) : null,
    [answer.data, other.data, t, state.language],
  )
  if (others.length === 0) return null
  const isLoading = answer.isLoading || other.isLoading
  return (
    <section className={isLoading ? 'scenario-comparison stale' : 'scenario-comparison'} aria-busy={isLoading}>
      <CompareChoice others={others} compared={compared} none={t('draw.scenario.choose')} onChoose={setComparedId} />
      {other.problem ? (
        <p className="problem" role="alert">
          {other.problem}
        </p>
      ) : null}
      {compared && sections && !other.problem ? (
        <>
          {sections.map((section) => (
            <SectionTable key={section.id} section={section} names={[scenario.name, compared.name]} />
          ))}
          <p className="fine-print">{t('draw.scenario.comparing')}</p>
        </>
      ) : null}
    </section>
  )
}
