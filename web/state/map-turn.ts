/**
 * Who is fetched first on a phone that opens the investor's mode: the list of parks, or the map, which is twice as
 * large as all the rest? The map waits until the list can be read, but never longer than a while, in case no list
 * comes.
 */
const longestWaitMilliseconds = 8000

let begin = (): void => undefined
let turn = Promise.resolve()

export function letListComeFirst(): void {
  turn = new Promise((resolve) => {
    begin = resolve
    setTimeout(resolve, longestWaitMilliseconds)
  })
}

/** Kept at once, unless the list was told to come first. */
export const mapsTurn = (): Promise<void> => turn

/** As soon as what was just rendered has been painted. */
export function giveMapItsTurn(): void {
  requestAnimationFrame(() => setTimeout(begin))
}
