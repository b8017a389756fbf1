/** Hands the reader a file, as a download with a name. */
export function saveFile(bytes: Uint8Array<ArrayBuffer> | Blob, name: string, type = 'application/pdf'): void {
  const url = URL.createObjectURL(bytes instanceof Blob ? bytes : new Blob([bytes], { type }))
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = name
  anchor.click()
  // The download has to begin before the address is given back.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
