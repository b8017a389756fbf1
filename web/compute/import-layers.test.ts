import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import type { Position } from 'geojson'
import { describe, expect, test } from 'vitest'
import { geodesicDistanceMeters } from '../../server/analysis/measure.ts'
import { limits } from '../exchange/limits.ts'
import { loadSqlite } from '../exchange/sqlite.ts'
import { FileProblem } from '../exchange/problem.ts'
import type { SystemCode } from '../exchange/raw-layer.ts'
import { toWgs84 } from './vn2000.ts'
import { importLayers, type ImportedData, type Question } from './import-layers.ts'

const fixtures = resolve(import.meta.dirname, '../exchange/fixtures')
const fixture = (name: string) => new Uint8Array(readFileSync(resolve(fixtures, name)))
const packed = (name: string) => Object.values(unzipSync(fixture(`${name}.zip`)))[0] ?? new Uint8Array()

/** From cs2cs: the same five points in WGS 84. */
const golden: Position[] = [
  [105.776, 19.807],
  [104.38, 20.67],
  [105.0, 19.3],
  [105.82, 19.35],
  [106.05, 20.05],
]

async function importFile(name: string, content: Uint8Array | string, answer: SystemCode = 'EPSG:5897') {
  const questions: Question[] = []
  const layers = await importLayers(name, typeof content === 'string' ? strToU8(content) : content, {
    known: [],
    progress: () => undefined,
    ask: (question) => {
      questions.push(question)
      return Promise.resolve(answer)
    },
  })
  return { layers, questions }
}

function pointsOf(layers: ImportedData[]): Position[] {
  return layers
    .flatMap(({ collection }) => collection.features)
    .flatMap(({ geometry }) => (geometry.type === 'Point' ? [geometry.coordinates] : []))
}

function worstError(points: Position[]): number {
  expect(points).toHaveLength(5)
  return Math.max(...points.map((point, at) => geodesicDistanceMeters(point, golden[at] ?? [])))
}

const codesOf = (layers: ImportedData[]) => layers.flatMap(({ notes }) => notes.map(({ code }) => code))

describe('control points written by GDAL come within a metre', () => {
  test.each([
    ['control-5897.zip', fixture('control-5897.zip'), 'Shapefile', 0],
    ['control-5897.gpkg', packed('control-5897.gpkg'), 'GeoPackage', 0],
    ['control-3405.gpkg', packed('control-3405.gpkg'), 'GeoPackage', 0],
    ['control-5897.dxf', fixture('control-5897.dxf'), 'DXF', 1],
    ['control.kml', fixture('control.kml'), 'KML', 0],
    ['control.gpx', fixture('control.gpx'), 'GPX', 0],
    ['control.kmz', zipSync({ 'doc.kml': fixture('control.kml') }), 'KMZ', 0],
    ['control-points.csv', fixture('control-points.csv'), 'CSV', 1],
    ['tcvn3-without-prj.zip', fixture('tcvn3-without-prj.zip'), 'Shapefile', 1],
  ] as const)('%s', async (name, bytes, format, asked) => {
    const { layers, questions } = await importFile(name, bytes)
    expect(layers[0]?.format).toBe(format)
    expect(questions).toHaveLength(asked)
    if (asked > 0) expect(questions[0]?.candidates.slice(0, 2)).toEqual(['EPSG:5897', 'EPSG:3405'])
    expect(worstError(pointsOf(layers))).toBeLessThan(0.01)
  })

  test('and so does the triangle through three of them', async () => {
    for (const [name, bytes] of [
      ['a.zip', fixture('control-5897.zip')],
      ['a.gpkg', packed('control-5897.gpkg')],
      ['a.dxf', fixture('control-5897.dxf')],
      ['a.kml', fixture('control.kml')],
    ] as const) {
      const { layers } = await importFile(name, bytes)
      const area = layers
        .flatMap(({ collection }) => collection.features)
        .find(({ geometry }) => geometry.type !== 'Point')
      const rings =
        area?.geometry.type === 'MultiPolygon'
          ? area.geometry.coordinates[0]
          : area?.geometry.type === 'Polygon'
            ? area.geometry.coordinates
            : []
      const corners = rings?.[0]?.map((corner) =>
        Math.min(...golden.map((point) => geodesicDistanceMeters(point, corner))),
      )
      expect(corners, name).toHaveLength(4)
      expect(Math.max(...(corners ?? [])), name).toBeLessThan(0.01)
    }
  })

  test('with Vietnamese names, also from TCVN3 that nothing announces', async () => {
    const names = async (name: string) =>
      (await importFile(name, fixture(name))).layers[0]?.collection.features.map(({ properties }) => properties['ten'])
    expect(await names('control-5897.zip')).toContain('Điểm khống chế 1')
    expect(await names('tcvn3-without-prj.zip')).toContain('Điểm khống chế 1')
    expect(codesOf((await importFile('t.zip', fixture('tcvn3-without-prj.zip'))).layers)).toContain('encoding-guessed')
  })
})

describe('a drawing', () => {
  const dxf = (...pairs: (string | number)[]) => `${pairs.join('\n')}\n`
  const drawing = [
    dxf(0, 'SECTION', 2, 'BLOCKS', 0, 'BLOCK', 8, '0', 2, 'MARK', 70, 0, 10, 0, 20, 0, 30, 0),
    dxf(0, 'CIRCLE', 8, '0', 10, 0, 20, 0, 40, 300, 0, 'CIRCLE', 8, 'OWN', 10, 0, 20, 0, 40, 300),
    dxf(0, 'ENDBLK', 8, '0', 0, 'ENDSEC', 0, 'SECTION', 2, 'ENTITIES'),
    dxf(0, 'INSERT', 8, 'BOUNDARY', 2, 'MARK', 10, 581_102, 20, 2_191_076),
    // A Bézier curve of 6 km, all in one span.
    dxf(0, 'SPLINE', 8, 'ROAD', 100, 'AcDbSpline', 70, 8, 71, 3, 72, 8, 73, 4, 74, 0),
    dxf(40, 0, 40, 0, 40, 0, 40, 0, 40, 1, 40, 1, 40, 1, 40, 1),
    dxf(10, 573_000, 20, 2_195_000, 10, 575_000, 20, 2_198_000, 10, 577_000, 20, 2_192_000, 10, 579_000, 20, 2_195_000),
    dxf(0, 'ENDSEC', 0, 'EOF'),
  ].join('')

  test('has what lies on layer 0 of a block on the layer where the block is inserted', async () => {
    const { layers } = await importFile('t.dxf', drawing)
    const names = layers[0]?.collection.features.map(({ properties }) => properties['layer'])
    expect(names).toEqual(['BOUNDARY', 'OWN', 'ROAD'])
  })

  test('has splines that leave their curve by less than five metres', async () => {
    const { layers } = await importFile('t.dxf', drawing)
    const road = layers[0]?.collection.features.at(-1)?.geometry
    const line = road?.type === 'LineString' ? road.coordinates : []
    const middles = line
      .slice(1)
      .map(([x = 0, y = 0], at) => [((line[at]?.[0] ?? 0) + x) / 2, ((line[at]?.[1] ?? 0) + y) / 2])
    const curve = Array.from({ length: 2001 }, (_, step) => {
      const t = step / 2000
      const bend = (a: number, b: number, c: number, d: number) =>
        a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t ** 2 * (1 - t) + d * t ** 3
      return toWgs84(
        'EPSG:5897',
        bend(573_000, 575_000, 577_000, 579_000),
        bend(2_195_000, 2_198_000, 2_192_000, 2_195_000),
      )
    })
    expect(middles.length).toBeGreaterThan(20)
    for (const middle of middles)
      expect(Math.min(...curve.map((point) => geodesicDistanceMeters([...point], middle)))).toBeLessThan(5)
  })
})

describe('a table in an encoding of before Unicode', () => {
  const names = ['Khu công nghiệp Bỉm Sơn', 'Xã Nga Bạch', 'Hồ Cửa Đạt', 'Đường tỉnh lộ Nghĩ Ngợi']
  // As unikey's tables have them: the bytes by their letters in windows-1252.
  const written = {
    VNI: ['Khu coâng nghieäp Bæm Sôn', 'Xaõ Nga Baïch', 'Hoà Cöûa Ñaït', 'Ñöôøng tænh loä Nghó Ngôïi'],
    TCVN3: ['Khu c«ng nghiÖp BØm S¬n', 'X· Nga B¹ch', 'Hå Cöa §¹t', '§\u00ADêng tØnh lé NghÜ Ngîi'],
  }
  test.each(['VNI', 'TCVN3'] as const)('%s is recognised by its words', async (encoding) => {
    const rows = written[encoding].map((name, at) => `${name};${581_102 + at};2191076`)
    const bytes = Uint8Array.from(`Ten;E;N\n${rows.join('\n')}\n`, (letter) => letter.charCodeAt(0))
    const { layers } = await importFile('t.csv', bytes)
    expect(layers[0]?.collection.features.map(({ properties }) => properties['Ten'])).toEqual(names)
    expect(codesOf(layers)).toContain('encoding-guessed')
  })
  test('windows-1258 is, with its tones behind the letters', async () => {
    const bytes = [...'Ten;E;N\nHồ Cửa Đạt;581102;2191076\nXã Nga Bạch;581103;2191076\n'].flatMap((letter) => {
      const tone = letter.normalize('NFD').match(/[\u0300\u0301\u0303\u0309\u0323]/u)?.[0] ?? ''
      const bare = letter.normalize('NFD').replace(tone, '').normalize('NFC')
      const codes: Record<string, number> = { ô: 0xf4, ư: 0xfd, Đ: 0xd0 }
      const tones: Record<string, number> = { '\u0300': 0xcc, '\u0303': 0xde, '\u0309': 0xd2, '\u0323': 0xf2 }
      return [codes[bare] ?? bare.charCodeAt(0), ...(tone === '' ? [] : [tones[tone] ?? 0])]
    })
    const { layers } = await importFile('t.csv', Uint8Array.from(bytes))
    expect(layers[0]?.collection.features.map(({ properties }) => properties['Ten'])).toEqual([
      'Hồ Cửa Đạt',
      'Xã Nga Bạch',
    ])
  })
})

describe('tables', () => {
  const row = '581102.2425,2191076.7308'
  test.each([
    ['north first, as surveyors write', 'X,Y\n2191076.7308,581102.2425\n', ['axes-swapped']],
    ['east first', `E,N\n${row}\n`, []],
    ['no heading', `1,${row}\n2,${row}\n`, []],
    ['decimal comma', 'tên;X;Y\nA;2191076,7308;581102,2425\n', ['axes-swapped']],
    ['grouped thousands', 'tên;X;Y\nA;2.191.076,7308;581.102,2425\n', ['axes-swapped']],
    ['tabs', 'name\teast\tnorth\nA\t581102.2425\t2191076.7308\n', []],
    ['well-known text', 'id,shape\n1,"POINT (581102.2425 2191076.7308)"\n', []],
  ])('%s', async (_, text, notes) => {
    const { layers, questions } = await importFile('t.csv', text)
    expect(questions).toHaveLength(1)
    const [point] = pointsOf(layers)
    expect(geodesicDistanceMeters(point ?? [], golden[0] ?? [])).toBeLessThan(0.01)
    expect(codesOf(layers).filter((code) => code === 'axes-swapped')).toEqual(notes)
  })

  test('the heading may name the system', async () => {
    const { layers, questions } = await importFile('t.csv', `name,E_EPSG5897,N_EPSG5897\nA,${row}\n`)
    expect(questions).toEqual([])
    expect(layers[0]?.system).toBe('EPSG:5897')
  })

  test('degrees of which nothing says the datum are asked about among two', async () => {
    const { questions } = await importFile('t.csv', 'ten,kinh độ,vĩ độ\nA,105.776,19.807\n', 'EPSG:4326')
    expect(questions[0]?.candidates).toEqual(['EPSG:4756', 'EPSG:4326'])
  })

  test('degrees with minutes and seconds', async () => {
    const { layers } = await importFile('t.csv', `name;lat;lon;WGS84\nA;19°48'25.2"N;105°46'33.6"E;\n`)
    expect(pointsOf(layers)[0]).toEqual([105.776, 19.807])
  })

  test.each([
    [
      'UTF-16 with a mark',
      (text: string) =>
        new Uint8Array([
          0xff,
          0xfe,
          ...new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer),
        ]),
    ],
    [
      'UTF-16 without',
      (text: string) => new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer),
    ],
    // Composed in windows-1258: base letters with their tones as marks behind them.
    [
      'windows-1258',
      (text: string) =>
        Uint8Array.from(
          text.replace('Điểm khống chế', '\u00d0i\u00ea\u00d2m kh\u00f4\u00ecng ch\u00ea\u00ec'),
          (letter) => letter.charCodeAt(0),
        ),
    ],
  ])('in %s', async (_, encode) => {
    const { layers } = await importFile('t.csv', encode(`tên,E,N\nĐiểm khống chế,${row}\n`.replace('tên', 'ten')))
    expect(layers[0]?.collection.features[0]?.properties['ten']).toBe('Điểm khống chế')
  })
})

test('a table whose headings name the wrong axis says that it went by the numbers', async () => {
  const { layers } = await importFile('a.csv', 'name,lat,lon\na,105.776,19.807\nb,105.82,19.35\n', 'EPSG:4326')
  expect(pointsOf(layers)[0]).toEqual([105.776, 19.807])
  expect(codesOf(layers)).toContain('headings-contradicted')
})

test('degrees far from here are never offered a grid of metres first', async () => {
  const { questions } = await importFile('a.csv', 'name,lat,lon\na,48.85,2.35\nb,48.9,2.4\n', 'EPSG:4326')
  expect(questions[0]?.candidates).toEqual(['EPSG:4326', 'EPSG:4756'])
})

test('a Shapefile without its values says so', async () => {
  const parts = Object.entries(unzipSync(fixture('control-5897.zip'))).filter(([name]) => !name.endsWith('.dbf'))
  expect(codesOf((await importFile('a.zip', zipSync(Object.fromEntries(parts)))).layers)).toContain('no-values')
})

test('what is said of a KML cut short are the words of its parser, once', async () => {
  const refused = importFile('a.kml', '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark>')
  await expect(refused).rejects.toMatchObject({
    code: 'broken',
    values: { detail: expect.stringMatching(/^unclosed/) },
  })
})

describe('GeoJSON', () => {
  const point = (x: number, y: number, crs = '') =>
    `{"type":"FeatureCollection",${crs}"features":[{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[${x},${y}]}}]}`

  test('without a member crs is WGS 84, as its standard has it', async () => {
    const { layers, questions } = await importFile('a.geojson', point(105.776, 19.807))
    expect([questions.length, layers[0]?.system]).toEqual([0, 'EPSG:4326'])
  })

  test('far from here is WGS 84 too, and said to lie outside', async () => {
    const { layers, questions } = await importFile('a.geojson', point(2.35, 48.85))
    expect([questions.length, layers[0]?.system]).toEqual([0, 'EPSG:4326'])
    expect(pointsOf(layers)).toEqual([[2.35, 48.85]])
    expect(codesOf(layers)).toContain('outside-province')
  })

  test('with latitude first is turned round, and says so', async () => {
    const { layers } = await importFile('a.geojson', point(19.807, 105.776))
    expect(pointsOf(layers)).toEqual([[105.776, 19.807]])
    expect(codesOf(layers)).toContain('axes-swapped')
  })

  test('with metres is asked about, whatever it says of degrees', async () => {
    const { layers, questions } = await importFile(
      'a.geojson',
      point(581102.2425, 2191076.7308, '"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},'),
    )
    expect(questions).toHaveLength(1)
    expect(codesOf(layers)).toContain('system-contradicted')
  })

  test('in web Mercator is known by its numbers', async () => {
    const { layers, questions } = await importFile('a.geojson', point(11_774_930.5, 2_251_153.8))
    expect([questions.length, layers[0]?.system]).toEqual([0, 'EPSG:3857'])
    expect(codesOf(layers)).toContain('system-from-numbers')
  })

  test('on the grid of another zone of VN-2000 is placed by its meridian', async () => {
    const { layers } = await importFile('a.geojson', point(-46_976, 2_199_000))
    expect(layers[0]?.system).toBe('EPSG:3406')
  })
})

describe('a file that cannot be taken says why', () => {
  const deep = (depth: number) => '[['.repeat(depth) + '0' + ']]'.repeat(depth)
  const nested = (depth: number): string =>
    depth === 0
      ? '{"type":"Point","coordinates":[105,20]}'
      : `{"type":"GeometryCollection","geometries":[${nested(depth - 1)}]}`
  const million = () => `{"type":"LineString","coordinates":[${'[105.1,20],'.repeat(limits.positions)}[105,20]]}`
  /** A small archive whose directory says how much would come out of it. */
  const bomb = () => {
    const archive = zipSync({ 'a.csv': strToU8('x,y') })
    const view = new DataView(archive.buffer)
    const directory = view.getUint32(archive.length - 6, true)
    view.setUint32(directory + 24, 2_000_000_000, true)
    return archive
  }

  test.each<[string, string, () => Uint8Array | string, string]>([
    ['fifty megabytes', 'a.geojson', () => new Uint8Array(50 * 1024 * 1024), 'too-large'],
    ['nothing', 'a.geojson', () => '', 'empty'],
    ['a zip bomb', 'a.zip', bomb, 'unpacks-too-large'],
    ['a zip in a zip', 'a.zip', () => zipSync({ 'b.zip': zipSync({ 'c.csv': strToU8('x,y\n1,2') }) }), 'nested-zip'],
    ['a zip without maps', 'a.zip', () => zipSync({ 'readme.txt': strToU8('hello') }), 'nothing-in-zip'],
    ['a zip cut short', 'a.zip', () => fixture('control-5897.zip').slice(0, 900), 'broken'],
    ['a Shapefile without its shapes', 'a.zip', () => zipSync({ 'a.dbf': new Uint8Array(40) }), 'missing-part'],
    ['a million positions', 'a.geojson', million, 'too-many-positions'],
    ['brackets without end', 'a.geojson', () => deep(200_000), 'no-features'],
    ['collections in collections', 'a.geojson', () => nested(40), 'too-deep'],
    ['half a GeoJSON', 'a.geojson', () => '{"type":"FeatureCollection","features":[', 'broken'],
    ['JSON that is no map', 'package.json', () => '{"name":"x"}', 'other-content'],
    ['a table of headings only', 'a.csv', () => 'name,lon,lat\n', 'no-features'],
    ['an archive of nothing', 'a.zip', () => zipSync({}), 'empty'],
    ['numbers of no grid', 'a.geojson', () => '{"type":"Point","coordinates":[1e308,1e308]}', 'no-features'],
    ['no position that is a number', 'a.geojson', () => '{"type":"Point","coordinates":["a",null]}', 'no-features'],
    [
      'degrees beyond the poles',
      'a.geojson',
      () => '{"type":"Point","coordinates":[700,900],"crs":{"type":"name","properties":{"name":"EPSG:4326"}}}',
      'off-earth',
    ],
    ['a page of a web site', 'a.kml', () => '<!doctype html><html><body>x</body></html>', 'unknown-format'],
    ['a page that calls itself a table', 'a.csv', () => '<html>,</html>', 'unknown-format'],
    ['a table without coordinates', 'a.csv', () => 'name,age\nA,12\nB,14\n', 'no-coordinates'],
    [
      'entities that blow up',
      'a.kml',
      () =>
        '<?xml version="1.0"?><!DOCTYPE k [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><kml><Placemark><name>&b;</name></Placemark></kml>',
      'entities',
    ],
    ['broken XML', 'a.kml', () => '<kml><Document><Placemark></kml>', 'broken'],
    ['a drawing of AutoCAD', 'a.dwg', () => 'AC1032\0\0\0\0\0', 'old-format'],
    ['a picture', 'a.geojson', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'old-format'],
    ['a GeoPackage of nothing', 'a.gpkg', () => strToU8(`SQLite format 3\0${'x'.repeat(200)}`), 'broken'],
    [
      'an unknown system in degrees of nowhere',
      'a.geojson',
      () => '{"type":"Point","coordinates":[900000,100],"crs":{"type":"name","properties":{"name":"EPSG:9999"}}}',
      'unknown-system',
    ],
    [
      'a table of shapes that promises too many rows',
      'a.zip',
      () => {
        const parts = unzipSync(fixture('control-5897.zip'))
        const dbf = parts['diem.dbf']?.slice() ?? new Uint8Array()
        new DataView(dbf.buffer).setUint32(4, 0xffffffff, true)
        return zipSync({ ...parts, 'diem.dbf': dbf })
      },
      'broken',
    ],
  ])('%s', async (_, name, content, code) => {
    const problem = await importFile(name, content()).then(
      () => null,
      (error: unknown) => error,
    )
    expect(problem).toBeInstanceOf(FileProblem)
    expect((problem as FileProblem).code).toBe(code)
  })

  test('a database that is no GeoPackage is told from a damaged one', async () => {
    const { Database } = await loadSqlite()
    const database = new Database()
    database.run('CREATE TABLE people (name TEXT)')
    const problem = await importFile('a.gpkg', database.export()).catch((error: unknown) => error)
    expect(problem).toMatchObject({ code: 'other-content', values: { is: 'SQLite', format: 'GeoPackage' } })
    database.run('CREATE TABLE gpkg_contents (table_name TEXT)')
    expect(await importFile('a.gpkg', database.export()).catch((error: unknown) => error)).toMatchObject({
      code: 'no-features',
    })
    database.close()
  })

  test('a table with gaps and words among its coordinates keeps the rows that have them', async () => {
    const { layers } = await importFile(
      'a.csv',
      'name,lon,lat\na,NaN,19\nb,Infinity,20\nc,105.5,19.8\nd,,\n',
      'EPSG:4326',
    )
    expect(layers[0]?.featureCount).toBe(1)
    expect(layers[0]?.notes).toContainEqual({ code: 'positions-dropped', values: { count: 2 } })
  })

  test('a table of five thousand columns of numbers is read within seconds', async () => {
    const columns = Array.from({ length: 4998 }, (_, at) => at)
    const table = `${[...columns.map((at) => `c${at}`), 'lon', 'lat'].join()}\n${[...columns, 105.5, 19.8].join()}\n`
    const begun = performance.now()
    const { layers } = await importFile('a.csv', table, 'EPSG:4326')
    expect(performance.now() - begun).toBeLessThan(5000)
    expect(layers[0]?.bounds).toEqual([105.5, 19.8, 105.5, 19.8])
  })

  test('a drawing that promises two thousand million corners has as many as it holds', async () => {
    const dxf =
      '0\nSECTION\n2\nENTITIES\n0\nLWPOLYLINE\n8\nranh\n90\n2000000000\n70\n1\n10\n581102\n20\n2191076\n10\n581202\n20\n2191076\n10\n581202\n20\n2191176\n0\nENDSEC\n0\nEOF\n'
    const { layers } = await importFile('a.dxf', dxf)
    expect(layers[0]?.positionCount).toBe(4)
  })

  test('what is not a number is left out, counted and told', async () => {
    const { layers } = await importFile(
      'a.geojson',
      '{"type":"LineString","coordinates":[[105,20],[null,20],[105.1,20.1]]}',
    )
    expect(layers[0]?.positionCount).toBe(2)
    expect(layers[0]?.notes).toContainEqual({ code: 'positions-dropped', values: { count: 1 } })
  })

  test('a wrong ending does not matter, and is told', async () => {
    const { layers } = await importFile('a.csv', '{"type":"Point","coordinates":[105,20]}')
    expect(layers[0]?.format).toBe('GeoJSON')
    expect(codesOf(layers)).toContain('extension')
  })
})
