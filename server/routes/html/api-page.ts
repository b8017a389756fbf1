/** The readable API description: every operation with its parameters. */
import { html, page } from './layout.ts'

interface Operation {
  summary?: string
  description?: string
  parameters?: readonly { name?: string; in?: string; description?: string }[]
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

export function apiPage(document: { paths?: object }, base: string): string {
  const paths = Object.entries(document.paths ?? {}) as [string, Record<string, Operation>][]
  return page({
    title_vi: 'Giao diện lập trình',
    title_en: 'The API',
    trail: [{ href: `${base}/?f=html`, text: 'Trang đầu' }],
    footer: 'OpenAPI 3.0: /api',
    main: html`<p><a href="${base}/api">OpenAPI 3.0</a></p>
      ${paths.map(([path, operations]) =>
        methods.flatMap((method) => {
          const operation = operations[method]
          if (!operation) return []
          return [
            html`<h2>
                <code>${method.toUpperCase()} ${path}</code><span class="en" lang="en">${operation.summary ?? ''}</span>
              </h2>
              <table>
                <tbody>
                  ${(operation.parameters ?? []).map(
                    ({ name, in: place, description }) =>
                      html`<tr>
                        <th scope="row"><code>${name ?? ''}</code></th>
                        <td>${place ?? ''}</td>
                        <td>${description ?? ''}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>`,
          ]
        }),
      )}`,
  })
}
