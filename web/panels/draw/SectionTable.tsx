import type { Range } from '../../../server/domain/coverage.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { Computed } from '../Value.tsx'
import {
  differenceOf,
  formatCell,
  formatDifference,
  formatSure,
  type ContentsRow,
  type ContentsSection,
} from './contents-table.ts'

interface Named {
  id: string
  name: string
}

/** Chooses what to hold something against, or ends it: drawings, scenarios. */
export function CompareChoice({
  others,
  compared,
  none,
  onChoose,
}: {
  others: readonly Named[]
  compared: Named | null
  /** Stands for nothing chosen yet. */
  none: string
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
          <option value="">{none}</option>
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

/** One section of a table of one or two columns; of two also the difference. */
export function SectionTable({ section, names }: { section: ContentsSection; names: readonly string[] }) {
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
