import { useTranslation } from '../../i18n/use-translation.ts'
import type { Provenance as FieldProvenance } from '../../invest/profile.ts'
import { Provenance } from '../Provenance.tsx'
import { Said } from '../Said.tsx'

/** Where a field's value comes from: the document that states it, or how we computed it. */
export function ProvenanceOf({ provenance }: { provenance: FieldProvenance }) {
  const { t } = useTranslation()
  const by = provenance.basis === 'stated' ? provenance : provenance.from
  const method = provenance.basis === 'computed' ? provenance.method : null
  return (
    <>
      {method ? (
        <details className="method">
          <summary>{t('invest.computedHow')}</summary>
          <Said sentence={method} />
        </details>
      ) : null}
      {by ? <Provenance originId={by.originId} locator={by.locator} date={by.date} confidence={by.confidence} /> : null}
    </>
  )
}
