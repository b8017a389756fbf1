/**
 * What exists, is under way or is planned by 2021, 2025 and 2030, and what has appeared since 2021.
 *
 * By a year, a feature exists if it did in 2021, if the programme wants it by that year or an earlier one
 * (`targetYear`), or if a later document has it in use by then (`openedYear`). Of everything else the status of
 * 2021 is all that is known. The map paints by the same rule, see `statusAt` in `web/layers/parts.ts`.
 */
import type { CollectionId, FeatureOf, Status } from '../domain/collections.ts'
import type { PhaseCollection, PhaseFeature, PhaseState, PhaseYear } from '../domain/phases.ts'

/** What the programme builds or wants, in the order of the list. */
export const phasedCollections = [
  'zones',
  'parks',
  'later-parks',
  'centres',
  'corridors',
  'roads',
  'interchanges',
  'railways',
  'stations',
  'ports',
  'airports',
  'border-gates',
  'projects',
  'waterworks',
  'fishing-ports',
] as const satisfies readonly CollectionId[]

type PhasedFeature = Pick<FeatureOf<(typeof phasedCollections)[number]>, 'id' | 'geometry'> & {
  properties: Pick<
    FeatureOf<(typeof phasedCollections)[number]>['properties'],
    'name_vi' | 'name_en' | 'status' | 'targetYear'
  > & { openedYear?: number }
}

export function planAt(
  phase: PhaseYear,
  featuresOf: (collection: (typeof phasedCollections)[number]) => readonly PhasedFeature[],
): PhaseState {
  return {
    phase,
    collections: phasedCollections.flatMap((collection): PhaseCollection[] => {
      const features = featuresOf(collection).map((feature) => featureAt(phase, feature))
      if (features.length === 0) return []
      const count = (status: Status) => features.filter((feature) => feature.status === status).length
      return [
        {
          collection,
          counts: {
            existing: count('existing'),
            'under-way': count('under-way'),
            planned: count('planned'),
            study: count('study'),
          },
          features,
        },
      ]
    }),
  }
}

function featureAt(phase: PhaseYear, { id, geometry, properties }: PhasedFeature): PhaseFeature {
  const { name_vi, name_en, status, targetYear, openedYear } = properties
  const causes = [
    ...(openedYear === undefined ? [] : [{ year: openedYear, by: 'opened' as const }]),
    ...(targetYear === null ? [] : [{ year: targetYear, by: 'target' as const }]),
  ]
  const cause = causes.filter(({ year }) => year <= phase).toSorted((a, b) => a.year - b.year)[0] ?? null
  return {
    featureId: id,
    name_vi,
    name_en,
    status: cause ? 'existing' : status,
    statusIn2021: status,
    appears: status === 'existing' ? null : cause,
    hasPosition: geometry !== null,
  }
}
