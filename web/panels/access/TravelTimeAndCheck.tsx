import type { Access } from '../../../server/domain/access.ts'
import DistanceCheckSection from './DistanceCheckSection.tsx'
import { TravelTimeView } from './TravelTimeView.tsx'

interface Props {
  /** By key, as in `park:bim-son`. */
  feature: string
  phase: Access['phase']
}

/** What stands below a table of distances: what can be reached, and how good the distances are. */
export default function TravelTimeAndCheck({ feature, phase }: Props) {
  return (
    <>
      <TravelTimeView feature={feature} phase={phase} />
      <DistanceCheckSection />
    </>
  )
}
