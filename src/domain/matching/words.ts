import { LOST, onlyFit } from '../vocabularies/lost-letters.ts'
import { normaliseLabel } from '../vocabularies/read-label.ts'
import {
  BRANCH_WORDS,
  KINDS_BY_WORDING,
  MOBILE_WORDS,
  NAME_ABBREVIATIONS,
  NUMERALS,
  STOP_WORDS
} from './matching-lexicon.ts'

export type NameWords = {
  /** All words, including kinds and the commune. */
  readonly all: readonly string[]
  /** The words of the name, except words for its kind and its commune. */
  readonly rest: readonly string[]
  /** The distinctive words of `rest`, without words that merely accompany a kind ("municipale", "espace"). */
  readonly own: readonly string[]
  /** Words that distinguish one of several places: numbers, "annexe", "nord"; sorted. */
  readonly branch: readonly string[]
  /** Whether the name says that the place is a bus or itinerant. */
  readonly mobile: boolean
  readonly kinds: readonly string[]
}

const unshortened = (text: string): string =>
  text.replace(/\bsaint(e?)\b/g, 'st$1').replace(/\b([a-z])(?: ([a-z]))+\b/g, (initials) => joined(initials))

/** "F.J.T." is read as one word; "L'" and "d'" before a word are not initials. */
const joined = (initials: string): string =>
  initials.split(' ').some((letter) => STOP_WORDS.has(letter)) ? initials : initials.replaceAll(' ', '')

/** Initials with full stops are one word, whatever their letters: "A.I.T.T" is "AITT". */
const DOTTED = /(?<![\p{L}.])\p{L}(?:\.\p{L}){2,}(?!\p{L})/gu

/** Normalised text: `Médiathèque St-Exupéry` and `MEDIATHEQUE SAINT EXUPERY` give the same words. */
export function plainText(text: string): string {
  const undotted = text.replace(DOTTED, (initials) => initials.replaceAll('.', ''))
  const plain = unshortened(normaliseLabel(undotted.replace(AT, 'a').replaceAll(LOST, LOST_LETTER)))
  return plain.includes(LOST_LETTER) ? plain.split(' ').map(restored).join(' ') : plain
}

/** Stands for a lost letter (U+FFFD) inside a word. No French word contains it. */
export const LOST_LETTER = '\u0294'

/**
 * Restores lost letters if exactly one word of the lexicon fits. Other words keep the mark, and `overlap`
 * compares them by their remaining letters.
 */
const restored = (word: string): string =>
  word.includes(LOST_LETTER)
    ? (onlyFit(word.replaceAll(LOST_LETTER, LOST), normaliseLabel, WORDS) ?? word)
    : word

/** An at sign that stands for the letter a: "P@sserelle", "Esp@ce". */
const AT = /(?<=\p{L})@(?=\p{L})/gu

export const wordsOf = (text: string): readonly string[] =>
  text === '' ? [] : text.split(' ').map(inFigures)

const inFigures = (word: string): string => NUMERALS[word] ?? ORDINAL.exec(word)?.[1] ?? word

const ORDINAL = /^(\d+)(?:er|e|eme|ere|st|nd|rd|th)?$/

/** The owner, if a name has it before the place: "Ville de Toulon - Mairie du Mourillon". */
const OWNER =
  /^(?:(?:ville|commune|m[ée]tropole) d|(?:conseil )?d[ée]partement(?:al)?\b|dpt\b).*?(?:\s[-–:]\s|\s*\/\s*)(?=.*\p{L}{3})/iu

/**
 * A town hall or CCAS as the first part of a name. It is the owner only if the second part has a kind of its own;
 * otherwise the second part may be an annexe. In "CCAS - Ville de Sens", the second part is the owner. "Marie de" is a
 * common slip.
 */
const HOUSE = /^(?:mairie|marie d[eu'’]|ccas)\b.*?(?:\s[-–:]\s|\s*\/\s*)/iu

function unowned(name: string): string {
  const rest = name.replace(OWNER, '')
  const housed = rest.replace(HOUSE, '')
  if (housed === rest) return rest
  const text = plainText(housed)
  return WORDINGS.some(({ kind, wording }) => kind !== 'town-hall' && wording.test(text)) ? housed : rest
}

/** "Centre social - Ville de Bolbec" is a social centre, not a town hall. */
const OF_A_TOWN = /\b(?:commune|ville) (?:de|du|d)\b/
const TOWN_HALL = /\b(?:mairie|hotel de ville)\b/

/** The kinds of a name, without the town hall if the name mentions the town only as the owner. */
function kindsIn(text: string) {
  const found = WORDINGS.filter(({ wording }) => wording.test(text))
  const isOwned = found.length > 1 && OF_A_TOWN.test(text) && !TOWN_HALL.test(text)
  return isOwned ? found.map((each) => (each.kind === 'town-hall' ? { ...each, kind: null } : each)) : found
}

/** "Bourgogne du Sud" and "Grand Paris Sud" are regions, not the southern one of several places. */
const OF_A_REGION = / (?:du|grand paris) (?:nord|sud)\b/

/**
 * What a place has beside itself: "MSD Mauriac et antenne de Riom" is not the branch in Riom, and a "France services
 * et itinérance" is the counter.
 */
const BESIDE =
  / et (?:(?:de|d|son|sa|ses|le|la|les|l|un|une|en) )*(?:antenne|annexe|permanence|itinerance|bus)s?\b.*$/

/**
 * The association that runs a centre is listed for the centre: "Association d'animation et de gestion du centre
 * social du Bois du Château".
 */
const RUN_BY =
  /^(?:association|comite|conseil) (?:(?:et|de|d|pour|la|l|animation|gestion) )+(?:du|de la|des?) (?=(?:centre|maison) )/

/**
 * The address in "Mairie de Pierrefitte 12 route de Coulanges". Its number does not distinguish one of several
 * places.
 */
const ADDRESS =
  / \d{1,4}(?: bis| ter)? (?:rue|route|avenue|place|boulevard|chemin|impasse|allee|quai|cours) .*$/

/** The council and the département are one body: lists name it either way. */
const COUNCIL = /\bconseil (?:departemental|general)\b/g

/** Words with accents that name a kind of place. Without these, a lost letter would hide the kind. */
const WORDS: readonly (readonly [string, string])[] = (
  'mediatheque mediatheques bibliotheque bibliotheques ludotheque numerique numeriques mediation prefecture pole ' +
  'departement departemental departementale communaute metropole itinerant itinerante federation college lycee ecole ' +
  'universite theatre solidarite solidarites sante'
)
  .split(' ')
  .map((word) => [word, word] as const)

const WORDINGS = KINDS_BY_WORDING.map(([kind, wording]) => ({
  kind,
  wording,
  everywhere: new RegExp(wording, 'g')
}))

/**
 * Splits a name into words. `towns` are the names of the towns of the place, which do not count as
 * distinctive; neither does the number of its `department` ("Point info 14").
 */
export function nameWords(
  name: string,
  towns: readonly string[],
  department: string | null = null
): NameWords {
  const text = plainText(unowned(name))
    .replace(/[a-z]+/g, (word) => NAME_ABBREVIATIONS[word] ?? word)
    .replace(COUNCIL, 'departement')
    .replace(ADDRESS, '')
    .replace(BESIDE, '')
    .replace(RUN_BY, '')
    .replace(OF_A_REGION, ' ')
    .replace(/\b(centre) (ville)\b|\b(camping) (car)\b/g, '$1$2$3$4')
  const found = kindsIn(text)
  const kindless = found.reduce((left, { everywhere }) => left.replace(everywhere, ' '), text)
  const town = new Set(towns.flatMap(wordsOfTown))
  const townless = wordsOf(kindless.replace(/ +/g, ' ').trim()).filter((word) => !town.has(word))
  const branch = branchOf(withoutTown(text, towns)).filter((word) => !town.has(word) && word !== department)
  const rest = [...new Set(townless.filter((word) => !STOP_WORDS.has(word)))]
  return {
    all: [...new Set(wordsOf(text).filter((word) => !STOP_WORDS.has(word)))],
    rest,
    own: rest.filter((word) => !EMPTY_WORDS.has(word)),
    branch: [...new Set(branch)].toSorted(),
    mobile: wordsOf(text).some((word) => MOBILE_WORDS.has(word)),
    kinds: found.flatMap(({ kind }) => kind ?? [])
  }
}

/**
 * "France services de Livron - antenne de Loriol" is the only one in Loriol: a branch that is called by its town is not
 * one of several places there.
 */
const withoutTown = (text: string, towns: readonly string[]): string =>
  towns.reduce((left, town) => left.replace(branchIn(plainText(town)), ' '), text)

const branchIn = (town: string): RegExp =>
  new RegExp(
    `\\b(?:antenne|permanence|site) (?:(?:de|d|du|des|a|au|la|le|les|l|frances?|services?) )*(?=${town}$)`
  )

/**
 * The words that distinguish one of several places. A number written as a word is part of the name. A cardinal point
 * or a single letter counts only at the end: "Annexe nord" and "Centre social B", but not "Sud Loire" or "Grand Est".
 */
function branchOf(text: string): readonly string[] {
  const end = AT_THE_END.exec(text)?.[1]?.split(' ') ?? []
  return [
    ...end,
    ...text.split(' ').flatMap((word) => (BRANCH_WORDS.has(word) ? [word] : (ORDINAL.exec(word)?.[1] ?? [])))
  ]
}

const AT_THE_END = /(?<! (?:grand|l|d))(?: |^)((?:nord|sud|est|ouest)(?: (?:est|ouest))?|haut|bas|[b-z])$/

/**
 * Maximum number of towns in the cache of their words, which is cleared when it is full. The cache is useful because
 * thousands of records name the same town.
 */
const MOST_TOWNS = 10_000
const knownTowns = new Map<string, readonly string[]>()

function wordsOfTown(town: string): readonly string[] {
  const known = knownTowns.get(town)
  if (known !== undefined) return known
  const words = wordsOf(plainText(town))
  if (knownTowns.size === MOST_TOWNS) knownTowns.clear()
  knownTowns.set(town, words)
  return words
}

/**
 * Words that accompany kinds ("bibliothèque municipale") and are used inconsistently by different
 * directories.
 */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  (
    'municipale municipal communale communal intercommunale intercommunal communautaire departementale publique ' +
    'centrale associative association asso pour tous site antenne annexe permanence espace maison centre point ' +
    'relais reseau lecture service services public'
  ).split(' ')
)
