/** As `fetch`, but a server that is busy (503) is asked again after as long as it says. */
export async function fetchPatiently(url: string, init: RequestInit): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(url, init)
    if (response.status !== 503 || attempt === mostAttempts) return response
    const seconds = Number(response.headers.get('retry-after')) || usualSeconds
    await pause(1000 * seconds, init.signal)
    init.signal?.throwIfAborted()
  }
}

/** Ends early when it is called off. */
function pause(milliseconds: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal?.addEventListener('abort', end)
    if (signal?.aborted) end()
  })
}

const mostAttempts = 12
const usualSeconds = 2
