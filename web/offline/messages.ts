/**
 * What the page and its service worker say to each other. A question goes with a port, the answer comes back on it.
 */
export type Question =
  /** Take over now: the reader asked for the new version. */
  | { type: 'take-over' }
  /** Which caches hold what belongs to this version. */
  | { type: 'describe' }
  /** From now on answer from the caches alone, and count what would have gone to the network. */
  | { type: 'block' }
  /** How many requests have been answered since, and which would have gone to the network. */
  | { type: 'count' }
  | { type: 'unblock' }

export interface Description {
  /** Of the data and the server's code: what is kept under it may be shown with this page, and nothing else may. */
  dataVersion: string
  /** What is kept on purpose: the base set after the first visit, and all that a pack holds. */
  keptCache: string
  /** Letters that only some languages need, as addresses below the scope, by language. */
  letterFiles: Record<string, string[]>
}

export interface Count {
  blocked: boolean
  answered: number
  /** Addresses without the origin, each once. */
  missed: string[]
}

export interface Answers {
  'take-over': null
  describe: Description
  block: null
  count: Count
  unblock: null
}
