/**
 * Starts a worker thread from a module beside this one, built or as source.
 *
 * A built server starts the `.js` that tsc made. In development and in tests the module is TypeScript, which
 * a thread of Node 20 cannot load by itself: it registers tsx first, which is there as a tool.
 */
import { Worker, type WorkerOptions } from 'node:worker_threads'

/** @param name without extension, e.g. `measure-worker`. */
export function startWorker(name: string, options: WorkerOptions): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, import.meta.url), options)
  const loader = import.meta.resolve('tsx/esm/api')
  const module = new URL(`./${name}.ts`, import.meta.url).href
  const code = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(module)}) })`
  return new Worker(code, { ...options, eval: true })
}
