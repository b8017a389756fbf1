/** The readable list of collections, and one of them. */
import type { Catalog, CatalogCollection } from '../../catalog/catalog.ts'
import type { CollectionGroup } from '../../domain/collections.ts'
import { scalarProperties } from '../../domain/scalar-properties.ts'
import { groundOf } from './ground.ts'
import { html, page, type Html } from './layout.ts'
import { svgMap } from './svg-map.ts'
import { formatNumber, nameOf, valueOf } from './words.ts'

export interface CollectionPagesParts {
  catalog: Catalog
  base: string
  attribution: string
}

const groups: Record<CollectionGroup, string> = {
  plan: 'Quy hoạch · The plan',
  transport: 'Giao thông · Transport',
  projects: 'Dự án · Projects',
  nature: 'Thiên nhiên và di sản · Nature and heritage',
  administration: 'Hành chính · Administration',
  base: 'Nền · Base',
}

export function collectionsPage({ catalog, base, attribution }: CollectionPagesParts): string {
  const all = [...catalog.collections.values()]
  return page({
    title_vi: 'Các lớp dữ liệu',
    title_en: 'Collections',
    trail: [{ href: `${base}/?f=html`, text: 'Trang đầu' }],
    footer: attribution,
    main: html`${(Object.keys(groups) as CollectionGroup[]).map(
      (group) =>
        html`<h2>${groups[group]}</h2>
          <table>
            <tbody>
              ${all
                .filter(({ definition }) => definition.group === group)
                .map((collection) => collectionRow(collection, base))}
            </tbody>
          </table>`,
    )}`,
  })
}

function collectionRow({ id, definition, features }: CatalogCollection, base: string): Html {
  return html`<tr>
    <th scope="row">
      <a href="${base}/collections/${id}?f=html">${definition.title_vi}</a
      ><span class="en" lang="en">${definition.title_en}</span>
    </th>
    <td class="number">${formatNumber(features.length)}</td>
  </tr>`
}

export function collectionPage(
  collection: CatalogCollection,
  { catalog, base, attribution }: CollectionPagesParts,
): string {
  const { id, definition, features, extent } = collection
  const address = `${base}/collections/${id}`
  return page({
    title_vi: definition.title_vi,
    title_en: definition.title_en,
    trail: [
      { href: `${base}/?f=html`, text: 'Trang đầu' },
      { href: `${base}/collections?f=html`, text: 'Các lớp dữ liệu' },
    ],
    footer: attribution,
    main: html`<p>
        <a href="${address}/items?f=html">Xem ${formatNumber(features.length)} đối tượng</a> ·
        <a href="${address}/items">GeoJSON</a> · <a href="${address}/tiles.json">TileJSON</a> ·
        <a href="${address}?f=json">JSON</a>
      </p>
      ${extent ? svgMap({ title: definition.title_vi, extent, ground: groundOf(catalog), features: features.map(({ geometry }) => geometry) }) : null}
      <h2>Thuộc tính để lọc<span class="en" lang="en">Properties to filter by</span></h2>
      <table>
        <tbody>
          ${[...scalarProperties(definition)].map(
            ([name, { type, values }]) =>
              html`<tr>
                <th scope="row">${nameOf(name)}</th>
                <td><code>${name}</code></td>
                <td>${values ? values.map(valueOf).join(', ') : type}</td>
              </tr>`,
          )}
        </tbody>
      </table>`,
  })
}
