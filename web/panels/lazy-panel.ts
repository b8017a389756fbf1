import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import { loadDetails } from '../i18n/index.ts'

/** A component that is fetched, with the words it speaks, when it is first shown. */
export function lazyPanel<Props>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    const [module] = await Promise.all([load(), loadDetails()])
    return module
  })
}
