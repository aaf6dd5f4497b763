import { foldWord } from '../../domain/erasure/fold.ts'
import type { Person } from '../../domain/erasure/person.ts'

/** Letters that may carry an accent, and pairs that are folded ligatures. */
const UNIT = /oe|ae|ss|./gu
const ACCENTED = /[aceinouyz]/

/** An accent that stands behind its letter. */
const MARK = '[^ -~]{0,2}'

/** A letter in UTF-8, read in the wrong encoding, as an entity, or escaped for a URL or for JSON. */
const OTHERWISE = '[^ -~]{1,4}|&#?[0-9a-z]{1,8};|(?:%[0-9a-f]{2}){1,6}|\\\\+u[0-9a-f]{4}'

/** What people write between digits. */
const BETWEEN = '[^0-9]{0,3}'

/**
 * A regular expression of PostgreSQL, to be matched without case, for every text that may name a person: it has the
 * longest word of the family name, the longest part of the e-mail address, or the digits of the number. Finds too much;
 * the domain looks at what was found. Null if nothing is to be found.
 */
export function needleOf({ names, emails, phones }: Person): string | null {
  const parts = [
    ...names.map(({ last }) => wordPattern(longest(last.map(foldWord)))),
    ...emails.map((email) =>
      wordPattern(longest(email.slice(0, email.indexOf('@')).split(/[^\p{L}\p{N}]+/u)), true)
    ),
    ...phones.map((phone) => [...phone].join(BETWEEN))
  ]
  return parts.length === 0 ? null : `(?:${[...new Set(parts)].join('|')})`
}

const longest = (words: readonly string[]): string =>
  words.reduce((longer, word) => (word.length > longer.length ? word : longer), '')

function wordPattern(word: string, isDotted = false): string {
  // Gmail ignores dots, so that an address may have them anywhere.
  const between = isDotted ? '\\.?' : ''
  const units = (word.match(UNIT) ?? []).map((unit) => {
    const letters = [...unit].map(letterPattern).join(between)
    return unit.length === 1 ? letters : `(?:${letters}|${OTHERWISE})`
  })
  return units.join(between)
}

function letterPattern(letter: string): string {
  if (!/[\p{L}\p{N}]/u.test(letter)) return '.'
  return ACCENTED.test(letter) ? `(?:${letter}${MARK}|${OTHERWISE})` : letter
}
