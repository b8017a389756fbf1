/** One atlas server for all browser tests. */
import type { TestProject } from 'vitest/node'
import { serveAtlas } from './harness/serve-atlas.ts'

declare module 'vitest' {
  interface ProvidedContext {
    atlasUrl: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await serveAtlas()
  project.provide('atlasUrl', url)
  return stop
}
