import { isPhone } from '../use-padding.ts'

/** `passed-on`: the phone's own list of apps was shown, and says itself what came of it. */
type Shared = 'copied' | 'passed-on' | 'refused'

export const hasAppList = (): boolean => isPhone() && typeof navigator.share === 'function'

/** A phone has a list of apps to send a link with; elsewhere it goes to the clipboard. */
export async function shareLink(url: string): Promise<Shared> {
  if (!hasAppList()) return (await copyLink(url)) ? 'copied' : 'refused'
  try {
    await navigator.share({ title: document.title, url })
    return 'passed-on'
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return 'passed-on'
    return (await copyLink(url)) ? 'copied' : 'refused'
  }
}

/** False where the browser forbids the clipboard, for instance without a secure connection. */
export async function copyLink(url = window.location.href): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(url)
    return true
  } catch {
    return false
  }
}
