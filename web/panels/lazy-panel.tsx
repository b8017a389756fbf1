import { lazy, type ComponentType } from 'react'
import { loadAreas } from '../i18n/index.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'

/**
 * A component that is fetched when it is first shown. Where it does not come, or fails, a sentence stands in its
 * place and the rest of the page goes on.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  const Part = lazy(load)
  return function LazyPart(props: Props) {
    return (
      <ErrorBoundary isPart>
        <Part {...props} />
      </ErrorBoundary>
    )
  }
}

/** The same with the words the component speaks: `details` and those of its areas. */
export function lazyPanel<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  ...areas: readonly string[]
): ComponentType<Props> {
  return lazyPart(async () => {
    const [module] = await Promise.all([load(), loadAreas(['details', ...areas])])
    return module
  })
}
