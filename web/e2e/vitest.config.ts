import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** The browser tests: one real server, one real browser, one file after the other on two cores. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['web/e2e/**/*.test.ts'],
    environment: 'node',
    globalSetup: 'web/e2e/global-setup.ts',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000, interval: 50 } },
    // Software rendering on a busy machine is slow, never flaky: a failed browser test is a fault.
    retry: 0,
  },
})
