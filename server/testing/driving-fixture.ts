/**
 * Assumptions about driving in round numbers, so that kilometres and minutes can be worked out in the head.
 *
 * As assumed every road is as long as its line; 100 km/h on the expressway, 60 on roads, 30 on local roads, half
 * of that in the hills. At the best it goes twice as fast, at the worst half as fast, on roads 1.5 times as long.
 */
import type { DrivenClass, DrivingEntry, DrivingSpeed } from '../domain/driving.ts'

const because = { originId: 'programme', basis_vi: 'Giả định.', basis_en: 'Assumed.' }

const speed = (
  roadClass: DrivenClass,
  kilometersPerHour: number,
  terrain: DrivingSpeed['terrain'] = 'plain',
): DrivingSpeed => ({
  id: `${roadClass}-${terrain}`,
  kind: 'speed',
  roadClass,
  terrain,
  kilometersPerHour: { low: kilometersPerHour / 2, value: kilometersPerHour, high: kilometersPerHour * 2 },
  winding: { low: 1, value: 1, high: 1.5 },
  ...because,
})

export const fixtureDriving: DrivingEntry[] = [
  speed('expressway', 100, 'any'),
  speed('national', 60),
  speed('national', 30, 'hill'),
  speed('provincial', 60),
  speed('provincial', 30, 'hill'),
  speed('urban', 30, 'any'),
  speed('local', 30),
  speed('local', 15, 'hill'),
  speed('beyond', 60, 'any'),
  { id: 'hills', kind: 'hills', districtIds: ['west'], ...because },
  { id: 'spread', kind: 'spread', kilometerPosts: 0.01, plain: 0.1, hill: 0.2, ...because },
]
