import { useId, useRef } from 'react'
import { limits } from '../../exchange/limits.ts'
import { formatNumber } from '../../format/numbers.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { kindOfCollection } from '../../state/kinds.ts'
import { putBack, useReplacements } from '../../state/replacements.ts'
import { wishExport } from '../../state/export-wish.ts'
import { bringBackLayer, useImportedLayers } from '../../state/imported-layers.ts'
import '../../theme/exchange.css'
import { TwoLanguages } from '../TwoLanguages.tsx'
import { useSelect } from '../use-select.ts'
import { cancelImport, dismissFailures, importFiles, useImportQueue, type Failure } from './import-queue.ts'
import { LayerItem } from './LayerItem.tsx'
import { SystemQuestion } from './SystemQuestion.tsx'

/** The reader's own data: bring in, look at, compare with the plan. Nothing of it leaves the browser. */
export default function DataPanel() {
  const { t } = useTranslation()
  const { layers, removed, isKept } = useImportedLayers()
  const { latest } = useImportQueue()
  return (
    <div className="data-panel">
      <h2>{t('data.title')}</h2>
      <TwoLanguages />
      <p className="quiet">{t('data.intro')}</p>
      <FileChoice />
      <Progress />
      <Failures />
      {removed ? (
        <p className="notice data-undo" role="status">
          <span>{t('data.removed', { name: removed.name })}</span>
          <button type="button" className="link-button" onClick={bringBackLayer}>
            {t('data.undo')}
          </button>
        </p>
      ) : null}
      {isKept ? null : <p className="notice">{t('data.note.not-kept')}</p>}
      <button type="button" className="button" onClick={() => wishExport({ kind: 'collection', collection: 'parks' })}>
        {t('export.atlas')}
      </button>
      <ReplacedList />
      {layers.length === 0 ? (
        <p className="quiet">{t('data.none')}</p>
      ) : (
        <ul className="data-layers">
          {layers.toReversed().map((layer) => (
            <LayerItem key={layer.id} layer={layer} isNew={latest.includes(layer.id)} />
          ))}
        </ul>
      )}
    </div>
  )
}

/** Every shape of the plan that one of the reader's outlines stands in for, with the way back. */
function ReplacedList() {
  const { t } = useTranslation()
  const select = useSelect()
  const { replacements } = useReplacements()
  if (replacements.length === 0) return null
  return (
    <section>
      <h3>{t('replace.list')}</h3>
      <ul className="replaced-list">
        {replacements.map((one) => (
          <li key={`${one.collection}/${one.id}`}>
            <button
              type="button"
              className="link-button"
              onClick={() => select({ kind: kindOfCollection(one.collection) ?? '', id: one.id })}
            >
              {one.replacedName}
            </button>
            <span className="row-note">
              {one.featureName} · {one.fileName}
            </span>
            <button type="button" className="link-button" onClick={() => putBack(one)}>
              {t('replace.putBack')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function FileChoice() {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const input = useRef<HTMLInputElement>(null)
  const hint = useId()
  const megabytes = formatNumber(limits.fileBytes / 1024 / 1024, state.language, 0)
  return (
    <div className="file-choice">
      <button
        type="button"
        className="button button-strong"
        aria-describedby={hint}
        onClick={() => input.current?.click()}
      >
        {t('data.choose')}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('data.choose')}
        accept=".geojson,.json,.zip,.shp,.gpkg,.kml,.kmz,.gpx,.csv,.tsv,.txt,.dxf"
        onChange={(event) => {
          importFiles([...(event.target.files ?? [])])
          // The same file again is a new wish.
          event.target.value = ''
        }}
      />
      <p className="row-note" id={hint}>
        {t('data.hint')} {t('data.formats')} ·{' '}
        {t('data.limit', { megabytes, positions: formatNumber(limits.positions, state.language, 0) })}
      </p>
    </div>
  )
}

function Progress() {
  const { t } = useTranslation()
  const { job, waiting } = useImportQueue()
  if (!job) return null
  if (job.question) return <SystemQuestion fileName={job.fileName} question={job.question} />
  const share = { read: 0, place: 0.4, check: 0.95 }[job.stage] + (job.stage === 'place' ? job.share * 0.5 : 0)
  return (
    <div className="data-job" role="status">
      <p>
        <strong>{job.fileName}</strong> · {t(`data.stage.${job.stage}`)}
        {waiting.length > 0 ? ` · ${t('data.waiting', { count: waiting.length })}` : ''}
      </p>
      {job.stage === 'read' ? (
        <progress aria-label={t('data.progress')} />
      ) : (
        <progress aria-label={t('data.progress')} value={share} />
      )}
      <button type="button" className="button" onClick={cancelImport}>
        {t('data.cancel')}
      </button>
    </div>
  )
}

function Failures() {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { failures } = useImportQueue()
  if (failures.length === 0) return null
  const written = (values: Failure['values']) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'number' ? formatNumber(value, state.language, 0) : value,
      ]),
    )
  return (
    <div className="problem data-problem" role="alert">
      {failures.map(({ fileName, code, values }) => (
        <p key={fileName}>
          <strong>{fileName}</strong>: {t(`data.problem.${code}`, written(values))}
          {code === 'broken' && values['detail'] ? (
            <small className="row-note">
              {t('data.problemDetail')} <code lang="en">{values['detail']}</code>
            </small>
          ) : null}
        </p>
      ))}
      <button type="button" className="button" onClick={dismissFailures}>
        {t('app.close')}
      </button>
    </div>
  )
}
