import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import { findSchemaProblems } from './schema-problems.ts'

const checker = Compile(
  Type.Object(
    {
      area: Type.Union([Type.Number({ exclusiveMinimum: 0 }), Type.Null()]),
      kind: Type.Enum(['road', 'port']),
      places: Type.Array(Type.Object({ name: Type.String() })),
    },
    { additionalProperties: false },
  ),
)
const sound = { area: 1, kind: 'road', places: [] }

test('a value that fits has no problems', () => {
  expect(findSchemaProblems(checker, sound)).toEqual([])
  expect(findSchemaProblems(checker, { ...sound, area: null })).toEqual([])
})

test('of a value that may be null only the telling complaint is kept', () => {
  expect(findSchemaProblems(checker, { ...sound, area: -1 })).toEqual([
    { path: 'area', message: 'must be > 0', got: -1 },
  ])
  expect(findSchemaProblems(checker, { ...sound, area: 'big' })).toEqual([
    { path: 'area', message: 'must be number', got: 'big' },
  ])
})

test('a value outside a list is told the list', () => {
  expect(findSchemaProblems(checker, { ...sound, kind: 'canal' })[0]?.message).toContain('["road","port"]')
})

test('a problem deep inside is found by its path', () => {
  const problems = findSchemaProblems(checker, { ...sound, places: [{ name: 'a' }, { name: 7 }] })
  expect(problems).toEqual([{ path: 'places/1/name', message: 'must be string', got: 7 }])
})

test('a property nobody knows is named', () => {
  expect(
    findSchemaProblems(checker, { ...sound, colour: 1 })
      .map(({ message }) => message)
      .join(),
  ).toContain('"colour"')
})
