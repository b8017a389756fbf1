import type { Callout, Scene } from '../../../server/domain/story.ts'
import { AccessBars } from './AccessBars.tsx'
import { AtlasCode, ContactCode } from './Code.tsx'
import { CoverageCallout } from './CoverageCallout.tsx'
import { FeatureFigure, PlanFigureCallout } from './figures.tsx'
import { FeatureList } from './FeatureList.tsx'
import { ParkAreas } from './ParkAreas.tsx'

/** What stands beside the words of a scene, each read from the atlas now. */
export function Callouts({ scene }: { scene: Scene }) {
  const { callouts = [] } = scene
  if (callouts.length === 0) return null
  const isMany = callouts.filter((one) => 'figure' in one || 'feature' in one).length > 3
  return (
    <div className={isMany ? 'callouts callouts-many' : 'callouts'}>
      {callouts.map((callout, index) => (
        <OneCallout key={`${scene.id}-${index}`} callout={callout} />
      ))}
    </div>
  )
}

function OneCallout({ callout }: { callout: Callout }) {
  if ('figure' in callout) return <PlanFigureCallout callout={callout} />
  if ('feature' in callout) return <FeatureFigure callout={callout} />
  if ('list' in callout) return <FeatureList callout={callout} />
  if ('chart' in callout) return <ParkAreas label={callout.label} />
  if ('contact' in callout) return <ContactCode callout={callout} />
  if ('code' in callout) return <AtlasCode label={callout.label} />
  return callout.measure === 'coverage' ? <CoverageCallout callout={callout} /> : <AccessBars callout={callout} />
}
