/**
 * One job at a time, and of the jobs that wait in a channel only the newest: what a slider asked on its way
 * is dropped, what it asks at the end is not.
 */
export type LatestWins = <Result>(channel: string, job: () => Promise<Result>) => Promise<Result | null>

/** Makes a queue; its promises come to null where a newer job of the same channel took the place. */
export function latestWins(): LatestWins {
  const waiting = new Map<string, { begin: () => Promise<void>; drop: () => void }>()
  let isBusy = false

  async function work(): Promise<void> {
    if (isBusy) return
    isBusy = true
    for (let next = waiting.entries().next(); !next.done; next = waiting.entries().next()) {
      const [channel, { begin }] = next.value
      waiting.delete(channel)
      await begin()
    }
    isBusy = false
  }

  return (channel, job) =>
    new Promise((resolve, reject) => {
      waiting.get(channel)?.drop()
      waiting.set(channel, {
        // An idle queue begins at once: whoever asks may have much to draw afterwards.
        begin: () => (async () => job())().then(resolve, reject),
        drop: () => resolve(null),
      })
      void work()
    })
}
