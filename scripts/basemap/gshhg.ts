/**
 * Which shorelines and rivers GSHHG knows in a box.
 *
 * GMT gives them in pieces, cut where its one-degree bins meet, and gives whole bins: the pieces
 * reach beyond the box. Every shoreline has land on its left.
 */
import { execFileSync } from 'node:child_process'
import { withoutRepeats, type Line } from './points.ts'
import type { Box } from './window.ts'

/**
 * A piece of a line as GMT prints it. For shores level 1 is land against sea, 2 a lake, 3 an island
 * in a lake; for rivers 0 is a river drawn with two banks and 1 to 4 run from major to minor.
 */
export interface GshhgPiece {
  level: number
  line: Line
}

export interface GshhgPlace {
  shorelineFolder: string
  workFolder: string
}

export function readShores(place: GshhgPlace, box: Box): GshhgPiece[] {
  return readPieces(place, box, ['-Df', '-W'])
}

export function readRivers(place: GshhgPlace, box: Box): GshhgPiece[] {
  return readPieces(place, box, ['-Df', '-Ia'])
}

function readPieces(place: GshhgPlace, box: Box, options: string[]): GshhgPiece[] {
  const [west, south, east, north] = box
  const region = `-R${west}/${east}/${south}/${north}`
  const text = execFileSync('gmt', ['coast', region, ...options, '-M', `--DIR_GSHHG=${place.shorelineFolder}`], {
    cwd: place.workFolder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const pieces: GshhgPiece[] = []
  for (const row of text.split('\n')) {
    const level = /^>.*Level (\d)/.exec(row)?.[1]
    if (level !== undefined) {
      pieces.push({ level: Number(level), line: [] })
    } else if (row.trim() !== '' && !row.startsWith('#')) {
      const [lng, lat] = row.trim().split(/\s+/)
      pieces.at(-1)?.line.push([Number(lng), Number(lat)])
    }
  }
  // Where a line touches the edge of a bin GMT also prints a piece without length.
  return pieces.map(({ level, line }) => ({ level, line: withoutRepeats(line) })).filter(({ line }) => line.length > 1)
}
