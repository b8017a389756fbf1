/**
 * A packed atlas: the page with its answers as files, on a laptop or on any server of files (`scripts/make-pack.ts`).
 *
 * Its mark may hold the address of an atlas that runs on a server, for links that leave this machine.
 */
const mark = typeof document === 'undefined' ? undefined : document.documentElement.dataset['pack']

export const isPack = mark !== undefined

/** A link of this page as others can open it. */
export function toPublicLink(link: string): string {
  return mark ? link.replace(new URL('.', document.baseURI).href, mark) : link
}

/** Whether a link leads to the machine it is opened on. */
export function leadsHere(link: string): boolean {
  return /^https?:\/\/(?:localhost|127\.|\[::1\])/.test(link)
}
