import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import { loadAreas } from '../i18n/index.ts'

/** A component that is fetched when it is first shown, with the words it speaks: `details` and those of its areas. */
export function lazyPanel<Props>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  ...areas: readonly string[]
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    const [module] = await Promise.all([load(), loadAreas(['details', ...areas])])
    return module
  })
}
