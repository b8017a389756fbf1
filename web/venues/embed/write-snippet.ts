/** The HTML that shows an address of the atlas in another page. */
export function writeSnippet(link: string, title: string): string {
  const attributes = {
    src: link,
    title,
    width: '100%',
    height: '480',
    style: 'border:0',
    loading: 'lazy',
    allow: 'fullscreen',
  }
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escape(value)}"`)
  return `<iframe ${written.join(' ')}></iframe>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
