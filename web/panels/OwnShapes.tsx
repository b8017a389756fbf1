import { Suspense } from 'react'
import { useReplacements } from '../state/replacements.ts'
import { lazyPanel } from './lazy-panel.tsx'

const OwnShapesNote = lazyPanel(() => import('./OwnShapesNote.tsx'), 'replace')

/** Over figures of coverage: whose shapes they go by, if any of them is the reader's own. */
export function OwnShapes() {
  const hasAny = useReplacements(({ replacements }) => replacements.length > 0)
  return hasAny ? (
    <Suspense fallback={null}>
      <OwnShapesNote />
    </Suspense>
  ) : null
}
