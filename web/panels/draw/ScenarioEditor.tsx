import { useCallback, useMemo, useState } from 'react'
import type { WhatIfQuestion } from '../../compute/coverage-client.ts'
import { askWhatIf } from '../../compute/coverage-client.ts'
import type { Scenario } from '../../../server/domain/scenario.ts'
import type { CollectionOf } from '../../../server/domain/collections.ts'
import { useCollection } from '../../api/queries.ts'
import type { DrawListener } from '../../map/draw/draw-session.ts'
import { scenarioExtra } from '../../map/extras/scenario.ts'
import { boundsOf } from '../../format/bounds.ts'
import { formatNumber } from '../../format/numbers.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { bufferLimits } from '../../state/atlas-state.ts'
import { freeName, putScenario, freshId } from '../../state/drawing-document.ts'
import { edit, useDrawings } from '../../state/drawing-store.ts'
import { toScenarioLink } from '../../state/scenario-link.ts'
import { useMapExtra, useWorkbench } from '../../state/workbench.ts'
import { copyLink } from '../share-link.ts'
import { NameField, UncertaintyField } from './DrawingDetails.tsx'
import { exportScenario } from './export-scenario.ts'
import {
  lineName,
  standingLines,
  toWhatIfQuestion,
  withLine,
  withoutLine,
  withPlanned,
  type StandingLine,
} from './scenario-lines.ts'
import { ScenarioComparison } from './ScenarioComparison.tsx'
import { ToolBar } from './ToolBar.tsx'
import { useHandles, usePencil } from './use-pencil.ts'
import { useLiveAnswer } from './use-live-answer.ts'
import { noteOwnLink } from './use-shared-scenario.ts'
import { WhatIfDetails, WhatIfSummary } from './WhatIfView.tsx'
import { wishLines } from './wish-shapes.ts'

/** What a drawn line may be off if nothing else is said: a proposal on a map of this scale. */
export const usualLineUncertaintyMeters = 500

/** One scenario: its lines, each to be moved, drawn anew, removed or given back, and what it changes. */
export function ScenarioEditor({ scenario, onClose }: { scenario: Scenario; onClose: () => void }) {
  const { t } = useTranslation()
  const { data: corridors } = useCollection('corridors')
  const put = (next: Scenario) => edit((document) => putScenario(document, next))
  return (
    <>
      <button type="button" className="link-button back" onClick={onClose}>
        ‹ {t('draw.scenario.all')}
      </button>
      <NameField name={scenario.name} onRename={(name) => put({ ...scenario, name })} />
      <BufferField scenario={scenario} onChange={(bufferMeters) => put({ ...scenario, bufferMeters })} />
      {corridors ? <Lines scenario={scenario} corridors={corridors} put={put} /> : <p>{t('app.loading')}</p>}
      <Sharing scenario={scenario} corridors={corridors} />
    </>
  )
}

function BufferField({ scenario, onChange }: { scenario: Scenario; onChange: (bufferMeters: number) => void }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const [moving, setMoving] = useState<number | null>(null)
  const kilometers = moving ?? scenario.bufferMeters / 1000
  return (
    <label className="buffer">
      {t('coverage.buffer')}
      <input
        type="range"
        min={bufferLimits.least / 1000}
        max={bufferLimits.most / 1000}
        step={0.5}
        value={kilometers}
        onChange={(event) => setMoving(event.target.valueAsNumber)}
        onPointerUp={() => commit()}
        onKeyUp={() => commit()}
        onBlur={() => commit()}
      />
      <output>{formatNumber(kilometers, state.language)}</output>
      <span>km</span>
    </label>
  )
  // One step of undo for one pull of the slider.
  function commit() {
    if (moving !== null && moving * 1000 !== scenario.bufferMeters) onChange(moving * 1000)
    setMoving(null)
  }
}

function Lines({
  scenario,
  corridors,
  put,
}: {
  scenario: Scenario
  corridors: CollectionOf<'corridors'>
  put: (next: Scenario) => void
}) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const openLineId = useDrawings((store) => store.openLineId)
  const tool = useDrawings((store) => store.tool)
  const progress = useDrawings((store) => store.progress)
  const standing = useMemo(() => standingLines(scenario, corridors), [scenario, corridors])
  const openLine = standing.find(({ id }) => id === openLineId) ?? null
  const { shapes, withHandles } = useHandles(tool === 'select' ? (openLine?.geometry ?? null) : null, openLineId ?? '')
  const nameOf = useCallback((line: StandingLine) => lineName(line, state.language), [state.language])

  const toLine = (line: StandingLine, geometry: StandingLine['geometry']) => ({
    id: line.id,
    corridorId: line.corridorId,
    name: line.name,
    geometry,
    uncertaintyMeters: line.uncertaintyMeters,
  })
  const listener: DrawListener = {
    drawn: (_, geometry) => {
      if (geometry.type !== 'LineString') return
      const target = openLine
      if (target) put(withLine(scenario, toLine(target, geometry)))
      else {
        const names = scenario.lines.flatMap(({ name }) => name ?? [])
        const id = freshId()
        const line = { id, corridorId: null, name: freeName(t('draw.scenario.line'), names), geometry }
        put(withLine(scenario, { ...line, uncertaintyMeters: usualLineUncertaintyMeters }))
        useDrawings.setState({ openLineId: id })
      }
      useDrawings.setState({ tool: 'select', progress: null })
    },
    moving: (id, geometry) => useDrawings.setState({ progress: geometry ? { id, geometry } : null }),
    moved: (id, geometry) => {
      const moved = withHandles(id, geometry)
      if (openLine && moved) put(withLine(scenario, toLine(openLine, moved)))
    },
    picked: ({ id }) => useDrawings.setState({ openLineId: String(id) }),
    // Another part of the same line may be pressed next: only Esc and the list let go.
    letGo: () => undefined,
  }
  usePencil(shapes, pickable, listener)

  const live = useMemo(() => {
    if (!progress?.id || !openLine) return standing
    const geometry = withHandles(progress.id, progress.geometry)
    return geometry
      ? standing.map((line) => (line.id === openLine.id ? { ...line, geometry, state: movedState(line) } : line))
      : standing
  }, [standing, progress, openLine, withHandles])
  const question = useMemo(
    (): ScenarioQuestion => ({ ...toWhatIfQuestion(live, scenario.bufferMeters), standing: live }),
    [live, scenario.bufferMeters],
  )
  const ask = useCallback(
    ({ lines, bufferMeters }: ScenarioQuestion) => askWhatIf({ lines, bufferMeters }, 'what-if'),
    [],
  )
  const answer = useLiveAnswer(question, ask, state.language)
  // Lines are drawn as they were asked about, so that they and the coloured ground belong together.
  const pictured = answer.problem ? standing : (answer.of?.standing ?? standing)
  const outlines = answer.problem ? null : (answer.data?.outlines ?? null)
  useMapExtra(
    useMemo(
      () =>
        scenarioExtra({
          outlines,
          lines: pictured.flatMap((line) =>
            line.state === 'as planned'
              ? []
              : [{ id: line.id, name: nameOf(line), geometry: line.geometry, state: line.state }],
          ),
        }),
      [outlines, pictured, nameOf],
    ),
  )

  return (
    <>
      <WhatIfSummary answer={answer} nothing={scenario.lines.length === 0 && scenario.removed.length === 0} />
      <h3>{t('draw.scenario.lines')}</h3>
      <ul className="scenario-lines">
        {standing.map((line) => (
          <LineRow
            key={line.id}
            line={line}
            name={nameOf(line)}
            isOpen={line.id === openLineId}
            scenario={scenario}
            put={put}
          />
        ))}
      </ul>
      {tool === 'line' ? <ToolBar tools={['select', 'line']} /> : null}
      {tool === 'line' ? null : (
        <button
          type="button"
          className="button"
          onClick={() => useDrawings.setState({ tool: 'line', openLineId: null, progress: null })}
        >
          {t('draw.scenario.add')}
        </button>
      )}
      <ScenarioComparison scenario={scenario} answer={answer} corridors={corridors} />
      <WhatIfDetails answer={answer} />
    </>
  )
}

interface ScenarioQuestion extends WhatIfQuestion {
  standing: readonly StandingLine[]
}

const pickable: readonly string[] = ['corridors/band', 'corridors/core', 'corridors/core-near', 'scenario/standing']

function movedState({ state }: StandingLine): StandingLine['state'] {
  return state === 'new' ? 'new' : 'changed'
}

function LineRow({
  line,
  name,
  isOpen,
  scenario,
  put,
}: {
  line: StandingLine
  name: string
  isOpen: boolean
  scenario: Scenario
  put: (next: Scenario) => void
}) {
  const { t } = useTranslation()
  const map = useWorkbench((bench) => bench.map)
  const { corridorId } = line
  const move = () => {
    useDrawings.setState({ openLineId: isOpen ? null : line.id, tool: 'select', progress: null })
    if (!isOpen) map?.ensureVisible(boundsOf(line.geometry))
  }
  const isRemoved = line.state === 'removed'
  return (
    <li data-open={isOpen} data-line={line.id}>
      <span className="line-name">{name}</span>
      <span className="line-state" data-state={line.state}>
        {t(`draw.scenario.state.${line.state.replace(' ', '-')}`)}
      </span>
      <span className="line-actions">
        {isRemoved ? null : (
          <>
            <button type="button" className="small-button" aria-pressed={isOpen} onClick={move}>
              {t('draw.scenario.move')}
            </button>
            <button
              type="button"
              className="small-button"
              onClick={() => useDrawings.setState({ openLineId: line.id, tool: 'line', progress: null })}
            >
              {t('draw.scenario.redraw')}
            </button>
            <button type="button" className="small-button" onClick={() => put(withoutLine(scenario, line))}>
              {t('draw.scenario.remove')}
            </button>
          </>
        )}
        {corridorId && line.state !== 'as planned' ? (
          <button type="button" className="small-button" onClick={() => put(withPlanned(scenario, corridorId))}>
            {t('draw.scenario.restore')}
          </button>
        ) : null}
      </span>
      {isOpen && !isRemoved && line.state !== 'as planned' ? (
        <UncertaintyField
          key={line.id}
          meters={line.uncertaintyMeters}
          hint={t(`draw.uncertainty.hint.${corridorId ? 'corridor' : 'line'}`)}
          onChange={(uncertaintyMeters) => {
            const { id, name: own, geometry } = line
            put(withLine(scenario, { id, corridorId, name: own, geometry, uncertaintyMeters }))
          }}
        />
      ) : null}
    </li>
  )
}

function Sharing({ scenario, corridors }: { scenario: Scenario; corridors: CollectionOf<'corridors'> | undefined }) {
  const { t } = useTranslation()
  const { state, dispatch } = useAtlas()
  const [told, setTold] = useState<string | null>(null)
  const share = async () => {
    const text = await toScenarioLink(scenario)
    if (text === null) return setTold(t('draw.scenario.tooLarge'))
    noteOwnLink(text)
    dispatch({ type: 'share-scenario', text })
    // The address bar is written after the next render.
    await new Promise((wake) => setTimeout(wake, 60))
    setTold(t((await copyLink()) ? 'top.shared' : 'draw.scenario.inAddress'))
  }
  return (
    <section>
      <h3>{t('draw.scenario.sharing')}</h3>
      <div className="draw-ending">
        <button type="button" className="button" onClick={() => void share()}>
          {t('draw.scenario.link')}
        </button>
        <button type="button" className="button" onClick={() => exportScenario(scenario)}>
          {t('draw.scenario.file')}
        </button>
        {corridors ? (
          <button
            type="button"
            className="button"
            onClick={() =>
              wishLines(scenario, corridors, {
                language: state.language,
                name: scenario.name,
                about: t('draw.scenario.exportAbout'),
              })
            }
          >
            {t('draw.scenario.otherFormats')}
          </button>
        ) : null}
      </div>
      {told ? (
        <p className="draw-notice" role="status">
          {told}
        </p>
      ) : null}
      <p className="fine-print">{t('draw.scenario.private')}</p>
    </section>
  )
}
