/**
 * Is any window of the atlas before an audience? Every window answers for itself over a channel; one that does not
 * answer in time is taken for closed.
 */
import { isShowRunning } from './is-show-running.ts'

const channelName = 'atlas-audience'
const patienceMilliseconds = 400

/** Answers for this window as long as it is open. */
export function answerForThisWindow(): void {
  const channel = new BroadcastChannel(channelName)
  channel.addEventListener('message', ({ data }) => {
    if (data === 'who shows?' && isShowRunning(window.location.hash)) channel.postMessage('I do')
  })
}

export async function isAnyShowRunning(): Promise<boolean> {
  if (isShowRunning(window.location.hash)) return true
  const channel = new BroadcastChannel(channelName)
  const answer = new Promise<boolean>((resolve) => {
    channel.addEventListener('message', ({ data }) => data === 'I do' && resolve(true))
    setTimeout(() => resolve(false), patienceMilliseconds)
  })
  channel.postMessage('who shows?')
  const isRunning = await answer
  channel.close()
  return isRunning
}
