/**
 * The replacement character, which took the place of lost letters before we received the text. A lost letter may
 * have become one or two of these characters, because é has two bytes in UTF-8.
 */
export const LOST = '\ufffd'

/** With fewer known letters, a text would fit by chance. */
const FEWEST_KNOWN = 3

/**
 * The value of the only candidate that fits, if U+FFFD stands for any letters; undefined if none or several
 * fit. Candidates are texts normalised by `normalise`, with their values. Candidates with equal values count as
 * one.
 */
export function onlyFit<Value>(
  text: string,
  normalise: (text: string) => string,
  candidates: Iterable<readonly [text: string, value: Value]>
): Value | undefined {
  const pattern = patternOf(text, normalise)
  if (pattern === null) return undefined
  const fits = new Map<string, Value>()
  for (const [candidate, value] of candidates) {
    if (pattern.test(candidate)) fits.set(JSON.stringify(value), value)
  }
  const [only, ...others] = fits.values()
  return others.length === 0 ? only : undefined
}

function patternOf(text: string, normalise: (text: string) => string): RegExp | null {
  const known = text.split(/\ufffd+/)
  const lost = text.match(/\ufffd+/g) ?? []
  if (normalise(known.join('')).length < FEWEST_KNOWN) return null
  const parts = known.map((part, index) => {
    // Normalising trims spaces, but a space beside a lost letter is known.
    const before = index > 0 && /^\s/.test(part) ? ' ' : ''
    const after = index < lost.length && /\s$/.test(part) && part.trim() !== '' ? ' ' : ''
    return `${before}${normalise(part)}${after}${hole(lost[index])}`
  })
  return new RegExp(`^${parts.join('')}$`, 'u')
}

/**
 * The pattern for lost letters: up to twice as many letters, because œ becomes two when normalised. It also matches
 * spaces, or no character at all, because an apostrophe or a dash becomes a space or disappears.
 */
const hole = (lost: string | undefined): string =>
  lost === undefined ? '' : `[\\p{L} ]{0,${2 * lost.length}}`
