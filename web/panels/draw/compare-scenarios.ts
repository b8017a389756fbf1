import type { CollectionId } from '../../../server/domain/collections.ts'
import type { Range, Verdict } from '../../../server/domain/coverage.ts'
import type { WhatIf } from '../../../server/domain/what-if.ts'
import { kindOfCollection } from '../../state/kinds.ts'
import type { Language } from '../../state/atlas-state.ts'
import type { ContentsRow, ContentsSection } from './contents-table.ts'

/**
 * Two scenarios side by side, each against the plan: what it gains and loses, how much is within its reach, and the
 * parks, ports and gates on which the two disagree.
 */
export function compareScenarios(
  [first, second]: readonly [WhatIf, WhatIf],
  word: (key: string) => string,
  language: Language,
): ContentsSection[] {
  const name = (one: { name_vi: string; name_en: string }) => (language === 'vi' ? one.name_vi : one.name_en)
  const labelled = (collection: CollectionId, one: { name_vi: string; name_en: string }) =>
    `${name(one)} (${word(`kind.${kindOfCollection(collection) ?? collection}`)})`
  const row = (id: string, unit: ContentsRow['unit'], of: (one: WhatIf) => Range | null): ContentsRow => ({
    id,
    label: word(`draw.scenario.row.${id}`),
    unit,
    cells: [of(first), of(second)],
  })
  const sections: ContentsSection[] = [
    {
      id: 'changes',
      title: word('draw.whatIf.title'),
      rows: [
        row('buffer', 'km', ({ bufferMeters }) => exactly(bufferMeters / 1000)),
        row('gainedLand', 'ha', ({ gained }) => gained.areaHectares),
        row('lostLand', 'ha', ({ lost }) => lost.areaHectares),
        row('gainedPeople', 'people', ({ gained }) => gained.people),
        row('lostPeople', 'people', ({ lost }) => lost.people),
      ],
    },
    {
      id: 'reach',
      title: word('draw.whatIf.totals'),
      rows: [
        row('land', 'ha', ({ scenario }) => scenario.areaHectares),
        row('landShare', 'share', ({ scenario }) => scenario.areaShare),
        row('people', 'people', ({ scenario }) => scenario.people),
        row('peopleShare', 'share', ({ scenario }) => scenario.peopleShare),
      ],
    },
    {
      id: 'areas',
      title: word('draw.scenario.areas'),
      rows: pairs(first.areas, second.areas).flatMap(({ collection, one, other }): ContentsRow[] => {
        const known = one ?? other
        // A feature that a scenario does not name is there what it is in the plan.
        const cells = [one?.scenario ?? other?.plan, other?.scenario ?? one?.plan].map((area) => area?.areaHectares)
        const [left, right] = cells
        if (!known || !left || !right || Math.abs(left.value - right.value) < leastHectares) return []
        return [
          {
            id: `${collection}/${known.featureId}`,
            label: labelled(collection, known),
            unit: 'ha',
            cells: [left, right],
          },
        ]
      }),
    },
    {
      id: 'points',
      title: word('draw.scenario.points'),
      rows: pairs(first.points, second.points).flatMap(({ collection, one, other }): ContentsRow[] => {
        const known = one ?? other
        const left: Verdict | undefined = one?.scenario ?? other?.plan
        const right: Verdict | undefined = other?.scenario ?? one?.plan
        if (!known || !left || !right || left === right) return []
        return [
          {
            id: `${collection}/${known.featureId}`,
            label: labelled(collection, known),
            unit: 'verdict',
            cells: [left, right],
          },
        ]
      }),
    },
  ]
  return sections.filter(({ rows }) => rows.length > 0)
}

const leastHectares = 0.1

function exactly(value: number): Range {
  return { low: value, value, high: value }
}

/** Features that either names, with what each of the two says of them. */
function pairs<Change extends { featureId: string }>(
  first: readonly { collection: CollectionId; features: readonly Change[] }[],
  second: readonly { collection: CollectionId; features: readonly Change[] }[],
): { collection: CollectionId; one: Change | undefined; other: Change | undefined }[] {
  const collections = [...new Set([...first, ...second].map(({ collection }) => collection))]
  return collections.flatMap((collection) => {
    const [left = [], right = []] = [first, second].map(
      (list) => list.find((entry) => entry.collection === collection)?.features,
    )
    const ids = [...new Set([...left, ...right].map(({ featureId }) => featureId))]
    return ids.map((id) => ({
      collection,
      one: left.find(({ featureId }) => featureId === id),
      other: right.find(({ featureId }) => featureId === id),
    }))
  })
}
