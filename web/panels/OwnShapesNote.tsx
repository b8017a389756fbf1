import { useTranslation } from '../i18n/use-translation.ts'
import { useReplacements } from '../state/replacements.ts'

/** Says which figures go by the reader's own outlines instead of the atlas' shapes, or that they do not. */
export default function OwnShapesNote() {
  const { t } = useTranslation()
  const { replacements, areCounted } = useReplacements()
  if (replacements.length === 0) return null
  const list = replacements.map(({ replacedName, fileName }) => `${replacedName} (${fileName})`).join('; ')
  return (
    <p className="notice own-shapes" data-counted={areCounted}>
      {t(areCounted ? 'replace.counted' : 'replace.notCounted', { list })}
    </p>
  )
}
