import { useCallback, useMemo, useState } from 'react'
import type { AreaContents } from '../../../server/domain/contents.ts'
import type { Range } from '../../../server/domain/coverage.ts'
import { askContents, type DrawnArea } from '../../compute/coverage-client.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { saveFile } from '../../pdf/save-file.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import type { Drawing } from '../../state/drawing-document.ts'
import { Computed } from '../Value.tsx'
import {
  contentsTable,
  differenceOf,
  formatCell,
  formatDifference,
  formatSure,
  toContentsCsv,
  type ContentsRow,
  type ContentsSection,
} from './contents-table.ts'
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
      <CompareChoice others={others} compared={compared} onChoose={setComparedId} />
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
          {sections.map((section) => (
            <SectionTable key={section.id} section={section} names={names} />
          ))}
          <HowComputed contents={first.data} />
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

function CompareChoice({
  others,
  compared,
  onChoose,
}: {
  others: readonly Drawing[]
  compared: Drawing | null
  onChoose: (id: string | null) => void
}) {
  const { t } = useTranslation()
  const [only, ...more] = others
  if (!only) return null
  if (compared) {
    return (
      <button type="button" className="button" onClick={() => onChoose(null)}>
        {t('draw.compare.end')}
      </button>
    )
  }
  if (more.length === 0) {
    return (
      <button type="button" className="button" onClick={() => onChoose(only.id)}>
        {t('draw.compare.with', { name: only.name })}
      </button>
    )
  }
  return (
    <div className="draw-field">
      <label>
        {t('draw.compare.choose')}{' '}
        <select value="" onChange={(event) => onChoose(event.target.value)}>
          <option value="">{t('draw.compare.none')}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

function SectionTable({ section, names }: { section: ContentsSection; names: readonly string[] }) {
  const { t } = useTranslation()
  const isComparing = names.length === 2
  return (
    <table className="figures contents-table" data-section={section.id}>
      <caption>{section.title}</caption>
      {isComparing ? (
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('draw.item')}</span>
            </th>
            {names.map((name, i) => (
              <th key={i} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{t('draw.compare.difference')}</th>
          </tr>
        </thead>
      ) : null}
      <tbody>
        {section.rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              {row.label}
              {row.unit === 'ha' || row.unit === 'km' ? <span className="unit"> {row.unit}</span> : null}
            </th>
            {row.cells.map((cell, i) => (
              <td key={i}>
                <Cell cell={cell} row={row} />
              </td>
            ))}
            {isComparing ? <Difference row={row} /> : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ cell, row }: { cell: ContentsRow['cells'][number]; row: ContentsRow }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  if (cell === null) return null
  if (typeof cell === 'string') return <span data-verdict={cell}>{t(`coverage.${cell}`)}</span>
  const sure = formatSure(cell satisfies Range, row.unit, state.language)
  return (
    <>
      <Computed>{formatCell(cell.value, row.unit, state.language)}</Computed>
      {sure ? <span className="row-note">{sure}</span> : null}
    </>
  )
}

function Difference({ row }: { row: ContentsRow }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const difference = differenceOf(row)
  if (difference !== null) return <td>{formatDifference(difference, row.unit, state.language)}</td>
  return <td>{row.cells[0] === row.cells[1] ? t('draw.compare.same') : t('draw.compare.differs')}</td>
}

function HowComputed({ contents }: { contents: AreaContents | undefined }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  if (!contents) return null
  const say = ({ text_vi, text_en }: AreaContents['method']) => (state.language === 'vi' ? text_vi : text_en)
  const { ellipsoidArea, gridArea } = contents.measure
  return (
    <details className="card-section" open>
      <summary>{t('coverage.how')}</summary>
      <p>{say(contents.howSure)}</p>
      <p className="fine-print">{say(contents.method)}</p>
      {ellipsoidArea ? <p className="fine-print">{say(ellipsoidArea.method)}</p> : null}
      {gridArea ? <p className="fine-print">{say(gridArea.method)}</p> : null}
    </details>
  )
}
