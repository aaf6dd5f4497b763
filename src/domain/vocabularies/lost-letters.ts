/**
 * Text of which letters were lost: each became U+FFFD, the replacement character, before we received it. One lost letter
 * is one or two of these characters, because é has two bytes in UTF-8.
 */
export const LOST = '\ufffd'

/** Fewer known letters would fit by chance. */
const FEWEST_KNOWN = 3

/**
 * The only value whose text fits, with U+FFFD standing for any letters; undefined if none or several fit. `candidates`
 * are normalised texts with their values, and `normalise` made them; equal values are one.
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
    // Normalising trims the space between words, which is known too.
    const before = index > 0 && /^\s/.test(part) ? ' ' : ''
    const after = index < lost.length && /\s$/.test(part) && part.trim() !== '' ? ' ' : ''
    return `${before}${normalise(part)}${after}${hole(lost[index])}`
  })
  return new RegExp(`^${parts.join('')}$`, 'u')
}

/** œ is two letters once normalised, and an apostrophe or a dash is a space, or nothing. */
const hole = (lost: string | undefined): string =>
  lost === undefined ? '' : `[\\p{L} ]{0,${2 * lost.length}}`
