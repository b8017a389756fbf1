import { expandAcronyms } from './acronyms.ts'
import { toWords } from './fold.ts'
import { toSearchableName } from './match-name.ts'

/** Do two names mean the same thing? Accents, blanks and whether it says “KCN”, “Khu công nghiệp” or nothing do not matter. */
export function isSameName(one: string, other: string): boolean {
  const bare = toBare(one)
  return bare !== '' && bare === toBare(other)
}

function toBare(name: string): string {
  const whole = toSearchableName(expandAcronyms(toWords(name)))
  return (whole.core ?? whole).compact
}
