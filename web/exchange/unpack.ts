/**
 * The files in a zip archive, or the sentence that says why they are not unpacked.
 *
 * Sizes are added up from the archive's directory before a byte is unpacked, and no file may grow beyond
 * what its entry says: a bomb is refused by its own label.
 */
import { unzipSync, type UnzipFileInfo } from 'fflate'
import { limits } from './limits.ts'
import { FileProblem } from './problem.ts'

export interface PackedFile {
  /** Its name without folders. */
  name: string
  bytes: Uint8Array
}

export function unpack(archive: Uint8Array, isWanted: (name: string) => boolean): PackedFile[] {
  if (isEncrypted(archive)) throw new FileProblem('encrypted')
  const names: string[] = []
  let unpackedBytes = 0
  const files = unzipSync(archive, {
    filter: (file: UnzipFileInfo) => {
      names.push(file.name)
      if (names.length > limits.packedFiles) throw new FileProblem('too-many-files', { most: limits.packedFiles })
      if (/\.(zip|kmz)$/i.test(file.name)) throw new FileProblem('nested-zip', { name: file.name.slice(0, 80) })
      if (isJunk(file.name) || !isWanted(file.name)) return false
      if (file.compression !== 0 && file.compression !== 8) throw new FileProblem('encrypted')
      unpackedBytes += file.originalSize
      if (unpackedBytes > limits.unpackedBytes) {
        throw new FileProblem('unpacks-too-large', { most: Math.round(limits.unpackedBytes / 1024 / 1024) })
      }
      return true
    },
  })
  const found = Object.entries(files).map(([path, bytes]) => ({ name: path.split('/').at(-1) ?? path, bytes }))
  if (names.length === 0) throw new FileProblem('empty')
  if (found.length === 0) throw new FileProblem('nothing-in-zip', { names: names.slice(0, 6).join(', ').slice(0, 200) })
  return found
}

function isJunk(path: string): boolean {
  return path.endsWith('/') || path.startsWith('__MACOSX/') || /(^|\/)\._/.test(path)
}

/** Bit 0 of the flags of the first entry. */
function isEncrypted(archive: Uint8Array): boolean {
  return archive[0] === 0x50 && archive[2] === 3 && ((archive[6] ?? 0) & 1) === 1
}
