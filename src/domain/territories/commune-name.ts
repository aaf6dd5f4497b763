import { normaliseLabel } from '../vocabularies/read-label.ts'

/**
 * A normalised name of a commune, equal for different spellings: `SAINT LO`, `St-Lô` and `Saint-Lô CEDEX` are
 * the same, and so are `Le Havre` and `HAVRE (LE)`, or `PARIS 11`, `Paris 11ème` and `Paris 11e
 * Arrondissement`.
 */
export const communeName = (name: string): string => withoutArticle(communeWords(name)).join(' ')

/** The words of the normalised name, with its article. */
export const communeWords = (name: string): readonly string[] =>
  normaliseLabel(
    name
      // Some people write the number of the département after the name.
      .replace(/\s*\((?:\d{2,3}|2[ab])\)/gi, '')
      .replace(/\b(s)s?\//gi, (sur) => (sur.length === 2 ? 'sur ' : 'sous '))
  )
    .replace(/ cedex( \d+)?$/, '')
    .replace(/ (arrondissement|arrdt|arr)$/, '')
    .replace(/ 0*(\d+)(er|e|eme|re|ere)?$/, ' $1')
    .replace(ROMAN, (_, city, numeral) => `${city} ${NUMERALS.indexOf(numeral) + 1}`)
    .replace(/\bsaint(e?)\b/g, 'st$1')
    .split(' ')

const NUMERALS = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ')
/** An arrondissement with a Roman number: `PARIS XX`. */
const ROMAN = new RegExp(`^(paris|lyon|marseille) (${NUMERALS.join('|')})e?(?:me)?$`)

const ARTICLES = new Set(['le', 'la', 'les', 'l'])

/** Directories and postal files leave the article out, or put it at the end in brackets. */
function withoutArticle(words: readonly string[]): readonly string[] {
  if (words.length < 2) return words
  if (ARTICLES.has(words[0] ?? '')) return words.slice(1)
  return ARTICLES.has(words.at(-1) ?? '') ? words.slice(0, -1) : words
}
