import { GRAMMAR } from '../spoken.ts'
import type { Token } from '../tokens.ts'

/** Words that begin the name of a street even without a house number. */
const STREETS = new Set(
  'rue avenue av ave boulevard bd bld blvd impasse allee allees chemin square faubourg fbg ruelle venelle'.split(
    ' '
  )
)
/**
 * Words that begin the name of a street after a house number. Without a number, some of them have another meaning:
 * "quai 9" is a place, and "cours d'informatique" is not a street.
 */
const STREETS_WITH_NUMBER = new Set([
  ...STREETS,
  ...'cours quai place pl route rte voie passage promenade esplanade parvis sentier montee cite residence'.split(
    ' '
  )
])
/**
 * Of these words, those that begin the name of a street without a house number too, if a town is beside it: "place de
 * la Mairie, Vitré".
 */
const STREETS_WITH_TOWN = new Set([
  ...STREETS,
  ...'cours quai place pl route rte voie passage promenade esplanade parvis'.split(' ')
])
const BEHIND_A_NUMBER = new Set('bis ter quater a b c d'.split(' '))
/** Names that come before the word for the street, as in "Grande Rue". */
const BEFORE_A_STREET = new Set('grande grand haute basse vieille petite neuve'.split(' '))

/**
 * The number of tokens of the street, including a house number, that begins at `at`: "48 bis rue de Beauvais"; 0 if
 * there is none. The name ends where `mayEnd` says that a town or something else that is understood begins, but never
 * before its first word: "rue de Beauvais" is not in Beauvais. With `besideTown`, more words may begin a name, and the
 * caller must check that a town is beside it.
 */
export function streetLength(
  tokens: readonly Token[],
  at: number,
  mayEnd: (at: number) => boolean,
  besideTown = false
): number {
  let next = at
  const numbered = /^\d{1,4}([a-d]|bis|ter)?$/.test(textAt(tokens, next))
  if (numbered) next++
  if (numbered && BEHIND_A_NUMBER.has(textAt(tokens, next))) next++
  const named = BEFORE_A_STREET.has(textAt(tokens, next)) && STREETS.has(textAt(tokens, next + 1))
  if (named) next++
  const kinds = numbered ? STREETS_WITH_NUMBER : besideTown ? STREETS_WITH_TOWN : STREETS
  if (!kinds.has(textAt(tokens, next))) return 0
  next++
  if (!named) next = behindFirstName(tokens, next)
  // In "médiathèque rue", "rue" has no name, so it is not a street; it may be the town of Rue.
  if (!named && GRAMMAR.has(textAt(tokens, next - 1))) return 0
  if (next > tokens.length || (!named && STREETS_WITH_NUMBER.has(textAt(tokens, next - 1)))) return 0
  while (next < tokens.length && !isBarrier(tokens, next) && !mayEnd(next)) next++
  return trimmed(tokens, next) - at
}

/** Whether the word begins the name of a street only if a town is beside it. */
export const needsTown = (word: string): boolean => STREETS_WITH_TOWN.has(word) && !STREETS.has(word)

/** Whether the word is likely to begin the name of a street behind a town: "Vitré, place de la Mairie". */
export const mayBeginStreet = (tokens: readonly Token[], at: number): boolean =>
  at + 1 < tokens.length && textAt(tokens, at) !== 'cours' && STREETS_WITH_TOWN.has(textAt(tokens, at))

const textAt = (tokens: readonly Token[], at: number): string => {
  const token = tokens[at]
  return token && !token.literal ? token.text : ''
}

/** The index after the first distinctive word of the name. "Saint" alone is not distinctive. */
function behindFirstName(tokens: readonly Token[], from: number): number {
  let at = from
  while (at < tokens.length && (GRAMMAR.has(textAt(tokens, at)) || /^sainte?$|^st$/.test(textAt(tokens, at))))
    at++
  return isBarrier(tokens, at) ? at : at + 1
}

const isBarrier = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  return !token || token.literal || /^\d{5}$/.test(token.text) || token.text === 'cedex'
}

/** Leaves out the grammar words at the end: the "à" of "rue Hugo à Caen". */
function trimmed(tokens: readonly Token[], end: number): number {
  let at = end
  while (at < tokens.length && GRAMMAR.has(textAt(tokens, at - 1))) at--
  return at
}

/** The distinctive words of a street: "beauvais" of "48 bis rue de Beauvais". */
export const nameOfStreet = (words: readonly string[]): readonly string[] =>
  words.filter(
    (word) =>
      !GRAMMAR.has(word) && !/^\d/.test(word) && !STREETS_WITH_NUMBER.has(word) && !BEHIND_A_NUMBER.has(word)
  )
