import type { FeatureOf } from '../../server/domain/collections.ts'

/**
 * Where a park comes from: one of the programme's eleven, inside the Nghi Sơn Economic Zone (which the programme
 * counts as a zone, not by its parks), or of later plans.
 */
export const parkGroups = ['programme', 'zone', 'later'] as const
export type ParkGroup = (typeof parkGroups)[number]

export type Park = FeatureOf<'parks'> | FeatureOf<'later-parks'>
export type ParkKind = 'park' | 'later-park'

export function groupOf(park: Park): ParkGroup {
  if (park.properties.kind === 'industrial-park-in-zone') return 'zone'
  return park.properties.kind === 'industrial-park-later' ? 'later' : 'programme'
}

/** The word with which links name it: `park:bim-son`, `later-park:ha-long`. */
export function kindOf(park: Park): ParkKind {
  return groupOf(park) === 'programme' ? 'park' : 'later-park'
}

/** What a park is by its name, or that it lies inside the economic zone, where other rules hold. */
export type ParkForm = 'industrial' | 'service' | 'urban-service' | 'in-zone'

export function formOf(park: Park): ParkForm {
  const { name_vi } = park.properties
  if (groupOf(park) === 'zone') return 'in-zone'
  if (name_vi.startsWith('KCN đô thị dịch vụ')) return 'urban-service'
  return name_vi.startsWith('KCN dịch vụ') ? 'service' : 'industrial'
}
