import { expect, test } from 'vitest'
import { chooseFormat, geoJsonFormat, htmlFormat, jsonFormat } from './negotiation.ts'

const choose = (accept: string | undefined) => chooseFormat(accept, undefined, [jsonFormat, htmlFormat])

test.each([
  [undefined, 'json'],
  ['', 'json'],
  ['*/*', 'json'],
  ['application/*', 'json'],
  ['text/*', 'html'],
  ['text/html', 'html'],
  ['TEXT/HTML', 'html'],
  ['application/json;q=0.5, text/html;q=0.9', 'html'],
  ['text/html, application/json', 'json'],
  ['text/html;q=0, */*', 'json'],
  ['application/json;q=0, */*;q=0.1', 'html'],
  ['application/xml, */*;q=0.01', 'json'],
  ['text/html;level=1;q=0.4, application/json;q=0.3', 'html'],
] as const)('Accept: %s gives %s', (accept, format) => {
  expect(choose(accept)).toBe(format)
})

test.each(['application/xml', 'image/png', 'text/html;q=0, application/json;q=0', 'nonsense'])(
  'Accept: %s gives nothing',
  (accept) => {
    expect(() => choose(accept)).toThrow('Accept must allow one of application/json, text/html')
  },
)

test('GeoJSON answers to its own type and to plain JSON', () => {
  const formats = [geoJsonFormat, htmlFormat]
  expect(chooseFormat('application/geo+json', undefined, formats)).toBe('geojson')
  expect(chooseFormat('application/json', undefined, formats)).toBe('geojson')
  expect(chooseFormat('text/html', 'geojson', formats)).toBe('geojson')
})
