/**
 * `/pack.zip`: the atlas as a folder for a laptop without Node or a network, as `npm run pack` made it; `/pack`: whether
 * there is one, and whether it is of today's data.
 */
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { Type } from 'typebox'
import { PackInfo } from '../domain/offline.ts'
import { Problem } from '../plugins/errors.ts'
import type { Routes } from './context.ts'
import { acceptJson, jsonQuery } from './json-only.ts'

const noPack = 'Nobody has made a folder to download here: `npm run pack` makes one.'

export const pack: Routes = async (app, { packFile, version }) => {
  const size = async () =>
    packFile === null
      ? null
      : await stat(packFile).then(
          (file) => file.size,
          () => null,
        )
  /** Beside the zip lies the version it was made from. */
  const madeFrom = async () =>
    packFile === null ? null : await readFile(`${packFile}.version`, 'utf8').catch(() => null)

  app.get(
    '/pack',
    {
      schema: {
        operationId: 'getPackInfo',
        summary: 'Whether the atlas can be downloaded as a folder',
        tags: ['offline'],
        querystring: jsonQuery,
        response: { 200: PackInfo },
      },
    },
    async (request, reply) => {
      acceptJson(request)
      void reply.header('cache-control', 'no-store')
      return { bytes: await size(), isCurrent: (await madeFrom())?.trim() === version }
    },
  )

  app.get(
    '/pack.zip',
    {
      schema: {
        operationId: 'getPack',
        summary: 'The atlas as a folder that needs neither Node nor a network',
        tags: ['offline'],
        response: { 200: Type.Unsafe<unknown>({ type: 'string', format: 'binary' }) },
      },
      config: { produces: ['application/zip'] },
      // A slow line may take an hour for it.
      handlerTimeout: 3_600_000,
    },
    async (_request, reply) => {
      const bytes = await size()
      if (packFile === null || bytes === null) throw new Problem('no-pack', noPack)
      return reply
        .type('application/zip')
        .headers({
          'content-length': bytes,
          'content-disposition': 'attachment; filename="thanh-hoa-atlas.zip"',
          'cache-control': 'no-cache',
        })
        .send(createReadStream(packFile))
    },
  )
}
