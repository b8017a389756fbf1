import { useCallback, useMemo, useState } from 'react'
import type { AreaContents } from '../../../server/domain/contents.ts'
import { askContents, type DrawnArea } from '../../compute/coverage-client.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { HowComputed } from '../HowComputed.tsx'
import { OwnShapes } from '../OwnShapes.tsx'
import { saveFile } from '../../pdf/save-file.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import type { Drawing } from '../../state/drawing-document.ts'
import { CompareChoice, SectionTable } from './SectionTable.tsx'
import { contentsTable, toContentsCsv, type ContentsSection } from './contents-table.ts'
import { useLiveAnswer, type LiveAnswer } from './use-live-answer.ts'

/** What a drawn area holds, alone or beside another one. */
export function ContentsView({ drawing, others }: { drawing: Drawing; others: readonly Drawing[] }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const [comparedId, setComparedId] = useState<string | null>(null)
  const compared = others.find(({ id }) => id === comparedId) ?? null
  const first = useContents(drawing)
  const second = useContents(compared)
  const isLoading = first.isLoading || second.isLoading
  const problem = first.problem ?? second.problem
  const columns = useMemo(
    () => [first.data, ...(compared ? [second.data] : [])].filter((data) => data !== undefined),
    [first.data, compared, second.data],
  )
  const names = [drawing.name, ...(compared ? [compared.name] : [])]
  const sections = useMemo(() => contentsTable(columns, (key) => t(key), state.language), [columns, t, state.language])
  const isComplete = columns.length === names.length
  return (
    <section className="contents" aria-busy={isLoading}>
      <h3>{t('draw.contents')}</h3>
      <CompareChoice others={others} compared={compared} none={t('draw.compare.none')} onChoose={setComparedId} />
      {problem ? (
        <p className="problem" role="alert">
          {problem}
        </p>
      ) : null}
      {isComplete && !problem ? (
        <div className={isLoading ? 'stale' : ''}>
          <button
            type="button"
            className="button"
            onClick={() => saveFile(csvOf(sections, names), 'thanh-hoa-areas.csv')}
          >
            {t('draw.csv')}
          </button>
          <OwnShapes />
          {sections.map((section) => (
            <SectionTable key={section.id} section={section} names={names} />
          ))}
          {first.data ? (
            <HowComputed
              howSure={first.data.howSure}
              methods={[
                first.data.method,
                first.data.measure.ellipsoidArea?.method,
                first.data.measure.gridArea?.method,
              ]}
            />
          ) : null}
        </div>
      ) : problem ? null : (
        <div className="skeletons" role="status" aria-label={t('app.loading')}>
          <span />
          <span />
          <span />
        </div>
      )}
    </section>
  )
}

function csvOf(sections: readonly ContentsSection[], names: readonly string[]): Blob {
  return new Blob([toContentsCsv(sections, names)], { type: 'text/csv;charset=utf-8' })
}

function useContents(drawing: Drawing | null): LiveAnswer<AreaContents> {
  const { state } = useAtlas()
  const id = drawing?.id
  const geometry = drawing?.geometry
  const uncertaintyMeters = drawing?.uncertaintyMeters ?? 0
  const name = drawing?.name ?? ''
  const question = useMemo(
    (): DrawnArea | null => (geometry?.type === 'Polygon' ? { id: name, geometry, uncertaintyMeters } : null),
    [geometry, uncertaintyMeters, name],
  )
  const ask = useCallback((area: DrawnArea) => askContents(area, `contents ${id}`), [id])
  return useLiveAnswer(question, ask, state.language)
}
