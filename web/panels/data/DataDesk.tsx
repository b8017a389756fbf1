import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { askLayer } from '../../compute/layer-client.ts'
import { importedExtra, type ImportedLook } from '../../map/extras/imported.ts'
import { replacedExtra } from '../../map/extras/replaced.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { restoreImportedLayers, useImportedLayers } from '../../state/imported-layers.ts'
import { collectionOfKind } from '../../state/kinds.ts'
import { restoreReplacements, useReplacements } from '../../state/replacements.ts'
import { useMapExtra, useWorkbench } from '../../state/workbench.ts'
import '../../theme/exchange.css'
import { AttributeTable } from './AttributeTable.tsx'
import { importFiles } from './import-queue.ts'
import { ImportedCard } from './ImportedCard.tsx'
import { useDataView } from './data-view.ts'

/**
 * What the reader has brought along, wherever they are in the atlas: drawn on the map, its features told on a card,
 * its table under the map, and a sign that a file may be dropped.
 */
export default function DataDesk() {
  const layers = useImportedLayers(({ layers: all }) => all)
  const tableOf = useDataView(({ tableOf: id }) => id)
  useEffect(() => {
    void restoreImportedLayers()
    void restoreReplacements()
  }, [])
  const inTable = layers.find(({ id }) => id === tableOf)
  return (
    <>
      {layers.map((layer) =>
        layer.isVisible ? (
          <OnMap key={layer.id} id={layer.id} name={layer.name} color={layer.color} bounds={layer.bounds} />
        ) : null,
      )}
      <Replaced />
      <DropSign />
      <ImportedCard />
      {inTable ? <AttributeTable key={inTable.id} layer={inTable} /> : null}
    </>
  )
}

function OnMap({ id, name, color, bounds }: ImportedLook) {
  const isServed = useTiles()
  useMapExtra(
    useMemo(() => (isServed ? importedExtra({ id, name, color, bounds }) : null), [isServed, id, name, color, bounds]),
  )
  return null
}

/** Outlines of the reader's own in the place of shapes of the plan. */
function Replaced() {
  const { state } = useAtlas()
  const { selection } = state
  const replacements = useReplacements((own) => own.replacements)
  const selectedKey = selection ? `${collectionOfKind(selection.kind)}/${selection.id}` : null
  useMapExtra(useMemo(() => replacedExtra(replacements, selectedKey), [replacements, selectedKey]))
  return null
}

let serving: Promise<void> | undefined

/** The map asks the worker that holds the layers for their tiles. False until it knows how. */
function useTiles(): boolean {
  const [isServed, setServed] = useState(false)
  useEffect(() => {
    serving ??= import('../../map/imported-tiles.ts').then(({ serveImportedTiles }) =>
      serveImportedTiles((layerId, z, x, y) => {
        const layer = useImportedLayers.getState().layers.find(({ id }) => id === layerId)
        if (!layer) return Promise.resolve(new ArrayBuffer(0))
        return askLayer('tile', { layer: { id: layerId, data: layer.data }, z, x, y })
      }),
    )
    void serving.then(() => setServed(true))
  }, [])
  return isServed
}

/** Takes up dropped files, and while one is dragged says that it may be dropped. */
function DropSign() {
  const { t } = useTranslation()
  const { dispatch } = useAtlas()
  const dropped = useWorkbench((bench) => bench.dropped)
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    if (dropped.length === 0) return
    // All that lie there by now: a second drop may have come since this was drawn.
    const files = useWorkbench.getState().dropped
    if (files.length === 0) return
    useWorkbench.setState({ dropped: [] })
    importFiles(files)
    dispatch({ type: 'show-mode', mode: 'plan' })
    dispatch({ type: 'open-tab', tab: 'data' })
  }, [dropped, dispatch])
  useEffect(() => {
    const over = (event: DragEvent) => setOver(event.dataTransfer?.types.includes('Files') === true)
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = () => setOver(false)
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  if (!isOver) return null
  return (
    <div className="drop-sign" role="status">
      <p>
        <strong>{t('data.dropHere')}</strong>
        <span>{t('data.formats')}</span>
      </p>
    </div>
  )
}
