import { expect, test } from 'vitest'
import { readVenue, usualKiosk, writeKiosk } from './venue-state.ts'

const read = (...fields: [string, string][]) => readVenue(new Map(fields))

test('a kiosk starts over after 60 seconds unless its link says otherwise', () => {
  expect(read(['ui', 'kiosk'])).toEqual({ venue: 'kiosk', kiosk: usualKiosk })
  expect(usualKiosk.idleSeconds).toBe(60)
  expect(read(['ui', 'kiosk'], ['idle', '3'], ['exit', '0042']).kiosk).toEqual({ idleSeconds: 3, exitCode: '0042' })
})

test('a damaged setting is the usual one', () => {
  expect(read(['ui', 'kiosk'], ['idle', '0'], ['exit', 'abc']).kiosk).toEqual(usualKiosk)
  expect(read(['ui', 'kiosk'], ['idle', '1e9']).kiosk).toEqual(usualKiosk)
})

test('settings of a kiosk belong to kiosks, and come back from the link they were written to', () => {
  expect(read(['ui', 'invest'], ['idle', '3'])).toEqual({ venue: 'desk', kiosk: usualKiosk })
  expect(writeKiosk(read(['ui', 'kiosk'], ['idle', '3'], ['exit', '7']))).toEqual(['idle=3', 'exit=7'])
  expect(writeKiosk(read(['ui', 'embed']))).toEqual([])
})
