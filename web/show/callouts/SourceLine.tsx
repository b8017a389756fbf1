import { usePlan } from '../../api/queries.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { sourceText, type SourceRef } from '../source-text.ts'

/** Who states something, in one line of small print. */
export function SourceLine(source: SourceRef) {
  return <>{useSourceText()(source)}</>
}

export function useSourceText(): (source: SourceRef) => string {
  const { t } = useTranslation()
  const { language } = useAtlas().state
  const { data: plan } = usePlan()
  return (source) => sourceText(source, plan?.origins ?? [], language, t)
}
