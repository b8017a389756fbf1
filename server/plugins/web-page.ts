/**
 * The built page and its files, from `dist/web`.
 *
 * Files under `assets/` carry a hash of their content in their names, so a browser may keep them for ever;
 * everything else is asked for again each time. Where a `.br` or `.gz` lies beside a file, that is sent.
 */
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { existsSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'

/** The folder if it holds a built page. */
export function findWebFolder(folder: string): string | null {
  return existsSync(join(folder, 'index.html')) ? folder : null
}

export async function serveWebPage(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    serve: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    schemaHide: true,
    setHeaders: (reply, path) => {
      const isHashed = path.split(sep).includes('assets')
      void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'public, no-cache')
      void reply.header('vary', 'Accept-Encoding')
    },
  })
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const { name } = entry
    if (name.startsWith('.')) continue
    if (entry.isDirectory()) {
      app.get<{ Params: { '*': string } }>(`/${name}/*`, { schema: { hide: true } }, (request, reply) =>
        reply.sendFile(`${name}/${request.params['*']}`),
      )
    } else if (!/\.(br|gz)$/.test(name)) {
      app.get(`/${name}`, { schema: { hide: true } }, (_request, reply) => reply.sendFile(name))
    }
  }
}
