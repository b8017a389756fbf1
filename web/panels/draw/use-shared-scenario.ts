import { useEffect, useState } from 'react'
import type { Sentence } from '../../../server/domain/analysis.ts'
import type { Scenario } from '../../../server/domain/scenario.ts'
import { readScenario } from '../../compute/scenario-file.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { freeName, putScenario, freshId } from '../../state/drawing-document.ts'
import { drawnDocument, edit, useDrawings } from '../../state/drawing-store.ts'
import { fromScenarioLink, linkSteps } from '../../state/scenario-link.ts'

/** Opens the scenario of the link, once it and what was kept have been read; or says why it cannot. */
export function useSharedScenario(): Sentence | null {
  const { state } = useAtlas()
  const kept = useDrawings((store) => store.kept)
  const [problem, setProblem] = useState<Sentence | null>(null)
  const text = state.sharedScenario
  useEffect(() => {
    if (text === null || kept === 'reading' || opened.has(text)) return
    opened.add(text)
    void fromScenarioLink(text).then((value) => {
      const read = value === null ? { problem: broken } : readScenario(value)
      if ('problem' in read) {
        opened.delete(text)
        return setProblem(read.problem)
      }
      openScenario(read.scenario)
    })
  }, [text, kept])
  return problem
}

/** Links whose scenario has been opened, or was made here. */
const opened = new Set<string>()

export function noteOwnLink(text: string): void {
  opened.add(text)
}

/** Puts a scenario that came from outside beside the others and opens it; the same one is not put twice. */
export function openScenario(scenario: Omit<Scenario, 'id'>): void {
  const { scenarios } = drawnDocument()
  const known = scenarios.find((one) => contentOf(one) === contentOf(scenario))
  const id = known?.id ?? freshId()
  if (!known) {
    const names = scenarios.map(({ name }) => name)
    const name =
      scenario.name === '' || names.includes(scenario.name) ? freeName(scenario.name || '?', names) : scenario.name
    edit((document) => putScenario(document, { ...scenario, id, name }))
  }
  useDrawings.setState({ section: 'scenarios', openScenarioId: id, openLineId: null, tool: 'select' })
}

/** All but the id, in one order, and positions as coarse as a link holds them: what comes back by link is the same. */
function contentOf({ name, bufferMeters, removed, lines }: Omit<Scenario, 'id'>): string {
  const ordered = lines.map(({ id, corridorId, name: own, uncertaintyMeters, geometry }) => [
    id,
    corridorId,
    own,
    uncertaintyMeters,
    geometry.type,
    JSON.stringify(geometry.coordinates, (_, value: unknown) =>
      typeof value === 'number' ? Math.round(value * linkSteps) : value,
    ),
  ])
  return JSON.stringify([name, bufferMeters, removed, ordered])
}

const broken: Sentence = {
  text_vi:
    'Kịch bản trong liên kết không đọc được (liên kết có thể bị cắt ngắn); phần còn lại của liên kết vẫn dùng được.',
  text_en: 'The scenario in this link cannot be read (it may have been cut short); the rest of the link still works.',
}
