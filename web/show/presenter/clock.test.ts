import { describe, expect, it } from 'vitest'
import { formatElapsed } from './clock.ts'

describe('time spent', () => {
  it('is minutes and seconds, and hours where there are any', () => {
    expect(formatElapsed(0)).toBe('0:00')
    expect(formatElapsed(65.9)).toBe('1:05')
    expect(formatElapsed(3729)).toBe('1:02:09')
  })
})
