import type { Group } from '../../domain/words/words.ts'

/*
 * Converts words to the text of a tsquery. At this point words contain only letters, digits and spaces, so typed
 * text cannot affect the syntax. The database stems the words and drops stop words.
 */

/**
 * A tsquery that matches any of these words or phrases. An entry of several words requires all of them, anywhere in
 * the text. Empty if there are no entries.
 */
export const anyOf = (said: readonly string[], label = ''): string =>
  said.map((each) => both(each, label)).join(' | ')

/** Matches texts that contain every required group, in any of its wordings. */
export const allOf = (groups: readonly Group[]): string =>
  groups
    .filter(({ required }) => required)
    .map((group) => `(${anyOf(wordingsOf(group))})`)
    .join(' & ')

/** Matches names (the weight A) that contain every required group and one of these words. */
export const allInName = (groups: readonly Group[], says: readonly string[]): string =>
  [...groups.filter(({ required }) => required).map(wordsOfName), says]
    .filter((said) => said.length > 0)
    .map((said) => `(${anyOf(said, ':A')})`)
    .join(' & ')

/** The wordings of a group whose words must be adjacent. */
const wordsOfName = (group: Group): readonly string[] =>
  wordingsOf(group).filter((said) => !said.includes(' & '))

/** All wordings of a group. */
const wordingsOf = ({ exact, same, near }: Group): readonly string[] => [...exact, ...same, ...near]

const both = (said: string, label: string): string => {
  const parts = said.split(' & ').map((each) => `'${each}'${label}`)
  return parts.length > 1 ? `(${parts.join(' & ')})` : (parts[0] ?? '')
}
