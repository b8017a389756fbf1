import { describe, expect, it } from 'vitest'
import { readShowKey } from './show-keys.ts'

const press = (key: string, digits = '') => readShowKey({ key, ctrlKey: false, altKey: false, metaKey: false }, digits)

describe('the keys of a show', () => {
  it.each([
    [['ArrowRight', 'PageDown', ' '], 'next'],
    [['ArrowLeft', 'PageUp'], 'previous'],
    [['Home'], 'first'],
    [['End'], 'last'],
    [['b', 'B', '.'], 'blank'],
    [['f', 'F'], 'full-screen'],
    [['t'], 'notes'],
    [['l'], 'language'],
    [['h'], 'contrast'],
    [['Escape'], 'leave'],
  ])('%s: %s', (keys, command) => {
    for (const key of keys) expect(press(key)).toEqual({ do: command })
  })

  it('collect digits until Enter jumps', () => {
    expect(press('1')).toEqual({ do: 'digits', digits: '1' })
    expect(press('2', '1')).toEqual({ do: 'digits', digits: '12' })
    expect(press('Enter', '12')).toEqual({ do: 'jump', number: 12 })
    expect(press('Enter')).toBeNull()
  })

  it('let no letter through, and leave Tab and the browser’s own keys alone', () => {
    expect(press('s')).toEqual({ do: 'none' })
    expect(press('/')).toEqual({ do: 'none' })
    expect(press('Tab')).toBeNull()
    expect(press('F5')).toBeNull()
    expect(readShowKey({ key: 'l', ctrlKey: true, altKey: false, metaKey: false }, '')).toBeNull()
  })
})
