import { useState } from 'react'
import { formatNumber } from '../../format/numbers.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { changeImportedLayer, removeImportedLayer, type ImportedLayer } from '../../state/imported-layers.ts'
import { wishExport } from '../../state/export-wish.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { openTable, useDataView } from './data-view.ts'
import { OverlapReport } from './OverlapReport.tsx'

/** Notes that make numbers doubtful are shown at once, the others on demand. */
const cautions = [
  'datum-shift',
  'datum-silent',
  'system-contradicted',
  'outside-province',
  'shapes-dropped',
  'positions-dropped',
  'no-values',
]

/** One imported layer: seen or not, its colour and name, where it came from, what it has in common with the plan. */
export function LayerItem({ layer, isNew }: { layer: ImportedLayer; isNew: boolean }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const map = useWorkbench((bench) => bench.map)
  const tableOf = useDataView((view) => view.tableOf)
  const [isNaming, setNaming] = useState(false)
  const { id, name, color, isVisible, featureCount, format, fileName, system, notes, order, bounds } = layer
  const urgent = notes.filter(({ code }) => cautions.includes(code))
  const others = notes.filter(({ code }) => !cautions.includes(code))
  return (
    <li className="data-layer" aria-label={name}>
      <div className="data-layer-head">
        <input
          type="checkbox"
          checked={isVisible}
          aria-label={t('data.show', { name })}
          onChange={(event) => changeImportedLayer(id, { isVisible: event.target.checked })}
        />
        <input
          type="color"
          value={color}
          aria-label={t('data.color', { name })}
          onChange={(event) => changeImportedLayer(id, { color: event.target.value })}
        />
        {isNaming ? (
          <NameInput
            name={name}
            onDone={(next) => (next ? changeImportedLayer(id, { name: next }) : null, setNaming(false))}
          />
        ) : (
          <strong className="data-layer-name">{name}</strong>
        )}
      </div>
      <p className="row-note">
        {t('data.features', { count: featureCount, number: formatNumber(featureCount, state.language, 0) })} · {format}{' '}
        · {t(`data.system.${system.replace(':', '')}`, { defaultValue: system })}
        {order === 'north-east' ? ` · ${t('data.northFirst')}` : ''}
        {fileName.startsWith(name) ? '' : ` · ${fileName}`}
      </p>
      <div className="data-actions">
        <button type="button" className="link-button" disabled={!map} onClick={() => map?.flyTo({ bounds })}>
          {t('data.zoom')}
        </button>
        <button
          type="button"
          className="link-button"
          aria-pressed={tableOf === id}
          onClick={() => openTable(tableOf === id ? null : id)}
        >
          {t('data.table')}
        </button>
        <button type="button" className="link-button" onClick={() => wishExport({ kind: 'imported', layerId: id })}>
          {t('export.open')}
        </button>
        <button type="button" className="link-button" onClick={() => setNaming(true)}>
          {t('data.rename')}
        </button>
        <button type="button" className="link-button" onClick={() => removeImportedLayer(id)}>
          {t('data.remove')}
        </button>
      </div>
      {urgent.length > 0 ? (
        <ul className="data-notes data-cautions">
          {urgent.map(({ code, values }) => (
            <li key={code + JSON.stringify(values)}>{t(`data.note.${code}`, values)}</li>
          ))}
        </ul>
      ) : null}
      {others.length > 0 ? (
        <details className="data-notes">
          <summary>{t('data.notes', { count: others.length })}</summary>
          <ul>
            {others.map(({ code, values }) => (
              <li key={code + JSON.stringify(values)}>{t(`data.note.${code}`, values)}</li>
            ))}
          </ul>
        </details>
      ) : null}
      <OverlapReport layer={layer} isOpenAtFirst={isNew} />
    </li>
  )
}

function NameInput({ name, onDone }: { name: string; onDone: (name: string | null) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(name)
  return (
    <input
      className="text-input data-layer-name"
      aria-label={t('data.name')}
      value={typed}
      maxLength={80}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the reader has just pressed "rename"
      autoFocus
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => onDone(typed.trim() || null)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onDone(typed.trim() || null)
        if (event.key === 'Escape') onDone(null)
        event.stopPropagation()
      }}
    />
  )
}
