import { afterAll, describe, expect, test } from 'vitest'
import { referenceSystems } from '../analysis/reference-systems.ts'
import { fixtureApp } from '../testing/fixture-app.ts'
import { communeCount, goldenPositions } from '../testing/fixture-catalog.ts'

interface Answer {
  type: string
  timeStamp: string
  numberMatched: number
  numberReturned: number
  links: { rel: string; href: string; type: string }[]
  features: { id: string; geometry: { coordinates: number[] } | null; properties: Record<string, unknown> }[]
}

const app = await fixtureApp()
afterAll(() => app.close())

const get = (url: string) => app.inject({ url })
const items = async (collection: string, query: Record<string, string> = {}) => {
  const text = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  const response = await get(`/collections/${collection}/items?${text.join('&')}`)
  expect(response.statusCode, response.body).toBe(200)
  return response.json<Answer>()
}
const ids = ({ features }: Answer) => features.map(({ id }) => id)
const detail = async (url: string) => {
  const response = await get(url)
  expect(response.statusCode).toBe(400)
  expect(response.headers['content-type']).toBe('application/problem+json')
  return response.json<{ detail: string }>().detail
}

describe('limit and offset', () => {
  test.each(['abc', '-1', '0', '1.5', '', '1e1', '+5', '0x10', ' 5', '1234567', '５'])(
    'limit=%s is a 400 that shows it',
    async (value) => {
      expect(await detail(`/collections/parks/items?limit=${encodeURIComponent(value)}`)).toBe(
        `limit must be a whole number from 1 to 1000, got "${value}".`,
      )
    },
  )

  test('limit given twice is a 400', async () => {
    expect(await detail('/collections/parks/items?limit=1&limit=2')).toBe('limit must be given once, got it 2 times.')
  })

  test('a limit above the largest gives the largest', async () => {
    const { numberReturned } = await items('communes', { limit: '5000' })
    expect(numberReturned).toBe(communeCount)
    const { links } = await items('communes', { limit: '5000', offset: '10' })
    expect(links.find(({ rel }) => rel === 'prev')?.href).toContain('limit=1000')
  })

  test('an offset beyond the end is an empty page with a way back', async () => {
    const answer = await items('parks', { offset: '99', limit: '2' })
    expect([answer.numberMatched, answer.numberReturned, answer.features]).toEqual([3, 0, []])
    expect(answer.links.find(({ rel }) => rel === 'prev')?.href).toContain('offset=1')
    expect(answer.links.some(({ rel }) => rel === 'next')).toBe(false)
  })

  test.each(['-1', 'x', '', '1.0'])('offset=%s is a 400', async (value) => {
    expect(await detail(`/collections/parks/items?offset=${value}`)).toContain('offset must be a whole number from 0')
  })
})

describe('unknown parameters', () => {
  test.each(['limti', 'LIMIT', '__proto__', 'constructor', 'tên'])('%s is a 400 that names it', async (name) => {
    expect(await detail(`/collections/parks/items?${encodeURIComponent(name)}=5`)).toContain(`no parameter "${name}"`)
  })

  test('a property of another collection is not one of this', async () => {
    expect(await detail('/collections/parks/items?roadClass=national')).toContain('no parameter "roadClass"')
    expect((await get('/collections/roads/items?roadClass=national')).statusCode).toBe(200)
  })

  test('a broken percent sign is a 400 that shows it', async () => {
    expect(await detail('/collections/parks/items?kind=%zz')).toContain('"kind=%zz" holds a percent sign')
  })
})

describe('pages', () => {
  test.each([1, 7, 100, 1000])('following next with limit %d meets each feature once', async (limit) => {
    const met: string[] = []
    let url: string | undefined = `/collections/communes/items?limit=${limit}&kind=ward&f=json`
    let pages = 0
    while (url !== undefined) {
      const answer: Answer = (await get(url)).json()
      expect(answer.numberMatched).toBe(communeCount / 3)
      expect(answer.numberReturned).toBe(answer.features.length)
      expect(answer.features.every(({ properties }) => properties['kind'] === 'ward')).toBe(true)
      met.push(...ids(answer))
      const next: string | undefined = answer.links.find(({ rel }) => rel === 'next')?.href
      if (next !== undefined) {
        expect(next).toContain('kind=ward')
        expect(next).toContain('f=json')
      }
      url = next?.replace('http://127.0.0.1:8080', '')
      pages++
    }
    expect(pages).toBe(Math.ceil(communeCount / 3 / limit))
    expect(new Set(met).size).toBe(met.length)
    expect(met).toHaveLength(communeCount / 3)
  })

  test('next keeps an offset of time and a box as they were meant', async () => {
    const query =
      'datetime=2030-06-01T00:00:00+07:00&bbox=104,19,107,21&bbox-crs=http%3A%2F%2Fwww.opengis.net%2Fdef%2Fcrs%2FOGC%2F1.3%2FCRS84'
    const answer = (await get(`/collections/communes/items?limit=1&${query}`)).json<Answer>()
    const next = answer.links.find(({ rel }) => rel === 'next')?.href.replace('http://127.0.0.1:8080', '') ?? ''
    expect((await get(next)).json<Answer>().numberMatched).toBe(answer.numberMatched)
    expect(decodeURIComponent(next)).toContain('datetime=2030-06-01T00:00:00+07:00')
  })

  test('the time stamp is the time of the answer', async () => {
    const before = Date.now()
    const { timeStamp } = await items('parks')
    expect(Date.parse(timeStamp)).toBeGreaterThanOrEqual(before)
    expect(Date.parse(timeStamp)).toBeLessThanOrEqual(Date.now())
  })

  test('the pages for people are linked like the others', async () => {
    const { body } = await get('/collections/communes/items?limit=10&offset=10&f=html')
    expect(body).toContain('offset=20&#38;limit=10')
    expect(body).toContain('offset=0&#38;limit=10')
    expect(body).toContain('Tên commune-010')
    expect(body).toContain('<svg class="map"')
  })
})

describe('bbox', () => {
  test.each([
    '1,2,3',
    '1,2,3,4,5',
    '1,2,3,NaN',
    '1,2,3,',
    '1,2,3,x',
    '',
    '104,21,106,19',
    'Infinity,0,1,1',
    '104,-91,106,20',
    '1,2,3,1e999',
  ])('bbox=%s is a 400', async (value) => {
    expect(await detail(`/collections/parks/items?bbox=${encodeURIComponent(value)}`)).toMatch(/^bbox must be /)
  })

  test('four or six numbers make a box', async () => {
    expect(ids(await items('parks', { bbox: '105.7,19.7,105.9,19.9' }))).toEqual(['park-a'])
    expect(ids(await items('parks', { bbox: '105.7,19.7,-10,105.9,19.9,10' }))).toEqual(['park-a'])
  })

  test('west above east crosses the 180th meridian', async () => {
    expect(ids(await items('ports', { bbox: '179,0,-179,20' }))).toEqual(['port-east', 'port-west'])
    expect(ids(await items('ports', { bbox: '-180,0,180,20' }))).toEqual(['port-1', 'port-east', 'port-west'])
  })

  test('touching in one point counts', async () => {
    expect(ids(await items('parks', { bbox: '105.8,19.8,106,20' }))).toEqual(['park-a'])
    expect(ids(await items('zones', { bbox: '105.8,19.5,106,20' }))).toContain('coast-zone')
    expect(ids(await items('corridors', { bbox: '105.5,20.5,106,21' }))).toContain('hook')
  })

  test('the shape is tested, not its envelope', async () => {
    expect(ids(await items('corridors', { bbox: '105.1,20.1,105.3,20.3' }))).toEqual([])
    expect(ids(await items('centres', { bbox: '105.12,19.87,105.18,19.93' }))).toEqual([])
    expect(ids(await items('centres', { bbox: '105.05,19.87,105.18,19.93' }))).toEqual(['ring-town'])
    expect(ids(await items('centres', { bbox: '105.01,19.81,105.02,19.82' }))).toEqual(['ring-town'])
  })

  test('a feature without a position is in every box', async () => {
    expect(ids(await items('zones', { bbox: '0,0,1,1' }))).toEqual(['gate-zone'])
  })

  test('a box in another system finds the same', async () => {
    expect(
      ids(
        await items('parks', {
          bbox: '19.7,105.7,19.9,105.9',
          'bbox-crs': 'http://www.opengis.net/def/crs/EPSG/0/4326',
        }),
      ),
    ).toEqual(['park-a'])
    // Round about 19.8 N 105.8 E, by the golden table.
    expect(
      ids(
        await items('parks', {
          bbox: '573000,2180000,594000,2201000',
          'bbox-crs': 'http://www.opengis.net/def/crs/EPSG/0/5897',
        }),
      ),
    ).toEqual(['park-a'])
    expect(ids(await items('parks', { bbox: '573000,2180000,594000,2201000', 'bbox-crs': 'EPSG:3405' }))).toEqual([
      'park-a',
    ])
    expect(
      ids(
        await items('parks', {
          bbox: '11770000,2240000,11785000,2260000',
          'bbox-crs': 'http://www.opengis.net/def/crs/EPSG/0/3857',
        }),
      ),
    ).toEqual(['park-a'])
  })

  test('numbers far outside a grid are a 400', async () => {
    expect(await detail('/collections/parks/items?bbox=1e300,1e300,2e300,2e300&bbox-crs=EPSG:5897')).toContain(
      'bbox must be',
    )
    expect(await detail('/collections/parks/items?bbox=2,1,1,2&bbox-crs=EPSG:5897')).toContain(
      'whose smaller numbers come first',
    )
  })
})

describe('datetime', () => {
  const parks = (datetime: string) => items('parks', { datetime }).then(ids)

  test('an instant, a day, an interval and its open ends', async () => {
    expect(await parks('2030-06-01T12:00:00Z')).toEqual(['park-b', 'park-c'])
    expect(await parks('2025-06-01')).toEqual(['park-a', 'park-c'])
    expect(await parks('2024-01-01/2026-01-01')).toEqual(['park-a', 'park-c'])
    expect(await parks('2026-01-01/..')).toEqual(['park-b', 'park-c'])
    expect(await parks('2026-01-01/')).toEqual(['park-b', 'park-c'])
    expect(await parks('../2026-01-01')).toEqual(['park-a', 'park-c'])
    expect(await parks('../..')).toEqual(['park-a', 'park-b', 'park-c'])
  })

  test('a raw +07:00 is the offset of Vietnam', async () => {
    const raw = async (datetime: string) =>
      ids((await get(`/collections/parks/items?datetime=${datetime}`)).json<Answer>())
    expect(await raw('2030-12-31T23:59:59+07:00')).toEqual(['park-b', 'park-c'])
    expect(await raw('2031-01-01T00:00:00+07:00')).toEqual(['park-c'])
    expect(await raw('2029-12-31T18:00:00Z')).toEqual(['park-b', 'park-c'])
    expect(await raw('2030-12-31T23:59:59%2B07:00')).toEqual(['park-b', 'park-c'])
  })

  test.each([
    'yesterday',
    '2030',
    '2030-13-01',
    '2030-02-30',
    '2030-01-01T00:00:00',
    '2030-01-01T25:00:00Z',
    '2030-01-02/2030-01-01',
    'a/b',
    '2030-01-01/2030-01-02/2030-01-03',
    '',
    '2030-01-01T00:00:00 07:00',
  ])('datetime=%s is a 400', async (value) => {
    const url = `/collections/parks/items?datetime=${encodeURIComponent(value)}`
    if (value === '') expect((await get(url)).statusCode).toBe(400)
    else expect(await detail(url)).toMatch(/^datetime must be /)
  })
})

describe('filters by name', () => {
  test('one property, or several together', async () => {
    expect(ids(await items('parks', { status: 'planned' }))).toEqual(['park-b', 'park-c'])
    expect(ids(await items('parks', { status: 'planned', targetYear: '2030' }))).toEqual(['park-b'])
    expect(ids(await items('parks', { name_vi: 'Tên park-c' }))).toEqual(['park-c'])
    expect(ids(await items('zones', { name_vi: 'Khu kinh tế Bờ Biển'.normalize('NFD') }))).toEqual(['coast-zone'])
    expect(ids(await items('communes', { population2019: '42' }))).toEqual(['commune-042'])
  })

  test('a value the property cannot have is a 400 that says which it can', async () => {
    expect(await detail('/collections/parks/items?status=finished')).toBe(
      'status must be one of existing, under-way, planned, study, got "finished".',
    )
    expect(await detail('/collections/parks/items?targetYear=soon')).toBe('targetYear must be a number, got "soon".')
  })
})

describe('reference systems', () => {
  test.each(referenceSystems.map(({ uri }) => uri))('an answer in %s says so', async (uri) => {
    for (const path of ['items', 'items/golden-0']) {
      const response = await get(`/collections/stations/${path}?crs=${encodeURIComponent(uri)}`)
      expect(response.statusCode).toBe(200)
      expect(response.headers['content-crs']).toBe(`<${uri}>`)
    }
  })

  test('an answer without crs is in CRS84 and says so, as a page too', async () => {
    for (const url of [
      '/collections/stations/items',
      '/collections/stations/items?f=html',
      '/collections/stations/items/golden-0',
    ]) {
      expect((await get(url)).headers['content-crs']).toBe('<http://www.opengis.net/def/crs/OGC/1.3/CRS84>')
    }
  })

  test('the collection lists them all, and in which it is stored', async () => {
    const { crs, storageCrs } = (await get('/collections/stations')).json<{ crs: string[]; storageCrs: string }>()
    expect(crs).toEqual(referenceSystems.map(({ uri }) => uri))
    expect(storageCrs).toBe('http://www.opengis.net/def/crs/OGC/1.3/CRS84')
  })

  test('an unknown one is a 400', async () => {
    expect(await detail('/collections/stations/items?crs=http://www.opengis.net/def/crs/EPSG/0/9999')).toMatch(
      /^crs must be one of /,
    )
    expect(await detail('/collections/stations/items?bbox=1,2,3,4&bbox-crs=EPSG:1')).toMatch(
      /^bbox-crs must be one of /,
    )
  })

  /** From cs2cs; east before north in the grids, latitude before longitude otherwise. */
  const golden = {
    4756: [
      [19.807990151, 105.774132071],
      [20.670971306, 104.378118859],
      [19.300984122, 104.998136273],
      [19.350992372, 105.81813748],
      [20.050992108, 106.048129865],
    ],
    5897: [
      [581102.2425, 2191076.7308],
      [435207.6523, 2286543.9527],
      [499804.1396, 2134771.7209],
      [585954.8114, 2140510.2354],
      [609642.1187, 2218133.3777],
    ],
    3405: [
      [581077.9094, 2190419.342],
      [435227.0919, 2285857.9209],
      [499804.1983, 2134131.2254],
      [585929.0224, 2139868.0181],
      [609609.2228, 2217467.8711],
    ],
    4326: goldenPositions,
  } as const

  test.each(Object.keys(golden))('positions in EPSG:%s are those of cs2cs to a millimetre', async (code) => {
    const { features } = await items('stations', { crs: `http://www.opengis.net/def/crs/EPSG/0/${code}` })
    const perMillimetre = code === '4756' || code === '4326' ? 0.001 / 111_320 : 0.001
    for (const [index, expected] of golden[Number(code) as keyof typeof golden].entries()) {
      const [first = Number.NaN, second = Number.NaN] = features[index]?.geometry?.coordinates ?? []
      expect(Math.abs(first - expected[0])).toBeLessThan(perMillimetre)
      expect(Math.abs(second - expected[1])).toBeLessThan(perMillimetre)
    }
  })

  test('Web Mercator is that of everybody else', async () => {
    const { features } = await items('stations', { crs: 'http://www.opengis.net/def/crs/EPSG/0/3857' })
    // From cs2cs.
    expect(features[0]?.geometry?.coordinates).toEqual([11774930.4581, 2250181.3886])
  })

  test('a feature without a position has none in any system', async () => {
    const { features } = await items('zones', { crs: 'EPSG:5897', name_vi: 'Tên gate-zone' })
    expect(features[0]?.geometry).toBeNull()
  })
})
