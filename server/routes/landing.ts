/**
 * `/`: where a program finds everything else; for a person in a browser, the atlas itself.
 */
import { Type, type Static } from 'typebox'
import { chooseFormat, htmlFormat, jsonFormat } from '../plugins/negotiation.ts'
import { attribution } from './attribution.ts'
import type { Routes } from './context.ts'
import { landingPage } from './html/landing-page.ts'
import { sendPage } from './html/layout.ts'
import { Link, mediaTypes } from './links.ts'
import { formatParameter } from './query/parameters.ts'
import { openQuerySchema, unknownParameter } from './query/query.ts'

const title_vi = 'Bản đồ quy hoạch Thanh Hóa'
const title_en = 'Thanh Hóa planning atlas'

const Landing = Type.Object({
  title: Type.String(),
  description: Type.String(),
  attribution: Type.String(),
  links: Type.Array(Link),
})

const parameters = { f: formatParameter(['json', 'html']) }

export const landing: Routes = async (app, { catalog, baseUrl, webFolder }) => {
  app.get(
    '/',
    {
      schema: {
        operationId: 'getLandingPage',
        summary: 'Where everything else is',
        tags: ['discovery'],
        querystring: openQuerySchema(parameters, {}),
        response: { 200: Landing },
      },
    },
    async (request, reply) => {
      const format = chooseFormat(request.headers.accept, request.query.f, [jsonFormat, htmlFormat])
      const base = baseUrl(request)
      const { f, others } = request.query
      const isForTheMap = format === 'html' && f === undefined && webFolder !== null
      // Links people share pick up parameters on their way; the map does not mind, the document does.
      const [unknown] = isForTheMap ? [] : others.keys()
      if (unknown !== undefined) throw unknownParameter(unknown, Object.keys(parameters))
      if (format === 'json') return toLanding(base)
      // The address a person types shows the map; `?f=html` is the readable form of the document.
      if (isForTheMap) {
        return reply.sendFile('index.html', webFolder)
      }
      const { description, links } = toLanding(base)
      return sendPage(reply, landingPage({ title_vi, title_en, attribution, description, links, catalog }))
    },
  )
}

function toLanding(base: string): Static<typeof Landing> {
  const { json, html } = mediaTypes
  return {
    title: `${title_vi} / ${title_en}`,
    description:
      'Chương trình hành động năm 2021 của tỉnh Thanh Hóa trên bản đồ: mỗi con số có nguồn, mỗi hình có độ bất định. / The 2021 action programme of Thanh Hóa province on a map: every number with its origin, every shape with its uncertainty.',
    attribution,
    links: [
      { href: `${base}/?f=json`, rel: 'self', type: json, title: 'This document' },
      { href: `${base}/?f=html`, rel: 'alternate', type: html, title: 'This document as a page' },
      { href: `${base}/api`, rel: 'service-desc', type: mediaTypes.openapi, title: 'The API, as OpenAPI 3.0' },
      { href: `${base}/api?f=html`, rel: 'service-doc', type: html, title: 'The API, as a page' },
      { href: `${base}/conformance`, rel: 'conformance', type: json, title: 'Which standards are kept' },
      {
        href: `${base}/conformance`,
        rel: 'http://www.opengis.net/def/rel/ogc/1.0/conformance',
        type: json,
        title: 'Which standards are kept',
      },
      { href: `${base}/collections`, rel: 'data', type: json, title: 'The collections' },
      {
        href: `${base}/tiles`,
        rel: 'http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector',
        type: json,
        title: 'Vector tiles of all collections',
      },
      {
        href: `${base}/tileMatrixSets`,
        rel: 'http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes',
        type: json,
        title: 'The grid of the tiles',
      },
      { href: `${base}/tiles.json`, rel: 'item', type: json, title: 'Vector tiles of all collections, as TileJSON 3' },
      {
        href: `${base}/plan`,
        rel: 'item',
        type: json,
        title: 'Figures, pillars, clauses and origins of the programme',
      },
      { href: `${base}/analysis/ledger`, rel: 'item', type: json, title: 'Where the total area comes from' },
      { href: `${base}/analysis/coverage`, rel: 'item', type: json, title: 'What the corridors reach and miss' },
    ],
  }
}
