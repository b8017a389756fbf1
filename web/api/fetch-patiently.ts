/** As `fetch`, but a server that is busy (503) is asked again after as long as it says. */
export async function fetchPatiently(url: string, init: RequestInit): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(url, init)
    if (response.status !== 503 || attempt === mostAttempts) return response
    const seconds = Number(response.headers.get('retry-after')) || usualSeconds
    await new Promise((resolve) => setTimeout(resolve, 1000 * seconds))
    init.signal?.throwIfAborted()
  }
}

const mostAttempts = 12
const usualSeconds = 2
