import { useCollection } from '../../api/queries.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { resolvePark } from '../../invest/park-codes.ts'
import { kindOf } from '../../invest/park-group.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { useSelect } from '../use-select.ts'
import { formatName } from '../../format/name.ts'

/** Leads from a name that a park had once to the park of today; nothing where nobody knows the name. */
export default function FormerPark({ id }: { id: string }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const select = useSelect()
  const { data: parks } = useCollection('parks')
  const { data: later } = useCollection('later-parks')
  const now = resolvePark(id)
  if (now.type !== 'renamed') return null
  const park = [...(parks?.features ?? []), ...(later?.features ?? [])].find(
    ({ properties }) => properties.id === now.id,
  )
  if (!park) return null
  const name = formatName(park.properties, state.language, t)
  return (
    <div className="notice">
      <p>{t('invest.renamed', { id, name })}</p>
      <button type="button" className="button" onClick={() => select({ kind: kindOf(park), id: now.id })}>
        {name}
      </button>
    </div>
  )
}
