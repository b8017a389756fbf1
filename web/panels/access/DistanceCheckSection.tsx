import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { DistanceCheckView } from './DistanceCheckView.tsx'

/** The check behind a question that opens it; asked for only then. */
export default function DistanceCheckSection() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <details className="access-how" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('access.check.title')}</summary>
      {open ? <DistanceCheckView /> : null}
    </details>
  )
}
