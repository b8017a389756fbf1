import { useTranslation } from '../../i18n/use-translation.ts'
import { usePlan } from '../../api/queries.ts'
import { formatDate } from '../../format/numbers.ts'
import { useAtlas } from '../../state/atlas-context.tsx'

interface Props {
  originId: string
  locator?: string | null | undefined
  date?: string | null | undefined
  /** The programme by its full name and with its date; under every number its number is enough. */
  isFull?: boolean
}

/** Who states something, in one line of small print: publisher, clause, date. */
export function SourceLine(source: Props) {
  return <>{useSourceText()(source)}</>
}

export function useSourceText(): (source: Props) => string {
  const { t } = useTranslation()
  const { language } = useAtlas().state
  const { data: plan } = usePlan()
  return ({ originId, locator, date, isFull = false }) => {
    const origin = plan?.origins.find((one) => one.id === originId)
    const isProgramme = origin?.kind === 'programme'
    const programme = t(isFull ? 'show.programme' : 'show.programmeShort')
    const publisher = isProgramme ? programme : shorten(origin?.publisher ?? origin?.title ?? originId)
    const where = locator ? (isProgramme ? t('show.clause', { clause: locator }) : locator) : null
    const when = date ?? (isProgramme && !isFull ? null : (origin?.date ?? null))
    return [publisher, where, when ? formatDate(when, language) : null].filter(Boolean).join(' · ')
  }
}

/** What stands in brackets explains the name to those who look it up; on a wall the name itself is enough. */
function shorten(name: string): string {
  const bare = name.replace(/\s*\([^)]*\)/g, '').trim()
  return bare.length > 60 ? `${bare.slice(0, 58).trimEnd()}…` : bare
}
