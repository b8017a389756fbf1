import { useEffect, useId, useRef, useState } from 'react'
import { saveFile } from '../../pdf/save-file.ts'
import { askLayer } from '../../compute/layer-client.ts'
import { exportFormats, exportSystems, type ExportFormat, type ExportSystem } from '../../exchange/export-formats.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { useExportWish, wishExport, type ExportSubject } from '../../state/export-wish.ts'
import { useImportedLayers } from '../../state/imported-layers.ts'
import { kindOfCollection, kinds, type FeatureCollectionId } from '../../state/kinds.ts'
import '../../theme/export.css'
import { loadSubject, partName } from './load-subject.ts'

/** Takes a layer, a selection, a drawing or a table along as a file; stands beside the map, not over it. */
export default function ExportPanel() {
  const subject = useExportWish((wish) => wish.subject)
  return subject ? <Panel subject={subject} /> : null
}

type State =
  | { kind: 'ready' }
  | { kind: 'writing' }
  | { kind: 'saved'; name: string }
  | { kind: 'failed'; message: string }

function Panel({ subject }: { subject: ExportSubject }) {
  const { t } = useTranslation()
  const { language } = useAtlas().state
  const [format, setFormat] = useState<ExportFormat>('gpkg')
  const [system, setSystem] = useState<ExportSystem>('EPSG:5897')
  const [told, setTold] = useState<{ of: ExportSubject; state: State }>({ of: subject, state: { kind: 'ready' } })
  // What was said of one subject does not hold for the next, wherever that was chosen.
  const state: State = told.of === subject ? told.state : { kind: 'ready' }
  const setState = (next: State) => setTold({ of: subject, state: next })
  const heading = useRef<HTMLHeadingElement>(null)
  const ids = { what: useId(), system: useId() }
  useEffect(() => heading.current?.focus(), [])
  const isTable = subject.kind === 'table'
  const formats = exportFormats.filter((one) => !isTable || one === 'csv' || one === 'xlsx')
  const chosen = formats.includes(format) ? format : (formats[0] ?? 'csv')
  const hasChoiceOfSystem = chosen !== 'kml' && !isTable
  const write = async () => {
    setState({ kind: 'writing' })
    try {
      const loaded = await loadSubject(subject, language, t)
      const { name, file } = await askLayer('export', {
        ...loaded,
        format: chosen,
        system: hasChoiceOfSystem ? system : 'EPSG:4326',
      })
      saveFile(file, name)
      setState({ kind: 'saved', name })
    } catch (error) {
      setState({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
    }
  }
  return (
    <section className="export-panel" aria-labelledby={`${ids.what}-title`}>
      <header>
        <h2 id={`${ids.what}-title`} ref={heading} tabIndex={-1}>
          {t('export.title')}
        </h2>
        <button type="button" className="icon-button" onClick={() => wishExport(null)} aria-label={t('app.close')}>
          ✕
        </button>
      </header>
      <label htmlFor={ids.what}>{t('export.what')}</label>
      <SubjectChoice id={ids.what} subject={subject} />
      <fieldset className="export-formats">
        <legend>{t('export.format')}</legend>
        {formats.map((one) => (
          <label key={one}>
            <input type="radio" name="export-format" checked={chosen === one} onChange={() => setFormat(one)} />
            <span>{t(`export.formats.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      {isTable ? null : (
        <>
          <label htmlFor={ids.system}>{t('export.system')}</label>
          <select
            id={ids.system}
            className="text-input"
            disabled={!hasChoiceOfSystem}
            value={hasChoiceOfSystem ? system : 'EPSG:4326'}
            onChange={(event) => setSystem(exportSystems.find((code) => code === event.target.value) ?? 'EPSG:4326')}
          >
            {exportSystems.map((code) => (
              <option key={code} value={code}>
                {t(`export.systems.${code.replace(':', '')}`)} · {code}
              </option>
            ))}
          </select>
        </>
      )}
      <p className="row-note">{t('export.inside')}</p>
      <button
        type="button"
        className="button button-strong"
        disabled={state.kind === 'writing'}
        onClick={() => void write()}
      >
        {t(state.kind === 'writing' ? 'export.writing' : 'export.download')}
      </button>
      <p role="status" className="row-note">
        {state.kind === 'saved' ? t('export.saved', { name: state.name }) : ''}
      </p>
      {state.kind === 'failed' ? (
        <p role="alert" className="problem">
          {t(state.message === 'too-slow' ? 'export.tooSlow' : 'export.failed', { message: state.message })}
        </p>
      ) : null}
    </section>
  )
}

function SubjectChoice({ id, subject }: { id: string; subject: ExportSubject }) {
  const { t } = useTranslation()
  const imported = useImportedLayers(({ layers }) => layers)
  const value =
    subject.kind === 'collection'
      ? `collection ${subject.collection}`
      : subject.kind === 'imported' && !subject.part
        ? `imported ${subject.layerId}`
        : 'this'
  const ownName =
    subject.kind === 'feature' || subject.kind === 'shapes'
      ? subject.name
      : subject.kind === 'table'
        ? subject.table.name
        : subject.kind === 'imported' && subject.part
          ? partName(imported.find(({ id: layer }) => layer === subject.layerId)?.name ?? '', subject.part)
          : null
  return (
    <select
      id={id}
      className="text-input"
      value={value}
      onChange={(event) => {
        const [kind, name = ''] = event.target.value.split(' ')
        if (kind === 'imported') wishExport({ kind: 'imported', layerId: name })
        if (kind === 'collection') wishExport({ kind: 'collection', collection: name as FeatureCollectionId })
      }}
    >
      {ownName === null ? null : <option value="this">{ownName}</option>}
      {imported.length > 0 ? (
        <optgroup label={t('export.own')}>
          {imported.map((layer) => (
            <option key={layer.id} value={`imported ${layer.id}`}>
              {layer.name}
            </option>
          ))}
        </optgroup>
      ) : null}
      <optgroup label={t('export.plan')}>
        {Object.keys(kinds).map((collection) => (
          <option key={collection} value={`collection ${collection}`}>
            {t(`kind.${kindOfCollection(collection)}`)}
          </option>
        ))}
      </optgroup>
    </select>
  )
}
