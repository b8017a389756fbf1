/** A server over the fixtures, without a port and without a word in the log. */
import type { FastifyInstance } from 'fastify'
import { buildApp, type AppParts } from '../app.ts'
import { readConfig } from '../config.ts'
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
    ...parts,
  })
}
