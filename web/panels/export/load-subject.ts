import type { TFunction } from 'i18next'
import { fetchFeature, fetchPlan, fetchWholeCollection } from '../../api/client.ts'
import type { LayerPart, LayerQuestions } from '../../compute/layer-messages.ts'
import type { ExportFeature } from '../../exchange/export-formats.ts'
import { takeProperties } from '../../exchange/take-properties.ts'
import { citationOf } from '../../format/origin.ts'
import type { Language } from '../../state/atlas-state.ts'
import type { ExportSubject } from '../../state/export-wish.ts'
import { useImportedLayers } from '../../state/imported-layers.ts'
import { kindOfCollection } from '../../state/kinds.ts'

type Subject = LayerQuestions['export']['ask']['subject']

export interface LoadedSubject {
  subject: Subject
  /** Lines of the text that travels with the file. */
  sources: string[]
}

/** Fetches what is to be written, and finds out whom to credit for it. */
export async function loadSubject(wish: ExportSubject, language: Language, t: TFunction): Promise<LoadedSubject> {
  const head = (name: string, about: string) => [
    t('export.text.title', { name }),
    t('export.text.made', { date: new Date().toISOString().slice(0, 10), address: location.origin }),
    '',
    about,
    '',
  ]
  switch (wish.kind) {
    case 'collection':
    case 'feature': {
      const all =
        wish.kind === 'collection'
          ? (await fetchWholeCollection(wish.collection)).features
          : [await fetchFeature(wish.collection, wish.id)]
      const name = wish.kind === 'feature' ? wish.name : t(`kind.${kindOfCollection(wish.collection)}`)
      const features = all.map(({ id, geometry, properties }): ExportFeature => ({
        type: 'Feature',
        id,
        geometry,
        properties: takeProperties(properties),
      }))
      const credits = await creditLines(
        all.map(({ properties }) => properties),
        language,
        t,
      )
      return {
        subject: { kind: 'features', layer: { name, features } },
        sources: [...head(name, t('export.text.atlas')), ...credits],
      }
    }
    case 'imported': {
      const layer = useImportedLayers.getState().layers.find(({ id }) => id === wish.layerId)
      if (!layer) throw new Error(wish.layerId)
      const { part } = wish
      const about = t('export.text.imported', { fileName: layer.fileName, system: layer.system })
      const only = part ? [t('export.text.part', { part: partName(layer.name, part) }), ''] : []
      return {
        subject: {
          kind: 'imported',
          layer: { id: layer.id, data: layer.data },
          name: part && 'featureId' in part ? part.title : layer.name,
          ...(part ? { part } : {}),
        },
        sources: [...head(layer.name, about), ...only],
      }
    }
    case 'shapes': {
      const features = wish.features.map(({ id, geometry, properties }): ExportFeature => ({
        type: 'Feature',
        ...(id === undefined ? {} : { id }),
        geometry,
        properties: takeProperties(properties),
      }))
      // A reader's own shapes name no origins; lines of the plan among them do.
      const properties = wish.features.map((feature) => feature.properties ?? {})
      const credits = properties.some((one) => 'originIds' in one) ? await creditLines(properties, language, t) : []
      return {
        subject: { kind: 'features', layer: { name: wish.name, features } },
        sources: [...head(wish.name, wish.about), ...credits],
      }
    }
    case 'table': {
      const collections = await Promise.all(wish.computedFrom.map((collection) => fetchWholeCollection(collection)))
      const properties = collections.flatMap(({ features }) => features.map((feature) => feature.properties))
      return {
        subject: { kind: 'table', table: wish.table },
        sources: [...head(wish.table.name, wish.about), ...(await creditLines(properties, language, t))],
      }
    }
  }
}

/** How a part of an imported layer is called. */
export function partName(layerName: string, part: LayerPart): string {
  return 'featureId' in part ? `${layerName}: ${part.title}` : `${layerName}: “${part.view.filter}”`
}

/** Every origin the features name, with publisher, date and licence. */
async function creditLines(properties: readonly object[], language: Language, t: TFunction): Promise<string[]> {
  const named = JSON.stringify(properties).matchAll(/"(?:originIds":\[([^\]]*)\]|\w*[oO]riginId":"([\w-]+)")/g)
  const ids = new Set([...named].flatMap(([, list = '', one = '']) => [one, ...list.replaceAll('"', '').split(',')]))
  const { origins } = await fetchPlan()
  const used = origins.filter(({ id }) => ids.has(id))
  return [
    t('export.text.sources'),
    ...used.map((origin) =>
      [
        citationOf(origin, language),
        origin.date,
        `${t('export.text.licence')} ${origin.licence ?? t('app.noData')}`,
        origin.address,
      ]
        .filter(Boolean)
        .join(' · '),
    ),
    '',
    t('export.text.notice'),
  ]
}
