/**
 * How much of the atlas stands round the map: all of it, what visitors of an exhibition need, or what a frame in
 * somebody else's page needs. Written into a link as `ui=kiosk` and `ui=embed`, in the place of a mode; a kiosk's link
 * also says after how many seconds without a touch it starts over (`idle=60`) and by which code it is left (`exit=…`).
 */
export type Venue = 'desk' | 'kiosk' | 'embed'

export interface KioskSettings {
  idleSeconds: number
  exitCode: string
}

export const usualKiosk: KioskSettings = { idleSeconds: 60, exitCode: '1470' }

export interface VenueState {
  venue: Venue
  kiosk: KioskSettings
}

export function readVenue(fields: ReadonlyMap<string, string>): VenueState {
  const ui = fields.get('ui')
  const venue = ui === 'kiosk' || ui === 'embed' ? ui : 'desk'
  if (venue !== 'kiosk') return { venue, kiosk: usualKiosk }
  const idle = fields.get('idle') ?? ''
  const exit = fields.get('exit') ?? ''
  return {
    venue,
    kiosk: {
      idleSeconds: /^[1-9]\d{0,3}$/.test(idle) ? Number(idle) : usualKiosk.idleSeconds,
      exitCode: /^\d{1,12}$/.test(exit) ? exit : usualKiosk.exitCode,
    },
  }
}

/** What follows `ui=kiosk` in a link; defaults are left out. */
export function writeKiosk({ venue, kiosk }: VenueState): string[] {
  if (venue !== 'kiosk') return []
  return [
    ...(kiosk.idleSeconds === usualKiosk.idleSeconds ? [] : [`idle=${kiosk.idleSeconds}`]),
    ...(kiosk.exitCode === usualKiosk.exitCode ? [] : [`exit=${kiosk.exitCode}`]),
  ]
}
