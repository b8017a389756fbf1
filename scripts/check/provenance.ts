/**
 * Does every feature say how its shape is known, and every statement who made it?
 */
import { eachFeature, listOf, show, textOf, type Atlas, type Rule } from './atlas.ts'

export const placedFeaturesHaveBasisAndUncertainty: Rule = (atlas) =>
  eachFeature(atlas).flatMap(({ feature, where }) => {
    const { geometryBasis, uncertaintyMeters } = feature.properties
    const known = [geometryBasis, uncertaintyMeters].filter((value) => value !== null && value !== undefined).length
    if (known === (feature.geometry ? 2 : 0)) return []
    return [
      feature.geometry
        ? `${where} is placed, so geometryBasis and uncertaintyMeters must be given, got ${show(geometryBasis)} and ${show(uncertaintyMeters)}`
        : `${where} is not placed, so geometryBasis and uncertaintyMeters must be null, got ${show(geometryBasis)} and ${show(uncertaintyMeters)}`,
    ]
  })

export const everyUncertaintyIsBelievable: Rule = (atlas) =>
  eachFeature(atlas).flatMap(({ feature, where }) => {
    const { uncertaintyMeters } = feature.properties
    return typeof uncertaintyMeters === 'number' && uncertaintyMeters > 100_000
      ? [`${where} uncertaintyMeters must be metres, at most 100,000, got ${uncertaintyMeters}`]
      : []
  })

export const everyOriginIsKnown: Rule = (atlas) => {
  const known = new Set(atlas.seeds['sources.json'].map(({ id }) => id))
  const unknownIn = (value: unknown, where: string): string[] =>
    originIdsIn(value)
      .filter((id) => !known.has(id))
      .map((id) => `${where} origin must be in seeds/sources.json, got ${show(id)}`)
  return [
    ...eachFeature(atlas).flatMap(({ feature, where }) => unknownIn(feature.properties, where)),
    ...Object.entries(atlas.seeds).flatMap(([file, entries]) =>
      file === 'sources.json'
        ? []
        : entries.flatMap((entry, i) =>
            unknownIn(entry, `seeds/${file}: entries/${i}${'id' in entry ? ` (${entry.id})` : ''}`),
          ),
    ),
  ]
}

export const everyClauseExists: Rule = (atlas) => {
  const known = new Set(atlas.seeds['plan/clauses.json'].map(({ id }) => id))
  const unknown = (clauses: readonly unknown[], where: string) =>
    clauses
      .filter((clause) => !known.has(textOf(clause)))
      .map((clause) => `${where} clause must be in seeds/plan/clauses.json, got ${show(clause)}`)
  return [
    ...eachFeature(atlas).flatMap(({ feature, where }) => unknown(listOf(feature.properties['clauses']), where)),
    ...atlas.seeds['plan/figures.json'].flatMap(({ id, clause }) =>
      unknown([clause], `seeds/plan/figures.json: ${id}`),
    ),
    ...atlas.seeds['plan/pillars.json'].flatMap(({ id, clauses }) =>
      unknown(clauses, `seeds/plan/pillars.json: ${id}`),
    ),
  ]
}

/** General knowledge that nobody has checked may be told, never counted. */
export const noStatedAreaIsUnverified: Rule = (atlas) => {
  const unverified = new Set(unverifiedOrigins(atlas))
  return eachFeature(atlas).flatMap(({ feature, where }) => {
    const originId = textOf(feature.properties['statedAreaOriginId'])
    return unverified.has(originId) ? [`${where} statedAreaOriginId must be a document, got ${show(originId)}`] : []
  })
}

export const unverifiedStatementsHaveLowConfidence: Rule = (atlas) => {
  const unverified = new Set(unverifiedOrigins(atlas))
  return eachFeature(atlas).flatMap(({ feature, where }) =>
    ['figures', 'notes'].flatMap((list) =>
      listOf(feature.properties[list]).flatMap((statement, i) => {
        if (!isObject(statement) || !unverified.has(textOf(statement['originId']))) return []
        if (statement['confidence'] === 'low') return []
        return [
          `${where} ${list}/${i} is general knowledge, so confidence must be low, got ${show(statement['confidence'])}`,
        ]
      }),
    ),
  )
}

export const statedAreaHasAnOrigin: Rule = (atlas) =>
  eachFeature(atlas).flatMap(({ feature, where }) => {
    const { properties } = feature
    if (!('statedAreaOriginId' in properties)) return []
    const { statedAreaHectares, statedAreaOriginId } = properties
    return (statedAreaHectares === null) === (statedAreaOriginId === null)
      ? []
      : [
          `${where} statedAreaHectares and statedAreaOriginId must be given together, got ${show(statedAreaHectares)} and ${show(statedAreaOriginId)}`,
        ]
  })

function unverifiedOrigins({ seeds }: Atlas): string[] {
  return seeds['sources.json'].filter(({ kind }) => kind === 'unverified').map(({ id }) => id)
}

/** Whatever is called `originId`, `originIds` or `…OriginId`, at any depth. */
function originIdsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(originIdsIn)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'originIds') return listOf(inner).map(textOf)
    if (/^originId$|OriginId$/.test(key)) return inner === null ? [] : [textOf(inner)]
    return originIdsIn(inner)
  })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
