import type { Answers, Question } from './messages.ts'

const patienceMilliseconds = 10_000

/** Puts a question to a service worker; rejects if it does not answer. */
export function askWorker<Type extends Question['type']>(worker: ServiceWorker, type: Type): Promise<Answers[Type]> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel()
    const giveUp = setTimeout(
      () => reject(new Error(`the service worker did not answer "${type}"`)),
      patienceMilliseconds,
    )
    port1.addEventListener('message', (event: MessageEvent<Answers[Type]>) => {
      clearTimeout(giveUp)
      port1.close()
      resolve(event.data)
    })
    port1.start()
    worker.postMessage({ type }, [port2])
  })
}
