import { isPack } from '../api/pack.ts'

/**
 * Whether it makes sense to ask what only a running server can say (who may show the atlas, what there is to download):
 * not without a network, not in a packed atlas, and not while the atlas proves in a frame that it needs none.
 */
export function mayAskServer(): boolean {
  return navigator.onLine && window.top === window && !isPack
}
