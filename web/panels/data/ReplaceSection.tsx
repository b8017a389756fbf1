import { useEffect, useId, useState } from 'react'
import { fetchCollection } from '../../api/client.ts'
import type { FeatureDetails } from '../../compute/layer-messages.ts'
import { boundsOf, type Bounds } from '../../format/bounds.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { isSameName } from '../../search/same-name.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import type { ImportedLayer } from '../../state/imported-layers.ts'
import { kindOfCollection } from '../../state/kinds.ts'
import { mostOutlinePositions, replaceShape } from '../../state/replacements.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { nameOf } from '../card/any-feature.ts'
import { useSelect } from '../use-select.ts'

/** What an outline of one's own can stand in for: areas that somebody may have surveyed. */
const replaceable = ['parks', 'later-parks', 'zones', 'zone-sea', 'projects', 'centres'] as const

interface Candidate {
  collection: (typeof replaceable)[number]
  id: string
  name_vi: string
  name_en: string
  bounds: Bounds
}

/** Lets an imported outline take the place of a drawn shape; the one of its name is offered first, else the nearest. */
export function ReplaceSection({
  layer,
  details,
  title,
}: {
  layer: ImportedLayer
  details: FeatureDetails
  title: string
}) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const select = useSelect()
  const listId = useId()
  const candidates = useCandidates(details, title)
  const [chosen, setChosen] = useState('')
  const { geometry, areaHectares, gridAreaHectares } = details
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return null
  if (areaHectares === null || gridAreaHectares === null) return null
  if (JSON.stringify(geometry).split('],[').length > mostOutlinePositions) return null
  const keyOf = ({ collection, id }: Candidate) => `${collection}/${id}`
  const target = candidates.find((one) => keyOf(one) === chosen) ?? candidates[0]
  if (!target) return null
  const replace = () => {
    const { collection, id } = target
    replaceShape({
      collection,
      id,
      geometry,
      areaHectares,
      gridAreaHectares,
      fileName: layer.fileName,
      replacedName: nameOf(target, state.language),
      featureName: title,
      importedAt: layer.importedAt,
      replacedAt: `${new Date().toISOString().slice(0, 19)}Z`,
    })
    useWorkbench.setState({ picked: null })
    const kind = kindOfCollection(collection)
    if (kind) select({ kind, id })
  }
  return (
    <section className="card-section replace">
      <h3>{t('replace.title')}</h3>
      <p className="row-note">{t('replace.about')}</p>
      <label htmlFor={listId}>{t('replace.target')}</label>
      <select
        id={listId}
        className="text-input"
        value={keyOf(target)}
        onChange={(event) => setChosen(event.target.value)}
      >
        {candidates.map((candidate) => (
          <option key={keyOf(candidate)} value={keyOf(candidate)}>
            {nameOf(candidate, state.language)} · {t(`kind.${kindOfCollection(candidate.collection)}`)}
          </option>
        ))}
      </select>
      <button type="button" className="button" onClick={replace}>
        {t('replace.do')}
      </button>
    </section>
  )
}

function useCandidates({ geometry }: FeatureDetails, title: string): Candidate[] {
  const [candidates, setCandidates] = useState<Candidate[]>([])
  useEffect(() => {
    let isCurrent = true
    const near = boundsOf(geometry)
    void Promise.all(
      replaceable.map(async (collection) => {
        // Without one collection the others can still be chosen from.
        const { features } = await fetchCollection(collection).catch(() => ({ features: [] }))
        return features.flatMap(({ id, geometry: drawn, properties: { name_vi, name_en } }): Candidate[] =>
          drawn ? [{ collection, id, name_vi, name_en, bounds: boundsOf(drawn) }] : [],
        )
      }),
    ).then((found) => {
      const unlike = (one: Candidate) => (isSameName(title, one.name_vi) || isSameName(title, one.name_en) ? 0 : 1)
      const byNearness = (a: Candidate, b: Candidate) => distance(a.bounds, near) - distance(b.bounds, near)
      if (isCurrent) setCandidates(found.flat().toSorted((a, b) => unlike(a) - unlike(b) || byNearness(a, b)))
    })
    return () => {
      isCurrent = false
    }
  }, [geometry, title])
  return candidates
}

/** Between the middles, and how unlike in size: a park inside a zone is not the zone. */
function distance(a: Bounds, b: Bounds): number {
  const [width, height] = [a[2] - a[0], a[3] - a[1]]
  const between = Math.hypot((a[0] + a[2] - b[0] - b[2]) / 2, (a[1] + a[3] - b[1] - b[3]) / 2)
  return between + Math.abs(width - (b[2] - b[0])) + Math.abs(height - (b[3] - b[1]))
}
