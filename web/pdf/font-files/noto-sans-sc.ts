import ranges from '@fontsource-variable/noto-sans-sc/unicode.json'

/** The numbered slices of Noto Sans SC, one variable file each: a document fetches the few it needs. */
export const notoSans = {
  ranges: ranges as Readonly<Record<string, string>>,
  files: import.meta.glob<string>(
    '../../../node_modules/@fontsource-variable/noto-sans-sc/files/noto-sans-sc-*-wght-normal.woff2',
    { eager: true, query: '?url', import: 'default' },
  ),
}
