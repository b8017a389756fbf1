/** A readable page that is a list of lines. */
import { html, page } from './layout.ts'

export interface ListPageParts {
  title_vi: string
  title_en: string
  base: string
  lines: readonly string[]
}

export function listPage({ title_vi, title_en, base, lines }: ListPageParts): string {
  return page({
    title_vi,
    title_en,
    trail: [{ href: `${base}/?f=html`, text: 'Trang đầu' }],
    footer: '',
    main: html`<ul>
      ${lines.map((line) => html`<li><code>${line}</code></li>`)}
    </ul>`,
  })
}
