/** The readable landing page: what there is and where. */
import type { Catalog } from '../../catalog/catalog.ts'
import type { CollectionId } from '../../domain/collections.ts'
import type { Link } from '../links.ts'
import { html, page } from './layout.ts'
import { groundOf } from './ground.ts'
import { svgMap } from './svg-map.ts'

export interface LandingParts {
  title_vi: string
  title_en: string
  attribution: string
  description: string
  links: readonly Link[]
  catalog: Catalog
}

const shown: readonly CollectionId[] = ['centres', 'zones', 'parks', 'corridors']

export function landingPage({ title_vi, title_en, attribution, description, links, catalog }: LandingParts): string {
  const extent = catalog.collections.get('province')?.extent ?? catalog.collections.get('corridors')?.extent
  const features = shown.flatMap((id) => catalog.collections.get(id)?.features.map(({ geometry }) => geometry) ?? [])
  const [text_vi = '', text_en = ''] = description.split(' / ')
  return page({
    title_vi,
    title_en,
    trail: [],
    footer: attribution,
    main: html`<p>${text_vi}<span class="en" lang="en">${text_en}</span></p>
      ${extent ? svgMap({ title: title_vi, extent, ground: groundOf(catalog), features }) : null}
      <h2>Có gì ở đây<span class="en" lang="en">What is here</span></h2>
      <table>
        <tbody>
          ${links.map(
            ({ href, title, type, rel }) =>
              html`<tr>
                <th scope="row"><a href="${href}">${title ?? rel}</a></th>
                <td>${type}</td>
              </tr>`,
          )}
        </tbody>
      </table>`,
  })
}
