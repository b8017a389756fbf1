import { describe, expect, it } from 'vitest'
import type { Scene } from '../../server/domain/story.ts'
import { initialState, type AtlasState } from '../state/atlas-state.ts'
import { toScenePart, toSceneState } from './scene-state.ts'

const explored: AtlasState = {
  ...initialState('en'),
  mode: 'invest',
  phase: 2030,
  tab: 'coverage',
  selection: { kind: 'park', id: 'bim-son' },
  shownLayers: ['units'],
  hiddenLayers: ['roads'],
  bufferMeters: 12_000,
  coverageCorridors: ['ven-bien'],
}
const scene: Scene = {
  id: 'one',
  camera: { zoom: 9, latitude: 19.8, longitude: 105.7, bearing: 0, pitch: 0 },
  texts: { title: { en: 'One' } },
  durationSeconds: 30,
  ...toScenePart(explored),
}

describe('a scene made of a view', () => {
  it('remembers layers, phase, selection, language and what the panels had chosen', () => {
    expect(toScenePart(explored)).toEqual({
      layers: { shown: ['units'], hidden: ['roads'] },
      phase: 2030,
      selection: 'park:bim-son',
      language: 'en',
      filter: 'b=12000&c=ven-bien',
    })
  })

  it('brings all of it back, whatever was open meanwhile, in the language then spoken', () => {
    const meanwhile: AtlasState = {
      ...initialState('vi'),
      tab: 'ledger',
      show: { story: 's', scene: 'zero', running: true },
    }
    expect(toSceneState(meanwhile, scene, 's')).toEqual({
      ...explored,
      mode: 'show',
      language: 'vi',
      tab: 'ledger',
      show: { story: 's', scene: 'one', running: true },
    })
  })

  it('has no filter where the panels had chosen nothing', () => {
    expect(toScenePart(initialState('vi'))).not.toHaveProperty('filter')
  })
})
