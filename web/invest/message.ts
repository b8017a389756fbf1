/**
 * A short message in a link: UTF-8, then base64url, which is shorter than percent signs for every language here.
 */
export function toMessageCode(message: string): string {
  const bytes = new TextEncoder().encode(message.normalize('NFC'))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

/** Null: it was altered on the way. */
export function fromMessageCode(code: string): string | null {
  if (!/^[\w-]{1,400}$/.test(code)) return null
  try {
    const bytes = Uint8Array.from(atob(code.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    )
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
