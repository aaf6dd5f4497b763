import type { Point } from '../../geo/geo.ts'
import { BEFORE_A_PLACE, COMMONPLACE, GRAMMAR } from '../spoken.ts'
import type { Token } from '../tokens.ts'
import type { Lexicon } from '../word-lexicon.ts'
import type { Gazetteer } from './gazetteer.ts'
import { GIVEN_NAMES } from './given-names.ts'
import { wordsOfName } from './name-keys.ts'
import type { Named } from './named.ts'
import { isNear } from './near.ts'

/** Words of a question that may name a place. */
export type Mention = {
  readonly by:
    | 'name'
    | 'postcode'
    /** Five digits that are not a postcode of a town, but of a company or of post-office boxes. */
    | 'cedex'
    /** An INSEE code. */
    | 'code'
    /** "93", "2A": a département or an arrondissement. */
    | 'number'
    /** "11e": an arrondissement. */
    | 'ordinal'
  /**
   * All territories with this name; for a number, its département. Empty if the mention names no territory by itself
   * and can only confirm a town.
   */
  readonly named: readonly Named[]
  readonly digits: string
  /** Whether it stands in brackets: "Marseille (13)". */
  readonly bracketed: boolean
  /** Whether it is an everyday word as well, so that any other place comes before it. */
  readonly weak: boolean
  /** Whether a preposition or a comma comes before it: "à Caen". */
  readonly pointed: boolean
  /** Whether "ou" or "et" stands beside it. */
  readonly joined: boolean
}

/** The context of a phrase in the question. */
export type Standing = {
  /** The words directly before and after the phrase, if any. */
  readonly before: string | undefined
  readonly after: string | undefined
  /** How the words before the phrase were read, not counting prepositions. */
  readonly prior: 'nothing' | 'understood' | 'word'
  /** The last word before the mention, not counting prepositions. */
  readonly priorWord: string | undefined
  /** Whether nothing else was typed. */
  readonly alone: boolean
  /** Whether only words that confirm a place follow the phrase. */
  readonly last: boolean
  /** Whether something that is understood follows directly. */
  readonly followed: boolean
  /** Whether a comma precedes the phrase. */
  readonly apart: boolean
  /** Whether a postcode, a number or an area beside the phrase confirms one of its territories: "Murat Cantal". */
  readonly confirmed: boolean
  /** Whether the phrase is the correction of a typing error. */
  readonly mended: boolean
  readonly near: Point | null
}

type Knowledge = { readonly gazetteer: Gazetteer; readonly lexicon: Lexicon }

/** Maximum number of words in a name: "Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson". */
export const LONGEST_NAME = 9

export const NONE = {
  named: [],
  digits: '',
  bracketed: false,
  weak: false,
  pointed: false,
  joined: false
} as const

/** A number that names a place, by itself or together with a town. */
export function numberMention(token: Token, gazetteer: Gazetteer): Mention | undefined {
  const { text, bracketed = false } = token
  if (text === 'cedex') return { ...NONE, by: 'cedex' }
  if (/^\d{5}$/.test(text)) {
    const named = gazetteer.postcode(text)
    if (named.length > 0) return { ...NONE, by: 'postcode', named, digits: text, bracketed }
  }
  if (/^(\d{5}|2[ab]\d{3})$/.test(text)) {
    const commune = gazetteer.commune(text.toUpperCase())
    if (commune) return { ...NONE, by: 'code', named: [commune], digits: text, bracketed }
    return /^\d{5}$/.test(text) ? { ...NONE, by: 'cedex', digits: text, bracketed } : undefined
  }
  const ordinal = /^0?(\d{1,2})(er|e|eme|re|ere)$/.exec(text)?.[1]
  if (ordinal !== undefined) return { ...NONE, by: 'ordinal', digits: ordinal, bracketed }
  if (!/^(\d{1,3}|2[ab])$/.test(text)) return undefined
  const department = gazetteer.department(text.toUpperCase().padStart(2, '0'))
  const named = department ? [department] : []
  return { ...NONE, by: 'number', named, digits: text.replace(/^0+(?=\d)/, ''), bracketed }
}

/** The territories that these words name, the likeliest first, if they are more likely a name than anything else. */
export function nameMention(
  words: readonly string[],
  fillers: ReadonlySet<string>,
  standingOf: (named: readonly Named[]) => Standing,
  knowledge: Knowledge
): Mention | undefined {
  const exact = namedSo(words, knowledge.gazetteer)
  const named = exact.length > 0 ? exact : runTogether(words, knowledge)
  if (named.length === 0) return undefined
  const telling = tellingOf(words, named, fillers)
  if (telling.every((word) => word.length < 2 || /^\d/.test(word))) return undefined
  const standing = standingOf(named)
  const likely = byLikelihood(named, standing)
  const [best] = likely
  if (!best || !isItsName(words, telling, best, standing, knowledge)) return undefined
  const weak = isWeak(telling, best, standing, knowledge)
  const { before = '', after = '' } = standing
  const joined = JOINS.has(before) || JOINS.has(after)
  return { ...NONE, by: 'name', named: likely, weak, pointed: isPointedAt(standing), joined }
}

const JOINS = new Set(['ou', 'et', 'or', 'and'])

/** The distinctive words, or the name of a town that is itself a grammar word: Eu. */
function tellingOf(
  words: readonly string[],
  [best]: readonly Named[],
  fillers: ReadonlySet<string>
): readonly string[] {
  const telling = words.filter((word) => !GRAMMAR.has(word) && !fillers.has(word))
  const isTown = best?.kind === 'commune' && best.population >= TOWN
  return telling.length === 0 && words.length === 1 && isTown ? words : telling
}

/**
 * The territories with this name. Keys do not contain articles, so an article is compared here: Le Mans has one, but
 * "le mens" is not Mens.
 */
function namedSo(words: readonly string[], gazetteer: Gazetteer): readonly Named[] {
  const named = gazetteer.named(words)
  const [first = '', ...others] = words
  return ARTICLES.has(first) && others.length > 0
    ? named.filter(({ kind, name }) => kind !== 'commune' || wordsOfName(name)[0] === first)
    : named
}

const ARTICLES = new Set(['le', 'la', 'les', 'l'])

/** The communes whose name has the same letters with other spaces: "lehavre", "Laroche sur Foron", "La Louvesc". */
function runTogether(words: readonly string[], { gazetteer, lexicon }: Knowledge): readonly Named[] {
  const [first = ''] = words
  // In "à Saint-Prix", the name begins after the preposition; the whole phrase is not corrected to Saint-Priest.
  const isBeforeName = GRAMMAR.has(first) && !ARTICLES.has(first)
  const alike = gazetteer
    .alike(words)
    .filter(({ name }) => !isBeforeName || wordsOfName(name)[0]?.startsWith(first))
  if (alike.length === 0 || words.join('').length < LEAST_LETTERS) return []
  const unusual = words.some((word) => !GRAMMAR.has(word) && !lexicon.everyday(word))
  return alike.filter(({ population }) => {
    if (population >= CITY) return true
    if (!unusual) return false
    return population >= TOWN || words.length === 1 || ARTICLES.has(first)
  })
}

const LEAST_LETTERS = 6
const LARGE_VILLAGE = 2_000
/** Minimum population of a town. */
export const TOWN = 5_000
const CITY = 20_000

/** Sorts territories with the same name: towns before the département of this name, a département before villages. */
function byLikelihood(named: readonly Named[], { before, after }: Standing): readonly Named[] {
  if (named.length < 2) return named
  const wanted = SAID_KIND[before ?? ''] ?? SAID_KIND[after ?? '']
  const rank = ({ kind, population }: Named) => {
    if (kind === wanted) return 0
    // "Vexin" is the area before it is short for Vexin-sur-Epte.
    if (kind === 'area') return 1
    if (kind === 'commune') return population >= TOWN ? 2 : 5
    return kind === 'department' ? 3 : 4
  }
  return named.toSorted((one, other) => rank(one) - rank(other) || other.population - one.population)
}

const SAID_KIND: Readonly<Record<string, Named['kind']>> = { departement: 'department', region: 'region' }

function isItsName(
  words: readonly string[],
  telling: readonly string[],
  best: Named,
  standing: Standing,
  knowledge: Knowledge
): boolean {
  const { kind } = best
  const { alone, mended, last } = standing
  if (lacksItsArticle(words, best, knowledge)) return false
  // "cours" alone means something to look for, not the town of Cours.
  if (alone && !mended && !telling.every((word) => COMMONPLACE.has(word)))
    return !isWord(words, telling, best, knowledge)
  if (kind !== 'commune') return mended ? last : isItsArea(words, telling, best, standing, knowledge)
  return isItsTown(words, telling, best, standing, knowledge)
}

/** "La Défense" is a quarter, "défense" is not. */
const lacksItsArticle = (
  [first = '', ...others]: readonly string[],
  { name, quarter }: Named,
  { lexicon }: Knowledge
): boolean =>
  quarter !== undefined &&
  others.length === 0 &&
  ARTICLES.has(wordsOfName(name)[0] ?? '') &&
  lexicon.everyday(first)

/**
 * Whether the words are everyday words rather than a name: "poterie" alone does not mean La Poterie, nor "forêt" the
 * Communauté de communes de la Forêt. Several everyday words together are a name: "belle île", "pays basque".
 */
function isWord(
  words: readonly string[],
  telling: readonly string[],
  { kind, name, population }: Named,
  { lexicon }: Knowledge
): boolean {
  if (!telling.every((word) => lexicon.everyday(word)) || ARTICLES.has(words[0] ?? '')) return false
  if (kind === 'commune') return population < CITY && ARTICLES.has(wordsOfName(name)[0] ?? '')
  return kind !== 'department' && kind !== 'region' && telling.length === 1
}

function isItsTown(
  words: readonly string[],
  telling: readonly string[],
  best: Named,
  standing: Standing,
  knowledge: Knowledge
): boolean {
  const { population, name, centre, whole } = best
  const { mended, last, confirmed } = standing
  const pointed = isPointedAt(standing)
  // A correction may be a town; a village only if a preposition, another mention or the user's position supports it.
  if (mended && population < TOWN && !pointed && !confirmed && !isNear(centre, standing.near)) return false
  if (confirmed) return true
  if (mended && !pointed && GIVEN_NAMES.has(standing.priorWord ?? '')) return false
  // "un cours de couture" is not in Cours.
  if (telling.every((word) => COMMONPLACE.has(word)) && !pointed) return false
  const common = telling.every((word) => knowledge.lexicon.everyday(word))
  const articled = ARTICLES.has(words[0] ?? '') && words.length > 1
  // "robert" is a first name, Le Robert a town.
  const lacksArticle = common && !articled && ARTICLES.has(wordsOfName(name)[0] ?? '')
  if (population >= CITY && !(lacksArticle && !standsAsPlace(standing))) return true
  if (isTail(standing, best, knowledge)) return false
  if (pointed || telling.length > 2) return true
  // A hamlet has no code of its own, and its name is often also the name of a house.
  const isHamlet = whole !== null && whole.code === best.code && population === 0
  if (telling.length > 1 && (population >= TOWN || !common || (last && !isHamlet))) return true
  if (population >= TOWN && ((articled && last) || standsAsPlace(standing))) return true
  const beside = standing.prior === 'understood' || standing.followed
  if (population >= LARGE_VILLAGE && standsAsPlace(standing) && beside) return true
  const ofTowns = isOfTowns(telling, best, knowledge)
  return common ? population >= TOWN && last && ofTowns : whole !== null || ofTowns
}

/** Whether a village has the name of an everyday word: "jardin", "vire". */
const isWeak = (
  telling: readonly string[],
  { kind, population }: Named,
  standing: Standing,
  { lexicon }: Knowledge
): boolean =>
  kind === 'commune' &&
  population < CITY &&
  telling.length === 1 &&
  !standing.confirmed &&
  !isPointedAt(standing) &&
  telling.every((word) => lexicon.everyday(word))

/** Whether a preposition or a comma comes before a name (and its article, if it has one): "à Mer", "near Mer". */
const isPointedAt = ({ before, apart }: Standing): boolean => apart || BEFORE_A_PLACE.has(before ?? '')

/** Whether nothing but understood phrases is around the name: "médiathèque Mer", "Mer médiathèque". */
const standsAsPlace = ({ prior, last, followed }: Standing): boolean => prior !== 'word' && (last || followed)

/**
 * Whether the word is mostly used as a town name. "Mer" and "Lire" are communes, but most people who type these words
 * do not mean a town.
 */
function isOfTowns(
  [word = '']: readonly string[],
  { population }: Named,
  { gazetteer, lexicon }: Knowledge
): boolean {
  // Most towns "sur Mer" are not the town of Mer.
  if (population > 0 && population < gazetteer.peopleOf(word) * OF_ITS_WORD) return false
  const known = lexicon.known(word)
  return !known || known.cities >= known.places * MOSTLY_TOWNS
}

const OF_ITS_WORD = 0.2
const MOSTLY_TOWNS = 0.3

/** Whether the words are the end of a longer name: "Marne la Vallée" is not Vallée, "Nulle-part-sur-Mer" not Mer. */
function isTail(
  { before = '', prior, priorWord = '' }: Standing,
  { population }: Named,
  { gazetteer, lexicon }: Knowledge
): boolean {
  if (prior !== 'word') return false
  if (JOINING.has(before)) return true
  if (population >= TOWN || !(ARTICLES.has(before) || before === priorWord)) return false
  const ofNames = gazetteer.peopleOf(priorWord) > 0 || gazetteer.named([priorWord]).length > 0
  return ofNames && !isOfDirectory(priorWord, lexicon)
}

const JOINING = new Set(['sur', 'sous', 'les', 'lez', 'en'])

/** Whether the word mostly occurs in places outside the towns with this name. */
const isOfDirectory = (word: string, lexicon: Lexicon): boolean => {
  const known = lexicon.known(word)
  return known !== undefined && known.cities < known.places * MOSTLY_TOWNS
}

/**
 * Whether the words name an area. "Nord" and "Manche" are also everyday words, so they name one only at the end, or
 * after "dans le". A name of several words is an area anywhere.
 */
function isItsArea(
  words: readonly string[],
  telling: readonly string[],
  best: Named,
  standing: Standing,
  knowledge: Knowledge
): boolean {
  const { kind } = best
  const { last, before, after, prior, confirmed } = standing
  if (confirmed) return true
  // "Cosne sur Loire" is a town that has another name today; it is not in the département of the Loire.
  if (prior === 'word' && JOINING.has(before ?? '') && before !== 'en') return false
  // "france services Berry": behind what is understood, even an everyday word is the area.
  const isBehind = kind === 'area' && last && prior === 'understood'
  if (isWord(words, telling, best, knowledge) && !BEFORE_AN_AREA.has(before ?? '') && !isBehind) return false
  const common = telling.every((word) => knowledge.lexicon.everyday(word))
  const official = kind === 'department' || kind === 'region'
  if (telling.length > 1 && (official || !common)) return true
  if (SAID_KIND[before ?? ''] || SAID_KIND[after ?? '']) return true
  if (last || standing.apart || standsAsPlace(standing) || BEFORE_AN_AREA.has(before ?? '')) return true
  return !common && prior !== 'word' && telling.length === 1
}

const BEFORE_AN_AREA = new Set(['dans', 'en', 'departement', 'region', 'le', 'la', 'l', 'in', 'of'])
