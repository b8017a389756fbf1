import { useEffect, useRef, useState } from 'react'
import { askLayer } from '../../compute/layer-client.ts'
import type { TableRow, TableView } from '../../compute/layer-table.ts'
import { boundsOf } from '../../format/bounds.ts'
import { formatNumber } from '../../format/numbers.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { importedExtraId } from '../../map/extras/imported.ts'
import type { ImportedLayer } from '../../state/imported-layers.ts'
import { wishExport } from '../../state/export-wish.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { openTable } from './data-view.ts'

const rowHeight = 30
const pageRows = 60

/** The values of a layer under the map: only the rows in sight are asked of the worker and drawn. */
export function AttributeTable({ layer }: { layer: ImportedLayer }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const [view, setView] = useState<TableView>({ filter: '', sort: null })
  const [top, setTop] = useState(0)
  const from = Math.max(0, Math.floor(top / rowHeight / 20) * 20 - 20)
  const { rows, total, shownFrom } = useRows(layer, view, from)
  const body = useRef<HTMLDivElement>(null)
  const sortBy = (field: string) => {
    setView(({ filter, sort }) => ({
      filter,
      sort: sort?.field !== field ? { field, descending: false } : sort.descending ? null : { field, descending: true },
    }))
    body.current?.scrollTo({ top: 0 })
  }
  const show = (featureId: number) => {
    useWorkbench.setState({ picked: { extraId: importedExtraId(layer.id), featureId } })
    void askLayer('feature', { layer: { id: layer.id, data: layer.data }, featureId }).then((found) => {
      if (found) useWorkbench.getState().map?.ensureVisible(boundsOf(found.geometry))
    })
  }
  const columns = layer.fields.slice(0, 40)
  const count = total ?? layer.featureCount
  return (
    <section className="data-table" aria-label={t('data.tableOf', { name: layer.name })}>
      <header className="data-table-head">
        <h2>{layer.name}</h2>
        <input
          className="text-input"
          type="search"
          placeholder={t('data.filter')}
          aria-label={t('data.filter')}
          value={view.filter}
          onChange={(event) => {
            setView(({ sort }) => ({ filter: event.target.value, sort }))
            body.current?.scrollTo({ top: 0 })
          }}
        />
        <span className="quiet" role="status">
          {t('data.rowCount', { count, number: formatNumber(count, state.language, 0) })}
        </span>
        <button
          type="button"
          className="link-button"
          disabled={count === 0}
          onClick={() =>
            wishExport({
              kind: 'imported',
              layerId: layer.id,
              ...(view.filter.trim() === '' ? {} : { part: { view } }),
            })
          }
        >
          {t('data.exportRows', { count, number: formatNumber(count, state.language, 0) })}
        </button>
        <button type="button" className="icon-button" onClick={() => openTable(null)} aria-label={t('app.close')}>
          ✕
        </button>
      </header>
      <div
        className="data-table-body"
        ref={body}
        tabIndex={0}
        onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      >
        <table aria-rowcount={count + 1}>
          <thead>
            <tr>
              <th scope="col">#</th>
              {columns.map((field) => {
                const sort = view.sort?.field === field ? view.sort : null
                return (
                  <th
                    key={field}
                    scope="col"
                    aria-sort={sort ? (sort.descending ? 'descending' : 'ascending') : 'none'}
                  >
                    <button type="button" onClick={() => sortBy(field)}>
                      {field} <span aria-hidden="true">{sort ? (sort.descending ? '▼' : '▲') : ''}</span>
                    </button>
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody>
            <Spacer height={shownFrom * rowHeight} />
            {rows.map((row, at) => (
              <tr key={row.featureId} aria-rowindex={shownFrom + at + 2}>
                <td>
                  <button type="button" className="link-button" onClick={() => show(row.featureId)}>
                    {row.featureId}
                  </button>
                </td>
                {columns.map((field) => (
                  <td key={field} title={String(row.properties[field] ?? '')}>
                    {String(row.properties[field] ?? '')}
                  </td>
                ))}
              </tr>
            ))}
            <Spacer height={Math.max(0, count - shownFrom - rows.length) * rowHeight} />
          </tbody>
        </table>
        {total === 0 ? <p className="quiet data-table-none">{t('data.noRows')}</p> : null}
      </div>
    </section>
  )
}

function Spacer({ height }: { height: number }) {
  return height > 0 ? <tr aria-hidden="true" style={{ height }} /> : null
}

function useRows({ id, data }: ImportedLayer, view: TableView, from: number) {
  const [answer, setAnswer] = useState<{ rows: TableRow[]; total: number | null; shownFrom: number }>({
    rows: [],
    total: null,
    shownFrom: 0,
  })
  useEffect(() => {
    let isCurrent = true
    askLayer('rows', { layer: { id, data }, view, from, count: pageRows }).then(
      ({ rows, total }) => isCurrent && setAnswer({ rows, total, shownFrom: from }),
      () => isCurrent && setAnswer({ rows: [], total: 0, shownFrom: 0 }),
    )
    return () => {
      isCurrent = false
    }
  }, [id, data, view, from])
  return answer
}
