import { normaliseLabel } from '../../vocabularies/read-label.ts'

/*
 * Keys that the different spellings of a name have in common. Names are compared by their words (`Saint-Lô`, `st lo`)
 * and by their letters (`lehavre`, `Laroche sur Foron`). Names of towns are also compared without their small words
 * (`Villeneuve Ascq`).
 */

const ARTICLES = new Set(['le', 'la', 'les', 'l'])
/** Words that connect the distinctive words of a name. */
const CONNECTORS = new Set('le la les l de du des d en et sur sous lez aux au a'.split(' '))
/** Words with several spellings, and the spelling in keys. */
const SPELLINGS = new Map([
  ['saint', 'st'],
  ['sainte', 'ste'],
  ['lez', 'les']
])

export const wordsOfName = (name: string): readonly string[] =>
  normaliseLabel(name.replace(/\bs\//gi, 'sur ').replace(/\bss\//gi, 'sous ')).split(' ')

/**
 * The key of the words: without the article, which may stand before the name or after it in brackets, and with "11e"
 * as 11.
 */
export function nameKey(words: readonly string[]): string {
  let [from, to] = [0, words.length]
  if (to > 1 && words[to - 1] === 'arrondissement') to--
  if (to - from > 1 && ARTICLES.has(words[from] ?? '')) from++
  else if (to - from > 1 && ARTICLES.has(words[to - 1] ?? '')) to--
  let key = ''
  for (let at = from; at < to; at++) {
    const word = words[at] ?? ''
    const said = SPELLINGS.get(word) ?? (at === to - 1 && at > from ? withoutOrdinal(word) : word)
    key = key === '' ? said : `${key} ${said}`
  }
  return key
}

const withoutOrdinal = (word: string): string => {
  const first = word.charCodeAt(0)
  return first >= ZERO && first <= NINE ? word.replace(/^0*(\d+)(er|e|eme|re|ere)?$/, '$1') : word
}
const ZERO = '0'.charCodeAt(0)
const NINE = '9'.charCodeAt(0)

/** The key of the letters alone. */
export const lettersKey = (words: readonly string[]): string => words.join('').replaceAll('saint', 'st')

/** A key of the distinctive words alone; null if there are fewer than two. */
export function tellingKey(words: readonly string[]): string | null {
  const telling = words.filter((word) => !CONNECTORS.has(word))
  if (telling.length < 2) return null
  return telling.map((word) => SPELLINGS.get(word) ?? word).join(' ')
}

/** Generic words before or after the name of an intercommunality: "CA de", "Métropole de", "Rennes Métropole". */
const GROUPINGS = [
  'communaute d agglomeration',
  'communaute de communes',
  'communaute urbaine',
  'com com',
  'cc',
  'ca',
  'cu',
  'agglo',
  'agglomeration',
  'intercommunalite',
  'interco',
  'metropole',
  'eurometropole',
  'communaute',
  'grand'
].map((said) => said.split(' '))

const SMALL = new Set(['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l'])

/** The name of an intercommunality, official or colloquial, without its generic words; null if it has none. */
export function withoutGrouping(words: readonly string[]): readonly string[] | null {
  const before = GROUPINGS.find((said) => said.every((word, at) => words[at] === word))
  let rest = before ? words.slice(before.length) : words
  while (rest.length > 1 && SMALL.has(rest[0] ?? '') && before) rest = rest.slice(1)
  const behind = GROUPINGS.find(
    (said) =>
      said.length < rest.length && said.every((word, at) => rest[rest.length - said.length + at] === word)
  )
  if (behind) rest = rest.slice(0, -behind.length)
  return (before || behind) && rest.length > 0 && rest.length < words.length ? rest : null
}
