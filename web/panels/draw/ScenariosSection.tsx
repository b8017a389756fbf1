import { useRef, useState } from 'react'
import type { Sentence } from '../../../server/domain/analysis.ts'
import type { Scenario } from '../../../server/domain/scenario.ts'
import { readScenarioText } from '../../compute/scenario-file.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { freeName, putScenario, removeScenario, freshId } from '../../state/drawing-document.ts'
import { drawnDocument, edit, useDrawings } from '../../state/drawing-store.ts'
import { DeletedNotice } from './DeletedNotice.tsx'
import { exportScenario } from './export-scenario.ts'
import { ScenarioEditor } from './ScenarioEditor.tsx'
import { openScenario } from './use-shared-scenario.ts'

/** Scenarios of the reader's own: a list, and the one that is open. */
export function ScenariosSection() {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const scenarios = useDrawings((store) => store.history.now.scenarios)
  const openId = useDrawings((store) => store.openScenarioId)
  const open = scenarios.find(({ id }) => id === openId) ?? null
  const [deleted, setDeleted] = useState<string | null>(null)
  const show = (id: string | null) =>
    useDrawings.setState({ openScenarioId: id, openLineId: null, tool: 'select', progress: null })
  const add = (make: (names: readonly string[]) => Scenario) => {
    const scenario = make(drawnDocument().scenarios.map(({ name }) => name))
    edit((document) => putScenario(document, scenario))
    show(scenario.id)
  }
  const create = () =>
    add((names) => ({
      id: freshId(),
      name: freeName(t('draw.scenario.word'), names),
      bufferMeters: state.bufferMeters,
      lines: [],
      removed: [],
    }))
  if (open) return <ScenarioEditor key={open.id} scenario={open} onClose={() => show(null)} />
  return (
    <>
      <p className="quiet">{t('draw.scenario.intro')}</p>
      <div className="draw-ending">
        <button type="button" className="button primary" onClick={create}>
          {t('draw.scenario.new')}
        </button>
        <ImportButton />
      </div>
      <DeletedNotice name={deleted} onUndone={() => setDeleted(null)} />
      {scenarios.length === 0 ? <p className="quiet">{t('draw.scenario.none')}</p> : null}
      <ul className="draw-list">
        {scenarios.map((scenario) => (
          <li key={scenario.id}>
            <button type="button" className="draw-name" onClick={() => show(scenario.id)}>
              {scenario.name}
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={t('draw.scenario.duplicate', { name: scenario.name })}
              title={t('draw.scenario.duplicate', { name: scenario.name })}
              onClick={() => add((names) => ({ ...scenario, id: freshId(), name: freeName(scenario.name, names) }))}
            >
              <svg viewBox="0 0 24 24" width="16" height="16" aria-hidden="true" className="line-icon">
                <path d="M8 8h12v12H8zM4 16V4h12" />
              </svg>
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={t('draw.scenario.export', { name: scenario.name })}
              title={t('draw.scenario.export', { name: scenario.name })}
              onClick={() => exportScenario(scenario)}
            >
              <svg viewBox="0 0 24 24" width="16" height="16" aria-hidden="true" className="line-icon">
                <path d="M12 4v11M7 10.500l5 5 5-5M5 20h14" />
              </svg>
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={t('draw.delete', { name: scenario.name })}
              onClick={() => {
                edit((document) => removeScenario(document, scenario.id))
                setDeleted(scenario.name)
              }}
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

const mostFileBytes = 5_000_000

function ImportButton() {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const [problem, setProblem] = useState<Sentence | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const read = async (file: File | undefined) => {
    if (!file) return
    const told = file.size > mostFileBytes ? { problem: tooLarge } : readScenarioText(await file.text())
    if (input.current) input.current.value = ''
    if ('problem' in told) return setProblem(told.problem)
    setProblem(null)
    openScenario(told.scenario)
  }
  return (
    <>
      <label className="button file-button">
        {t('draw.scenario.import')}
        <input
          ref={input}
          type="file"
          accept=".geojson,.json,application/geo+json,application/json"
          onChange={(event) => void read(event.target.files?.[0])}
        />
      </label>
      {problem ? (
        <p className="problem" role="alert">
          {state.language === 'vi' ? problem.text_vi : problem.text_en}
        </p>
      ) : null}
    </>
  )
}

const tooLarge: Sentence = {
  text_vi: 'Tệp lớn hơn 5 MB; một kịch bản nhỏ hơn thế nhiều.',
  text_en: 'The file is larger than 5 MB; a scenario is much smaller.',
}
