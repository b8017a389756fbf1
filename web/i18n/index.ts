import i18next from 'i18next'
import type { Language } from '../state/atlas-state.ts'

/**
 * The words of the interface, a file for each language and area: `first` is what the first view needs, every
 * other area is fetched with the panels that speak it. An area that a language does not have is read in English.
 */
const files = import.meta.glob<{ default: object }>('./*/*.json')

const areas = new Set(['first'])
let language: Language = 'vi'

/** Knows the first view's words when it is done; the words of the areas `soon` are then on their way. */
export async function startSpeaking(first: Language, soon: readonly string[] = []): Promise<void> {
  language = first
  fetchLetters(first)
  for (const area of soon) void read(first, area)
  await i18next.init({
    lng: first,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    resources: { [first]: { translation: await read(first, 'first') } },
  })
  known.add(`${first}/first`)
}

export async function speak(next: Language): Promise<void> {
  language = next
  fetchLetters(next)
  await Promise.all([...areas].map((area) => add(next, area)))
  // Asked for again meanwhile: the later wish counts.
  if (language === next) await i18next.changeLanguage(next)
}

/** The words of some areas, in the language now spoken and in every one spoken later. */
export async function loadAreas(wanted: readonly string[]): Promise<void> {
  for (const area of wanted) areas.add(area)
  await Promise.all(wanted.map((area) => add(language, area)))
}

/** Vietnamese and English come with the page. */
function fetchLetters(of: Language): void {
  if (of !== 'vi' && of !== 'en') void import('../theme/letters.ts').then(({ loadLetters }) => loadLetters(of))
}

/** Words in a language that need not be the page's own: for a document that is made in it. */
export async function wordsIn(other: Language, wanted: readonly string[]): Promise<typeof i18next.t> {
  await Promise.all(['first', ...wanted].map((area) => add(other, area)))
  return i18next.getFixedT(other)
}

const known = new Set<string>()

async function add(into: Language, area: string): Promise<void> {
  const name = `${into}/${area}`
  if (known.has(name)) return
  i18next.addResourceBundle(into, 'translation', await read(into, area), true, true)
  known.add(name)
}

async function read(from: Language, area: string): Promise<object> {
  const file = files[`./${from}/${area}.json`] ?? files[`./en/${area}.json`]
  if (!file) throw new Error(`there are no words for ${area}`)
  return (await file()).default
}
