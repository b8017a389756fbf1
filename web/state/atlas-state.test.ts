import { describe, expect, it } from 'vitest'
import { initialState, isLayerVisible, reduce, type AtlasState } from './atlas-state.ts'

const shownByDefault = { id: 'roads', visibleByDefault: true }
const hiddenByDefault = { id: 'units', visibleByDefault: false }
const toggle = (state: AtlasState, layer: { id: string; visibleByDefault: boolean }, visible: boolean) =>
  reduce(state, { type: 'toggle-layer', layerId: layer.id, visible, visibleByDefault: layer.visibleByDefault })

describe('layers in the state', () => {
  it('are as the registry has them until a reader changes one', () => {
    const state = initialState('vi')
    expect(isLayerVisible(state, shownByDefault)).toBe(true)
    expect(isLayerVisible(state, hiddenByDefault)).toBe(false)
  })

  it('are remembered as differences: switching off and on again leaves nothing behind', () => {
    const off = toggle(initialState('vi'), shownByDefault, false)
    expect(off.hiddenLayers).toEqual(['roads'])
    expect(toggle(off, shownByDefault, true)).toEqual(initialState('vi'))
  })

  it('can be shown beyond the defaults, and all reset at once', () => {
    const on = toggle(toggle(initialState('vi'), hiddenByDefault, true), shownByDefault, false)
    expect(isLayerVisible(on, hiddenByDefault)).toBe(true)
    expect(reduce(on, { type: 'reset-layers' })).toEqual(initialState('vi'))
  })
})

describe('selection and mode', () => {
  it('survive a change of language', () => {
    const selected = reduce(initialState('vi'), { type: 'select', selection: { kind: 'park', id: 'bim-son' } })
    const english = reduce(reduce(selected, { type: 'show-mode', mode: 'invest' }), { type: 'speak', language: 'en' })
    expect(english).toMatchObject({ selection: { kind: 'park', id: 'bim-son' }, mode: 'invest', language: 'en' })
  })
})
