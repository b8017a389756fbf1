/** The readable page of a list of features, and of one feature with where every value comes from. */
import type { AnyFeature, Catalog, CatalogCollection } from '../../catalog/catalog.ts'
import type { Box } from '../../domain/box.ts'
import type { Figure, Note } from '../../domain/provenance.ts'
import { scalarProperties } from '../../domain/scalar-properties.ts'
import type { Link } from '../links.ts'
import { groundOf } from './ground.ts'
import { html, page, type Html } from './layout.ts'
import { svgMap } from './svg-map.ts'
import { formatNumber, formatProperty, nameOf, noData } from './words.ts'

interface CommonParts {
  collection: CatalogCollection
  catalog: Catalog
  base: string
  attribution: string
}

export interface ItemsPageParts extends CommonParts {
  features: readonly AnyFeature[]
  extent: Box | null
  matched: number
  offset: number
  links: readonly Link[]
}

/** Columns of the list: what tells features apart at a glance. */
const columns = [
  'kind',
  'status',
  'targetYear',
  'statedAreaHectares',
  'drawnAreaHectares',
  'drawnLengthKilometers',
  'population2019',
]

export function itemsPage(parts: ItemsPageParts): string {
  const { collection, catalog, base, features, extent, matched, offset, links, attribution } = parts
  const { definition, id } = collection
  const shown = columns.filter((name) => scalarProperties(definition).has(name))
  const range = features.length === 0 ? '0' : `${formatNumber(offset + 1)}–${formatNumber(offset + features.length)}`
  return page({
    title_vi: definition.title_vi,
    title_en: definition.title_en,
    trail: trailTo(base, collection),
    footer: attribution,
    main: html`<p>
        ${range} trong ${formatNumber(matched)} đối tượng.<span class="en" lang="en"
          >${range} of ${formatNumber(matched)} features.</span
        >
      </p>
      ${extent ? svgMap({ title: definition.title_vi, extent, ground: groundOf(catalog), features: features.map(({ geometry }) => geometry) }) : null}
      <div class="scroll wide" role="region" tabindex="0" aria-label="Danh sách · List">
        <table>
          <thead>
            <tr>
              <th scope="col">Tên · Name</th>
              ${shown.map((name) => html`<th scope="col">${nameOf(name)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${features.map(
              ({ id: featureId, geometry, properties }) =>
                html`<tr>
                  <th scope="row">
                    <a href="${base}/collections/${id}/items/${encodeURIComponent(featureId)}?f=html"
                      >${properties.name_vi ?? featureId}</a
                    >${properties.name_en ? html`<span class="en" lang="en">${properties.name_en}</span>` : null}${geometry ? null : html`<span class="en">chưa rõ vị trí · not placed</span>`}
                  </th>
                  ${shown.map((name) => cell(name, properties[name]))}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="pages">
        ${pageLink(links, 'prev', '← Trang trước · Previous')}${pageLink(links, 'next', 'Trang sau · Next →')}
      </p>`,
  })
}

function pageLink(links: readonly Link[], rel: string, text: string): Html | null {
  const link = links.find((one) => one.rel === rel)
  return link ? html`<a rel="${rel}" href="${link.href}">${text}</a>` : null
}

function cell(name: string, value: unknown): Html {
  return html`<td${typeof value === 'number' ? html` class="number"` : null}>${formatProperty(name, value)}</td>`
}

export interface ItemPageParts extends CommonParts {
  feature: AnyFeature
  extent: Box | null
}

export function itemPage({ collection, catalog, base, feature, extent, attribution }: ItemPageParts): string {
  const { id, geometry, properties } = feature
  const { name_vi, name_en, figures, notes, ...rest } = properties
  const title_vi = name_vi ?? id
  return page({
    title_vi,
    title_en: name_en ?? id,
    trail: [
      ...trailTo(base, collection),
      { href: `${base}/collections/${collection.id}/items?f=html`, text: 'Đối tượng' },
    ],
    footer: attribution,
    main: html`${
        geometry && extent
          ? svgMap({ title: title_vi, extent, ground: groundOf(catalog), features: [geometry] })
          : html`<p>Chưa rõ vị trí.<span class="en" lang="en">Its position is not known.</span></p>`
      }
      <p><a href="${base}/collections/${collection.id}/items/${encodeURIComponent(id)}?f=json">GeoJSON</a></p>
      <table>
        <tbody>
          ${Object.entries(rest)
            .filter(([name]) => name !== 'originIds')
            .map(
              ([name, value]) =>
                html`<tr>
                  <th scope="row">${nameOf(name)}</th>
                  <td>${formatProperty(name, value)}</td>
                </tr>`,
            )}
        </tbody>
      </table>
      ${figuresTable(figures, catalog)}${notesList(notes, catalog)}
      <h2>Nguồn<span class="en" lang="en">Origins</span></h2>
      <ul>
        ${properties.originIds.map((originId) => html`<li>${originOf(originId, catalog)}</li>`)}
      </ul>`,
  })
}

function figuresTable(value: unknown, catalog: Catalog): Html | null {
  if (!Array.isArray(value) || value.length === 0) return null
  return html`<h2>Số liệu theo văn bản<span class="en" lang="en">Figures that documents state</span></h2>
    <div class="scroll wide" role="region" tabindex="0" aria-label="Số liệu · Figures">
      <table>
        <thead>
          <tr>
            <th scope="col">Số liệu · Figure</th>
            <th scope="col">Giá trị · Value</th>
            <th scope="col">Nguồn · Origin</th>
            <th scope="col">Ngày · Date</th>
          </tr>
        </thead>
        <tbody>
          ${(value as Figure[]).map(
            ({ key, value: from, valueMax, unit, about_vi, about_en, originId, locator, date }) =>
              html`<tr>
                <th scope="row">
                  ${about_vi ?? nameOf(key)}<span class="en" lang="en"
                    >${[nameOf(key), about_en].filter(Boolean).join(': ')}</span
                  >
                </th>
                <td class="number">${formatFigure(from, valueMax, unit)}</td>
                <td>${originOf(originId, catalog)}${locator ? html`<span class="en">${locator}</span>` : null}</td>
                <td>${date ?? noData}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`
}

function formatFigure(from: number, to: number | undefined, unit: Figure['unit']): string {
  const range =
    unit === 'year'
      ? String(from)
      : [from, to].flatMap((value) => (value === undefined ? [] : formatNumber(value))).join('–')
  return unit === 'year' || unit === 'count' ? range : `${range} ${unit === 'percent' ? '%' : unit}`
}

function notesList(value: unknown, catalog: Catalog): Html | null {
  if (!Array.isArray(value) || value.length === 0) return null
  return html`<h2>Ghi chú<span class="en" lang="en">Notes</span></h2>
    <ul>
      ${(value as Note[]).map(
        ({ text_vi, text_en, originId, locator }) =>
          html`<li>
            ${text_vi}<span class="en" lang="en">${text_en}</span
            ><span class="en">${originOf(originId, catalog)}${locator ? `, ${locator}` : null}</span>
          </li>`,
      )}
    </ul>`
}

function originOf(id: string, catalog: Catalog): string {
  return catalog.originsById.get(id)?.title ?? id
}

function trailTo(base: string, { id, definition }: CatalogCollection): { href: string; text: string }[] {
  return [
    { href: `${base}/?f=html`, text: 'Trang đầu' },
    { href: `${base}/collections?f=html`, text: 'Các lớp dữ liệu' },
    { href: `${base}/collections/${id}?f=html`, text: definition.title_vi },
  ]
}
