import type { Clipper2ZFactoryFunction, MainModule } from 'clipper2-wasm'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { withoutEval } from './clipper-without-eval.ts'

const source = new URL('../node_modules/clipper2-wasm/dist/es/clipper2z.js', import.meta.url)
const wasm = Uint8Array.from(readFileSync(new URL('clipper2z.wasm', source))).buffer
const folder = mkdtempSync(join(tmpdir(), 'atlas-clipper-'))
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => vi.unstubAllGlobals())

async function load(code: string, name: string): Promise<MainModule> {
  const file = join(folder, `${name}.mjs`)
  writeFileSync(file, code)
  const { default: create } = (await import(pathToFileURL(file).href)) as { default: Clipper2ZFactoryFunction }
  return create({ wasmBinary: wasm })
}

/** A bent line widened by 10, and a square taken out of what comes: paths, trees, numbers and arrays all pass. */
function work(clipper: MainModule): number[][] {
  const path = (...flat: number[]) => {
    const made = new clipper.PathD()
    made.assign(new Float64Array(flat))
    const paths = new clipper.PathsD()
    paths.push_back(made)
    made.delete()
    return paths
  }
  const line = path(0, 0, 0, 100, 0, 0, 100, 100, 0)
  const square = path(-50, -5, 0, 50, -5, 0, 50, 5, 0, -50, 5, 0)
  const grown = clipper.InflatePathsD(line, 10, clipper.JoinType.Round, clipper.EndType.Round, 2, 3, 0.01)
  const tree = new clipper.PolyPathD()
  clipper.BooleanOpOutD(clipper.ClipType.Difference, clipper.FillRule.NonZero, grown, square, tree, 3)
  const rings = Array.from({ length: tree.count() }, (_, i) => {
    const polygon = tree.child(i).polygon()
    const flat = [...polygon.view()].map(Number)
    polygon.delete()
    return flat
  })
  for (const thing of [line, square, grown, tree]) thing.delete()
  return rings
}

test('clipper works where no code may be made from text, and to the same last digit', async () => {
  const code = readFileSync(source, 'utf8')
  const usual = work(await load(code, 'usual'))
  expect(usual.flat().length).toBeGreaterThan(100)
  vi.stubGlobal('Function', function refuse() {
    throw new EvalError('unsafe-eval')
  })
  await expect(load(code, 'refused')).rejects.toThrow('unsafe-eval')
  const strict = await load(withoutEval(code), 'strict')
  expect(work(strict)).toEqual(usual)
})

test('a version of it that reads otherwise stops the build', () => {
  expect(() => withoutEval('export default 1')).toThrow('not the version we know')
})
