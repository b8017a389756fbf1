/**
 * Do the directions of the house hold: which folder may import what?
 *
 * Each rule of `.oxlintrc.json` is broken once in a small tree of its own, and oxlint must refuse it; each
 * permitted import stands beside it, and oxlint must let it pass.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

const refused: Record<string, string> = {
  'server/domain/takes-analysis.ts': `import { x } from '../analysis/x.ts'`,
  'server/domain/takes-a-type-of-the-page.ts': `import type { x } from '../../web/state/x.ts'`,
  'server/domain/takes-node.ts': `import { x } from 'node:fs'`,
  'server/analysis/takes-catalog.ts': `import { x } from '../catalog/x.ts'`,
  'server/analysis/takes-tiles.ts': `import { x } from '../tiles/x.ts'`,
  'server/analysis/takes-config.ts': `import { x } from '../config.ts'`,
  'server/analysis/takes-node.ts': `import { x } from 'node:zlib'`,
  'server/analysis/takes-fastify.ts': `import { x } from 'fastify'`,
  'server/analysis/deep/takes-catalog.ts': `import { x } from '../../catalog/x.ts'`,
  'server/analysis/takes-routes.test.ts': `import { x } from '../routes/x.ts'`,
  'server/tiles/takes-catalog.ts': `import { x } from '../catalog/x.ts'`,
  'server/tiles/takes-analysis.ts': `import { x } from '../analysis/x.ts'`,
  'server/tiles/takes-fastify.ts': `import { x } from 'fastify'`,
  'server/catalog/takes-analysis.ts': `import { x } from '../analysis/x.ts'`,
  'server/catalog/takes-tiles.ts': `import { x } from '../tiles/x.ts'`,
  'server/plugins/takes-routes.ts': `import { x } from '../routes/x.ts'`,
  'server/routes/takes-app.ts': `import { x } from '../app.ts'`,
  'server/routes/takes-scripts.ts': `import { x } from '../../scripts/x.ts'`,
  'server/takes-the-page.ts': `import { x } from '../web/state/x.ts'`,
  'scripts/takes-tiles.ts': `import { x } from '../server/tiles/x.ts'`,
  'scripts/takes-the-page.ts': `import { x } from '../web/state/x.ts'`,
  'scripts/takes-the-entry.ts': `import { x } from '../web/entry.ts'`,
  'web/state/takes-seeds.ts': `import x from '../../seeds/parks.json'`,
  'web/state/takes-values-of-domain.ts': `import { x } from '../../server/domain/x.ts'`,
  'web/state/takes-analysis.ts': `import { x } from '../../server/analysis/x.ts'`,
  'web/state/takes-types-of-analysis.ts': `import type { x } from '../../server/analysis/x.ts'`,
  'web/state/takes-data.ts': `import x from '../../data/geojson/parks.geojson'`,
  'web/state/takes-node.ts': `import { x } from 'node:fs'`,
  'web/state/takes-the-map-engine.ts': `import { x } from 'maplibre-gl'`,
  'web/state/passes-on-analysis.ts': `export { x } from '../../server/analysis/x.ts'\nimport x from './x.ts'`,
  'web/state/takes-analysis-later.ts': `const x = await import('../../server/analysis/x.ts')`,
  'web/map/takes-values-of-domain.ts': `import { x } from '../../server/domain/x.ts'`,
  'web/map/takes-analysis.ts': `import { x } from '../../server/analysis/x.ts'`,
  'web/panels/takes-the-map-engine.tsx': `import { x } from 'maplibre-gl'`,
  'web/panels/takes-a-type-of-the-map-engine.tsx': `import type { x } from 'maplibre-gl'`,
  'web/panels/takes-deck.tsx': `import { x } from '@deck.gl/core'`,
  'web/panels/takes-react-maplibre.tsx': `import { x } from '@vis.gl/react-maplibre'`,
  'web/panels/takes-values-of-domain.tsx': `import { x } from '../../server/domain/x.ts'`,
  'web/exchange/takes-analysis.ts': `import { x } from '../../server/analysis/x.ts'`,
  'web/exchange/takes-panels.ts': `import { x } from '../panels/x.tsx'`,
  'web/exchange/takes-the-map-engine.ts': `import { x } from 'maplibre-gl'`,
  'web/exchange/takes-components.ts': `import { x } from 'react'`,
  'web/invest/takes-react.ts': `import { x } from 'react'`,
  'web/invest/takes-a-panel.ts': `import { x } from '../panels/x.ts'`,
  'web/invest/takes-values-of-domain.ts': `import { x } from '../../server/domain/x.ts'`,
  'web/compute/takes-catalog.ts': `import { x } from '../../server/catalog/x.ts'`,
  'web/workers/takes-catalog.ts': `import { x } from '../../server/catalog/x.ts'`,
  'web/pdf/takes-panels.ts': `import { x } from '../panels/x.ts'`,
  'web/pdf/takes-types-of-domain.ts': `import type { x } from '../../server/domain/x.ts'`,
  'web/pdf/takes-the-map-engine.ts': `import { x } from 'maplibre-gl'`,
  'web/state/takes-scripts.test.ts': `import { x } from '../../scripts/x.ts'`,
  'web/e2e/takes-routes.ts': `import { x } from '../../server/routes/x.ts'`,
}

const permitted: Record<string, string> = {
  'server/domain/takes-domain.ts': `import { x } from './x.ts'`,
  'server/domain/takes-typebox.ts': `import { x } from 'typebox'`,
  'server/analysis/takes-domain.ts': `import { x } from '../domain/x.ts'`,
  'server/analysis/reads-a-golden-table.test.ts': `import { x } from 'node:fs'`,
  'server/tiles/takes-domain-and-zlib.ts': `import { x } from '../domain/x.ts'\nimport { y } from 'node:zlib'\nexport const z = y`,
  'server/catalog/takes-domain-and-fs.ts': `import { x } from '../domain/x.ts'\nimport { y } from 'node:fs'\nexport const z = y`,
  'server/routes/takes-catalog.ts': `import { x } from '../catalog/x.ts'`,
  'server/routes/takes-analysis.ts': `import { x } from '../analysis/x.ts'`,
  'server/routes/takes-tiles.ts': `import { x } from '../tiles/x.ts'`,
  'server/routes/takes-plugins.ts': `import { x } from '../plugins/x.ts'`,
  'server/takes-routes.ts': `import { x } from './routes/x.ts'`,
  'scripts/takes-analysis.ts': `import { x } from '../server/analysis/x.ts'`,
  'scripts/bench/drives-a-browser.ts': `import { x } from '../../web/e2e/harness/x.ts'`,
  'scripts/takes-catalog.ts': `import { x } from '../server/catalog/x.ts'`,
  'web/state/takes-types-of-domain.ts': `import type { x } from '../../server/domain/x.ts'`,
  'web/layers/takes-types-of-the-map-engine.ts': `import type { x } from 'maplibre-gl'`,
  'web/map/takes-the-map-engine.ts': `import { x } from 'maplibre-gl'`,
  'web/map/takes-the-relief.ts': `import x from '../../data/basemap/relief.json'`,
  'web/map/takes-deck.ts': `import { x } from '@deck.gl/core'`,
  'web/invest/takes-types-of-domain.ts': `import type { x } from '../../server/domain/x.ts'`,
  'web/panels/takes-types-of-domain.tsx': `import type { x } from '../../server/domain/x.ts'`,
  'web/compute/takes-analysis.ts': `import { x } from '../../server/analysis/x.ts'`,
  'web/compute/takes-formats.ts': `import { x } from '../exchange/x.ts'`,
  'web/workers/takes-analysis.ts': `import { x } from '../../server/analysis/x.ts'`,
  'web/pdf/takes-its-own.ts': `import { x } from './x.ts'`,
  'web/panels/takes-pdf-later.ts': `const x = await import('../pdf/x.ts')`,
  'web/layers/checks-the-schema.test.ts': `import { x } from '../../server/domain/x.ts'`,
}

let house = ''
let refusedFiles = new Set<string>()

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'atlas-directions-'))
  const config = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as Record<string, unknown>
  // The broken imports lead nowhere, so only the rule under test is asked.
  const options = { ...config, options: {}, categories: {}, rules: {}, ignorePatterns: [] }
  writeFileSync(join(house, '.oxlintrc.json'), JSON.stringify(options))
  for (const [file, code] of Object.entries({ ...refused, ...permitted })) {
    mkdirSync(dirname(join(house, file)), { recursive: true })
    const used = code.startsWith('import type') ? 'export type Y = x' : 'export const y = x'
    writeFileSync(join(house, file), `${code}\n${used}\n`)
  }
  refusedFiles = lint(house)
})

afterAll(() => {
  rmSync(house, { recursive: true, force: true })
})

describe('a forbidden import is refused', () => {
  test.each(Object.keys(refused))('%s', (file) => {
    expect(refusedFiles).toContain(file)
  })
})

describe('a permitted import passes', () => {
  test.each(Object.keys(permitted))('%s', (file) => {
    expect(refusedFiles).not.toContain(file)
  })
})

test('every folder of the server has its direction', () => {
  const { overrides } = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as {
    overrides: { files: string[]; rules: Record<string, unknown> }[]
  }
  const ruled = overrides.filter(({ rules }) => 'no-restricted-imports' in rules).flatMap(({ files }) => files)
  const folders = readdirSync(join(root, 'server'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'testing')
    .map((entry) => `server/${entry.name}/**`)
  expect(ruled).toEqual(expect.arrayContaining(folders))
})

function lint(folder: string): Set<string> {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
  const { stdout, stderr } = spawnSync(process.execPath, [oxlint, '-f', 'json', '--disable-nested-config', '.'], {
    cwd: folder,
    encoding: 'utf8',
  })
  const report: unknown = JSON.parse(stdout)
  if (typeof report !== 'object' || report === null || !('diagnostics' in report) || !Array.isArray(report.diagnostics))
    throw new Error(`oxlint said something else than a report: ${stdout}${stderr}`)
  const files = new Set<string>()
  for (const diagnostic of report.diagnostics as { code: string; filename: string }[])
    if (diagnostic.code.includes('no-restricted-imports')) files.add(diagnostic.filename)
  return files
}
