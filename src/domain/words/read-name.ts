import type { Point } from '../geo/geo.ts'
import { readWords } from './read-words.ts'
import { tokensOf, typedAt } from './tokens.ts'
import type { Knowledge } from './walk.ts'
import { errorsAllowed, type Lexicon } from './word-lexicon.ts'
import type { Words } from './words.ts'

/** Maximum number of corrections of a word; further ones are no likelier than any other word. */
const MOST_CORRECTIONS = 12
/** Longer questions are not names, or are found by some of their words. */
const MOST_WORDS = 12

/**
 * Names of places that the question may mean, although it was read otherwise. The first is the question as
 * typed, if it was read as a territory; then come variants with one word corrected, even if that word exists.
 * Most questions are understood as read, and no names are looked up for them.
 */
export function namesMeant(q: string, read: Words, lexicon: Lexicon): readonly string[] {
  const tokens = tokensOf(q)
  if (tokens.length > MOST_WORDS || tokens.some(({ literal }) => literal)) return []
  const words = tokens.map(({ text }) => text)
  const elsewhere = isElsewhere(read)
  const mended = words.flatMap((word, at) =>
    errorsAllowed(word) === 0 || (!elsewhere && isUnderstood(word, read))
      ? []
      : lexicon
          .corrections(word)
          .filter(({ errors }) => errors <= 1)
          .slice(0, MOST_CORRECTIONS)
          .map((correction) => words.map((each, place) => (place === at ? correction.word : each)).join(' '))
  )
  return [...new Set([...(elsewhere ? [words.join(' ')] : []), ...mended])]
}

const isUnderstood = (word: string, { groups, where }: Words): boolean =>
  isIn(where, word) || groups.some(({ typed, codes }) => codes.length > 0 && typed.split(' ').includes(word))

/**
 * Reads the question as the name of a place, if it was read as something else: "marie de menton" as a person
 * called Marie, "le ventiol" as the village of Lentiol, "France services Quercy vert Aveyron" as places in
 * the Aveyron. Null if it was already read as that name.
 */
export function readAsName(
  q: string,
  read: Words,
  known: ReadonlySet<string>,
  knowledge: Knowledge,
  near: Point | null = null
): Words | null {
  const name = namesMeant(q, read, knowledge.lexicon).find((each) => known.has(each))
  if (name === undefined) return null
  const asked = tokensOf(q)
  const meant = tokensOf(name)
  const at = asked.findIndex(({ text }, place) => text !== meant[place]?.text)
  const mended = meant[at]?.text
  if (mended === undefined)
    return isElsewhere(read) ? readWords(name, knowledge, 'asked', { nowhere: true }) : null
  const said = typedAt(asked, [[at, 1]])
  const { typed } = said
  // A correctly spelt town is the one meant: "bibliothèque lille" is not the library of Tillé.
  if (isIn(read.where, typed) && !isMended(read.where)) return null
  if (says(read, mended) && !isElsewhere(read)) return null
  const whole = readWords(name, knowledge, 'asked', { near })
  const again = isElsewhere(whole) ? readWords(name, knowledge, 'asked', { nowhere: true }) : whole
  return { ...again, readings: [{ as: 'correction', ...said, words: [mended] }, ...again.readings] }
}

/**
 * Whether the territory that was read may exclude the place with this name. A correctly spelt town cannot, because
 * places with its name come first. Neither can an area with nothing but a kind of place beside it: "epn calvados"
 * asks for all EPN in the area.
 */
const isElsewhere = ({ groups, where }: Words): boolean =>
  isMended(where) ||
  (where !== null && where.kind !== 'commune' && groups.some(({ codes }) => codes.length === 0))

const isMended = (where: Words['where']): boolean => where?.says.some((said) => said !== where.typed) ?? false

const isIn = (where: Words['where'], word: string): boolean => where?.typed.split(' ').includes(word) ?? false

const says = ({ groups }: Words, word: string): boolean =>
  groups.some(({ exact, same }) => [...exact, ...same].some((said) => said.split(' ').includes(word)))
