import i18next from 'i18next'
import { useMemo, useSyncExternalStore } from 'react'

/**
 * `t` in the language now spoken; a component that uses it is drawn anew when the language changes.
 *
 * react-i18next would do the same for 3.5 kB more, and the first view has a budget.
 */
export function useTranslation(): { t: typeof i18next.t } {
  const spoken = useSyncExternalStore(subscribe, () => i18next.language)
  // A fresh function for each language, so that memoised readers of `t` notice the change.
  return useMemo(() => ({ t: i18next.getFixedT(spoken) }), [spoken])
}

function subscribe(notice: () => void): () => void {
  i18next.on('languageChanged', notice)
  return () => i18next.off('languageChanged', notice)
}
