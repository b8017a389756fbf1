import react from '@vitejs/plugin-react'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { clipperWithoutEval } from './scripts/clipper-without-eval.ts'
import { precompress } from './scripts/precompress.ts'
import { leanMap } from './scripts/lean-map.ts'
import { preloadMap } from './scripts/preload-map.ts'
import { serviceWorker } from './scripts/service-worker.ts'

const serverAddress = `http://127.0.0.1:${process.env['PORT'] ?? '8080'}`
const served = [
  '/collections',
  '/tiles',
  '/tiles.json',
  '/analysis',
  '/plan',
  '/offline',
  '/api',
  '/conformance',
  '/healthz',
  '/readyz',
]

export default defineConfig({
  root: resolve(import.meta.dirname, 'web'),
  base: './',
  plugins: [react(), leanMap(), preloadMap(), serviceWorker(), precompress()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        // A file server that does not know `.mjs` sends the map's worker as data, and a browser refuses to run it.
        assetFileNames: ({ names: [name] }) => `assets/[name]-[hash]${name?.endsWith('.mjs') ? '.js' : '[extname]'}`,
        // By itself the bundler cuts the first view into forty files, since each of its small modules is shared with
        // other late panels; together they are 7 kB less to fetch. The entry waits for the words and stays apart:
        // nothing that is fetched meanwhile may wait for it.
        codeSplitting: {
          groups: [
            {
              name: 'page',
              tags: ['$initial'],
              test: (id) => !/\/web\/(index\.html|main\.tsx)$/.test(id),
              priority: 2,
            },
            { name: 'maplibre-gl', test: /[\\/]node_modules[\\/]maplibre-gl[\\/]/, priority: 1 },
            { name: 'map', test: /[\\/]web[\\/]map[\\/]atlas-map\.tsx$/ },
          ],
        },
      },
    },
  },
  worker: { format: 'es', plugins: () => [clipperWithoutEval()] },
  server: { port: 5173, strictPort: true, proxy: Object.fromEntries(served.map((path) => [path, serverAddress])) },
  test: {
    root: import.meta.dirname,
    include: ['{server,web,scripts}/**/*.test.{ts,tsx}'],
    exclude: ['web/e2e/**', '**/node_modules/**', 'dist/**'],
    environment: 'node',
    // A busy machine is slow: a test that takes long has not failed.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
