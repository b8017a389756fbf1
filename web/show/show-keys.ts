/**
 * What a key means while a show runs. A clicker sends PageDown and PageUp; digits are collected until Enter.
 *
 * A key pressed with Ctrl, Alt or ⌘ belongs to the browser, and so does Tab; everything else here wins over whatever
 * has the focus, so that no click on the map or in a field can take the keys from the presenter.
 */
export type ShowCommand =
  | { do: 'next' | 'previous' | 'first' | 'last' | 'blank' | 'full-screen' | 'notes' | 'language' | 'contrast' }
  | { do: 'play' | 'list' | 'leave' | 'none' }
  | { do: 'jump'; number: number }
  | { do: 'digits'; digits: string }

interface Key {
  key: string
  ctrlKey: boolean
  altKey: boolean
  metaKey: boolean
}

/** Null: the show has no use for it. */
export function readShowKey({ key, ctrlKey, altKey, metaKey }: Key, digits: string): ShowCommand | null {
  if (ctrlKey || altKey || metaKey) return null
  if (/^\d$/.test(key)) return { do: 'digits', digits: (digits + key).slice(-3) }
  const name = key.length === 1 ? key.toLowerCase() : key
  if (name === 'Enter') return digits === '' ? null : { do: 'jump', number: Number(digits) }
  const command = commands[name]
  if (command) return { do: command }
  // A letter that means nothing here means nothing elsewhere either: the search stays shut.
  return key.length === 1 ? { do: 'none' } : null
}

const commands: Record<string, Exclude<ShowCommand['do'], 'jump' | 'digits'>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  b: 'blank',
  '.': 'blank',
  f: 'full-screen',
  t: 'notes',
  l: 'language',
  h: 'contrast',
  p: 'play',
  j: 'list',
  Escape: 'leave',
}
