import { foldWord, LOST_LETTER } from './fold.ts'

/** A person, by everything that is known of them. Never stored. */
export type Person = {
  readonly names: readonly Name[]
  /** Canonical: see `canonicalEmail`. */
  readonly emails: readonly string[]
  /** Canonical: see `canonicalPhone`. */
  readonly phones: readonly string[]
}

/** Words as they were entered. */
export type Name = { readonly first: readonly string[]; readonly last: readonly string[] }

/**
 * How sure a spelling is: `sure` names this person alone; `doubtful` may name others of the same family or with the
 * same initials; `cell` is one word of the name, which counts only if it is all that a cell holds.
 */
export type Sureness = 'sure' | 'doubtful' | 'cell'

/** Folded words with single spaces. `TITLE` stands for any title. */
type Spelling = { readonly text: string; readonly sureness: Sureness }

export const TITLE = '*'

const TITLES: ReadonlySet<string> = new Set(
  'm mm mme mmes mlle mr monsieur madame mademoiselle messieurs dr docteur me maitre mrs ms miss'.split(' ')
)
export const isTitle = (word: string): boolean => TITLES.has(word)

const MOST_WORDS = 8

/**
 * Reads a name: first names, then the family name, which may also come first if it is in capitals or before a comma. A
 * hyphen keeps the words of a first name together. Null unless there are a first name and a family name, each with a
 * word of two letters: one word alone would name thousands of people.
 */
export function readName(text: string): Name | null {
  const [before = '', after] = text.normalize('NFC').split(',')
  const groups = before
    .split(/\s+/)
    .map(wordsIn)
    .filter((words) => words.length > 0)
  const named = isTitle(foldWord(groups[0]?.join(' ') ?? '')) ? groups.slice(1) : groups
  const name = after === undefined ? parted(named) : { first: wordsIn(after), last: named.flat() }
  const isWhole = [name.first, name.last].every((part) => part.some((word) => foldWord(word).length > 1))
  return isWhole && name.first.length + name.last.length <= MOST_WORDS ? name : null
}

const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{M}]+/gu) ?? []

function parted(groups: readonly (readonly string[])[]): Name {
  const capitals = groups.filter(isCapitals)
  if (capitals.length > 0 && capitals.length < groups.length)
    return { first: groups.filter((group) => !isCapitals(group)).flat(), last: capitals.flat() }
  const [first = [], ...last] = groups
  return { first, last: last.flat() }
}

const isCapitals = (words: readonly string[]): boolean => {
  const word = words.join('')
  return word.length > 1 && word === word.toUpperCase()
}

/** Shorter words without a space between them may be a word of the language. */
const SHORTEST_JOINED = 7

/** Every way to write a name that we look for. */
export function spellingsOf({ first, last }: Name): readonly Spelling[] {
  const firsts = variants(first)
  const lasts = variants(last)
  const sure = firsts.flatMap((given) => lasts.flatMap((family) => inBothOrders(given, family)))
  const initials = initialsOf(firsts[0] ?? [])
  const joined = [
    ...initials.map((each) => each.join('')),
    ...initialsOf(lasts[0] ?? []).map((each) => each.join(''))
  ]
  const doubtful = [
    ...lasts.flatMap((family) => initials.flatMap((given) => inBothOrders(given, family))),
    ...firsts.flatMap((given) => initialsOf(lasts[0] ?? []).flatMap((family) => [[...given, ...family]])),
    ...lasts.map((family) => [TITLE, ...family]),
    ...joined.flatMap((each) =>
      lasts.flatMap((family) => [[`${each}${family.join('')}`], [`${family.join('')}${each}`]])
    )
  ]
  const joinedSure = sure.map((words) => words.join(''))
  return distinct([
    ...sure.map((words) => spelled(words, 'sure')),
    ...joinedSure.map((word) => spelled([word], word.length >= SHORTEST_JOINED ? 'sure' : 'doubtful')),
    ...doubtful.map((words) => spelled(words, 'doubtful')),
    ...[...firsts, ...lasts].map((words) => spelled(words, 'cell'))
  ])
}

const spelled = (words: readonly string[], sureness: Sureness): Spelling => ({
  // As in a folded text, where one sign stands for all letters that were lost together.
  text: words.join(' ').replace(/\ufffd+/g, LOST_LETTER),
  sureness
})

const inBothOrders = (one: readonly string[], other: readonly string[]) => [
  [...one, ...other],
  [...other, ...one]
]

/** Words of which fewer letters are left would be found everywhere. */
const FEWEST_LEFT = 2

/** The words of a part of a name: as they are, joined ("delatour"), and with accented letters lost. */
function variants(words: readonly string[]): readonly (readonly string[])[] {
  const plain = words.map(foldWord)
  const lost = words.map(withLostLetters)
  const isReadable = lost.every((word) => word.replaceAll(LOST_LETTER, '').length >= FEWEST_LEFT)
  const both = isReadable && lost.join(' ') !== plain.join(' ') ? [plain, lost] : [plain]
  return plain.length === 1 ? both : [...both, [plain.join('')]]
}

const withLostLetters = (word: string): string =>
  [...word].map((letter) => (/[a-z]/i.test(letter) ? letter.toLowerCase() : LOST_LETTER)).join('')

/** "M C", "MC" and "M" for Marie-Claude. */
function initialsOf(words: readonly string[]): readonly (readonly string[])[] {
  const letters = words.map((word) => word[0] ?? '')
  return letters.length === 1 ? [letters] : [letters, [letters.join('')], letters.slice(0, 1)]
}

/** The first of equal texts counts, so the surest ones come first. */
const distinct = (spellings: readonly Spelling[]): readonly Spelling[] => [
  ...new Map(
    spellings.toReversed().map((each) => [`${each.sureness === 'cell'} ${each.text}`, each])
  ).values()
]

/**
 * Lower case, without a tag behind `+`, and without the dots that Gmail ignores. Null if it is no address.
 */
export function canonicalEmail(text: string): string | null {
  const [, local = '', domain = ''] = /^\s*([^\s@]+)@([^\s@]+\.[^\s@]+?)\.?\s*$/u.exec(foldWord(text)) ?? []
  const name = local.replace(/\+.*$/, '')
  if (name === '' || domain === '') return null
  return `${/^(?:gmail|googlemail)\.com$/.test(domain) ? name.replaceAll('.', '') : name}@${domain}`
}

/**
 * The last nine digits, which are the same with the national prefix 0 and with +33. Null if there are fewer digits,
 * because a short number is that of a service, not of a person.
 */
export function canonicalPhone(text: string): string | null {
  const digits = text.replace(/\D+/g, '').replace(/^0+/, '')
  return digits.length >= 9 && digits.length <= 15 ? digits.slice(-9) : null
}

/** Whether a number is a mobile one (06 or 07, also overseas), which belongs to a person and not to an office. */
export const isMobile = (canonical: string): boolean => /^[67]/.test(canonical)

const OFFICES =
  /^(?:accueil|administration|annuaire|association|asso|bibliotheque|bonjour|ccas|centre|communication|contact|courrier|direction|emploi|epn|espace|fablab|france|hello|info|infos|information|jeunesse|mairie|mediatheque|mission|msap|no-?reply|numerique|pimms|point|postmaster|secretariat|service|social|webmaster)(?:$|[^a-z])/

/** Whether an e-mail address belongs to an office, such as accueil@ or mairie@, even if a person is named beside it. */
export const isOfficeEmail = (email: string): boolean => OFFICES.test(email)
