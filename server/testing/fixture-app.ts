/** A server over the fixtures, without a port and without a word in the log, and with patience for a busy machine. */
import type { FastifyInstance } from 'fastify'
import { buildApp, type AppParts } from '../app.ts'
import { readConfig } from '../config.ts'
import { usualLimits } from '../plugins/analysis-pool.ts'
import { fixtureCatalog } from './fixture-catalog.ts'

export interface FixtureAppParts extends Partial<AppParts> {
  environment?: Record<string, string>
}

export function fixtureApp({ environment = {}, ...parts }: FixtureAppParts = {}): Promise<FastifyInstance> {
  return buildApp({
    config: readConfig({ LOG_LEVEL: 'silent', ...environment }),
    catalog: fixtureCatalog(),
    codeVersion: 'test',
    webFolder: null,
    analysisLimits: {
      ...usualLimits,
      times: { ...usualLimits.times, coverage: { mostMilliseconds: 20_000, mostWaitingMilliseconds: 20_000 } },
    },
    ...parts,
  })
}
