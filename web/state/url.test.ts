import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initialState, languages, modes, panelTabs, phases, type AtlasState } from './atlas-state.ts'
import { usualKiosk } from './venue-state.ts'
import { fromHash, preferredLanguage, toHash, type Camera } from './url.ts'

const slug = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,8})?$/)
const anyState: fc.Arbitrary<AtlasState> = fc.record({
  mode: fc.constantFrom(...modes),
  venue: fc.constant('desk' as const),
  kiosk: fc.constant(usualKiosk),
  language: fc.constantFrom(...languages),
  phase: fc.constantFrom(...phases),
  tab: fc.constantFrom(...panelTabs),
  selection: fc.option(fc.record({ kind: slug, id: slug })),
  shownLayers: fc.uniqueArray(slug, { maxLength: 4 }),
  hiddenLayers: fc.uniqueArray(slug, { maxLength: 4 }),
  bufferMeters: fc.integer({ min: 500, max: 30_000 }),
  coverageCorridors: fc.uniqueArray(slug, { maxLength: 4 }),
  invest: fc.constantFrom('', 'iv=rank', 'iv=limits&il=p-60'),
  show: fc.option(fc.record({ story: slug, scene: slug, running: fc.boolean() })),
  look: fc.record({
    compare: fc.option(
      fc.record({
        by: fc.constantFrom('swipe' as const, 'fade' as const),
        phase: fc.constantFrom(...phases),
        share: fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000),
      }),
    ),
    phaseList: fc.boolean(),
    gaps: fc.boolean(),
  }),
  sharedScenario: fc.option(fc.stringMatching(/^[\w-]{1,40}$/)),
})

describe('a shared link', () => {
  it('brings back every state it was made from', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(fromHash(toHash(state, null), initialState('vi')).state).toEqual(state)
      }),
    )
  })

  it('brings back a frame and a kiosk with its settings, which stand in the place of a mode', () => {
    const kiosk = { idleSeconds: 3, exitCode: '0042' }
    for (const venue of [
      { venue: 'embed' as const, kiosk: usualKiosk },
      { venue: 'kiosk' as const, kiosk },
    ]) {
      const state = { ...initialState('en'), ...venue }
      expect(fromHash(toHash(state, null), initialState('vi')).state).toEqual(state)
    }
    expect(toHash({ ...initialState('vi'), venue: 'kiosk', kiosk }, null)).toBe(
      '#v=1&lang=vi&ui=kiosk&idle=3&exit=0042',
    )
  })

  it('brings back the camera to five decimals of a degree', () => {
    const camera: Camera = { zoom: 11.25, latitude: 19.80712, longitude: 105.77634, bearing: 0, pitch: 0 }
    expect(toHash(initialState('vi'), camera)).toBe('#v=1&m=11.25/19.80712/105.77634&lang=vi')
    expect(fromHash('#v=1&m=11.25/19.80712/105.77634', initialState('vi')).camera).toEqual(camera)
  })

  it('never fails, whatever is typed into the address bar', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { state } = fromHash(`#${text}`, initialState('vi'))
        expect(phases).toContain(state.phase)
      }),
    )
  })

  it('ignores what it does not know and keeps the rest', () => {
    const { state, camera } = fromHash(
      '#v=9&zz=1&p=1999&sel=park:bim-son&m=99/abc/1&lang=xx&l=+units,<b>',
      initialState('en'),
    )
    expect(state).toEqual({ ...initialState('en'), selection: { kind: 'park', id: 'bim-son' }, shownLayers: ['units'] })
    expect(camera).toBeNull()
  })
})

describe('the first language', () => {
  it('is the first one of the browser that the atlas speaks', () => {
    expect(preferredLanguage(['fr-FR', 'vi-VN', 'en'])).toBe('vi')
    expect(preferredLanguage(['en-GB', 'vi'])).toBe('en')
  })
  it('is English for a reader of neither', () => {
    expect(preferredLanguage(['lo-LA'])).toBe('en')
    expect(preferredLanguage(['lo-LA', 'ko-KR'])).toBe('ko')
  })
})
