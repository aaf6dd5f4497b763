import { errorsAllowed, type Lexicon } from './lexicon.ts'
import { type Knowledge, readWords, undoing } from './read-words.ts'
import { tokensOf } from './tokens.ts'
import type { Words } from './words.ts'

/** Beyond these, a word is any other. */
const MOST_CORRECTIONS = 12
/** Longer texts are no names, or are found by some of their words. */
const MOST_WORDS = 12

/** What a question may be the name of: as it is typed, then with one word mended, even one that is a word. */
export function namesMeant(q: string, lexicon: Lexicon): readonly string[] {
  const tokens = tokensOf(q)
  if (tokens.length > MOST_WORDS || tokens.some(({ literal }) => literal)) return []
  const words = tokens.map(({ text }) => text)
  const mended = words.flatMap((word, at) =>
    errorsAllowed(word) === 0
      ? []
      : lexicon
          .corrections(word)
          .slice(0, MOST_CORRECTIONS)
          .map((correction) => words.map((each, place) => (place === at ? correction.word : each)).join(' '))
  )
  return [...new Set([words.join(' '), ...mended])]
}

/**
 * The question as the name of a place that it is, where it was read as something else: "marie de menton" as someone called
 * Marie, "mairie de vaens" as the town halls near Les Vans, and "France services Quercy vert Aveyron" as what is in
 * the Aveyron. Null where the reading finds that place as well.
 */
export function readAsName(
  q: string,
  read: Words,
  known: ReadonlySet<string>,
  knowledge: Knowledge
): Words | null {
  const name = namesMeant(q, knowledge.lexicon).find((each) => known.has(each))
  if (name === undefined) return null
  const asked = tokensOf(q)
  const meant = tokensOf(name)
  const at = asked.findIndex(({ text }, place) => text !== meant[place]?.text)
  const mended = at === -1 ? null : (meant[at]?.text ?? null)
  if (findsIt(read, mended)) return null
  const again = readWords(name, knowledge, 'asked', 'nowhere')
  if (mended === null) return again
  const typed = asked[at]?.text ?? ''
  const undo = undoing(asked, { at, length: 1, words: [typed] })
  return { ...again, readings: [{ as: 'correction', typed, words: [mended], undo }, ...again.readings] }
}

/** A town rightly spelt is where to begin, and what bears its name comes first; any other where is a limit, or a guess. */
function findsIt({ groups, where }: Words, mended: string | null): boolean {
  if (where && (where.kind !== 'commune' || where.says.some((said) => said !== where.typed))) return false
  const said = groups.flatMap(({ exact, same }) => [...exact, ...same])
  return mended === null || said.some((each) => each.split(' ').includes(mended))
}
