/**
 * A repeatable stream of numbers from 0 to below 1: mulberry32 (Tommy Ettinger, 2017; public domain).
 *
 * 32-bit integer arithmetic only, which ECMAScript defines exactly, so that one seed gives the same stream in every
 * browser and in Node. Good enough for shuffling weights; not for secrets.
 */
export function randomStream(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
