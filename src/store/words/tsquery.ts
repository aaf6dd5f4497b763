import type { Group } from '../../domain/words/words.ts'

/*
 * Words as the text of a tsquery. Nothing that was typed gets into its grammar: words are letters, digits and spaces by
 * then. The database stems them, and leaves out those of grammar.
 */

/** Any of these words or phrases; `a & b` is both, wherever they stand. Empty for none. */
export const anyOf = (said: readonly string[], label = ''): string =>
  said.map((each) => both(each, label)).join(' | ')

/** Every group that is demanded, in any of its words. */
export const allOf = (groups: readonly Group[]): string =>
  groups
    .filter(({ required }) => required)
    .map((group) => `(${anyOf(wordingsOf(group))})`)
    .join(' & ')

/** Every group that is demanded, and these words, said for certain in the name: the weight A. */
export const allInName = (groups: readonly Group[], says: readonly string[]): string =>
  [...groups.filter(({ required }) => required).map(wordsOfName), says]
    .filter((said) => said.length > 0)
    .map((said) => `(${anyOf(said, ':A')})`)
    .join(' & ')

/** Words that stand apart are not a name. */
const wordsOfName = (group: Group): readonly string[] =>
  wordingsOf(group).filter((said) => !said.includes(' & '))

/** All the words that say the thing. */
const wordingsOf = ({ exact, same, near }: Group): readonly string[] => [...exact, ...same, ...near]

const both = (said: string, label: string): string => {
  const parts = said.split(' & ').map((each) => `'${each}'${label}`)
  return parts.length > 1 ? `(${parts.join(' & ')})` : (parts[0] ?? '')
}
