/**
 * The frame of every readable page: head, stylesheet, trail of links.
 *
 * No script, no other host, one stylesheet of our own whose hash is all that the page's policy allows.
 */
import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { htmlContentType } from '../links.ts'

/** HTML that may be put into a page as it is. Everything else goes through `html` and is escaped. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Part = Html | string | number | null | readonly Part[]

/** Markup with values in it; text is escaped, lists are joined, null leaves nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(
    strings.map((string, index) => string + (index < parts.length ? toText(parts[index] ?? null) : '')).join(''),
  )
}

function toText(part: Part): string {
  if (part === null) return ''
  if (part instanceof Html) return part.text
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part))
  return part.map(toText).join('')
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

const stylesheet = `
:root{--ink:#1d2a30;--soft:#5b6a70;--line:#d9dfe0;--paper:#fff;--wash:#f4f6f5;--accent:#882255}
*{box-sizing:border-box}
body{margin:0;font:16px/1.5 'Be Vietnam Pro','Noto Sans',system-ui,sans-serif;color:var(--ink);background:var(--wash)}
header,main,footer{max-width:72rem;margin:0 auto;padding:1rem 1.25rem}
header{padding-bottom:0}
nav{font-size:.9rem;color:var(--soft)}
nav a+a::before{content:'›';margin:0 .5rem;color:var(--soft);display:inline-block}
h1{font-size:1.7rem;line-height:1.25;margin:.4rem 0 0}
h2{font-size:1.15rem;margin:2rem 0 .5rem}
.en{display:block;color:var(--soft);font-weight:400;font-size:.95rem}
h1 .en{font-size:1.05rem}
a{color:var(--accent)}
table{border-collapse:collapse;width:100%;background:var(--paper);border:1px solid var(--line)}
th,td{text-align:left;vertical-align:top;padding:.45rem .7rem;border-top:1px solid var(--line);overflow-wrap:anywhere}
thead th{border-top:0;background:#eef1f0;font-size:.85rem;color:var(--soft)}
tbody th{font-weight:600;width:min(16rem,42%)}
.wide th,.wide td{min-width:7.5rem}
td.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.scroll{overflow-x:auto}
.map{background:#e3edf0;border:1px solid var(--line);width:100%;max-width:48rem;height:auto;display:block;margin:1rem 0}
.map .land{fill:#f1f0ea;stroke:#c4cac6;stroke-width:1}
.map .home{fill:#fff;stroke:#9aa5a2;stroke-width:1.2}
.map .area{fill:#882255;fill-opacity:.18;stroke:#882255;stroke-width:1.2}
.map .line{fill:none;stroke:#882255;stroke-width:2;stroke-linejoin:round}
.map .point{fill:#882255;stroke:#fff;stroke-width:1}
.pages a{margin-right:1rem}
dl{margin:0}
footer{color:var(--soft);font-size:.85rem}
`

/** Whole, so that no formatter can put a space into it: the policy allows these bytes and no others. */
const styleElement = new Html(`<style>${stylesheet}</style>`)

/** Nothing but this very stylesheet and our own pictures may load. */
export const pagePolicy = [
  `default-src 'none'`,
  `style-src 'sha256-${createHash('sha256').update(stylesheet).digest('base64')}'`,
  `img-src 'self' data:`,
  `base-uri 'none'`,
  `form-action 'self'`,
  `frame-ancestors 'self'`,
].join('; ')

export interface PageParts {
  title_vi: string
  title_en: string
  /** From the landing page down to the page above this one. */
  trail: readonly { href: string; text: string }[]
  main: Html
  footer: string
}

export function page({ title_vi, title_en, trail, main, footer }: PageParts): string {
  const markup = html`<html lang="vi">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title_vi} · ${title_en}</title>
      ${styleElement}
    </head>
    <body>
      <header>
        <nav aria-label="Đường dẫn">${trail.map(({ href, text }) => html`<a href="${href}">${text}</a>`)}</nav>
        <h1>${title_vi}<span class="en" lang="en">${title_en}</span></h1>
      </header>
      <main>${main}</main>
      <footer>${footer}</footer>
    </body>
  </html>`
  return `<!doctype html>\n${markup.text}\n`
}

export function sendPage(reply: FastifyReply, text: string): FastifyReply {
  return reply.header('content-security-policy', pagePolicy).type(htmlContentType).send(text)
}
