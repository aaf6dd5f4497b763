import { normaliseLabel } from '../vocabularies/read-label.ts'
import type { Gazetteer, Named } from './gazetteer.ts'
import { BEFORE_A_PLACE, GRAMMAR } from './spoken.ts'
import type { Lexicon } from './word-lexicon.ts'

/** How the words stand in the question. */
type Standing = {
  /** The word before, if any. */
  readonly before: string | undefined
  readonly after: string | undefined
  /** Whether nothing else was typed. */
  readonly alone: boolean
  readonly last: boolean
  /** What says nothing to look for, in this question. */
  readonly fillers: ReadonlySet<string>
}

/** The longest names: "Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson". */
export const LONGEST_NAME = 8

/** The territory that these words name, if they are more likely its name than anything else. */
export function whereOf(
  words: readonly string[],
  standing: Standing,
  { gazetteer, lexicon }: { readonly gazetteer: Gazetteer; readonly lexicon: Lexicon }
): Named | undefined {
  const [word = ''] = words
  if (words.length === 1 && /\d/.test(word)) return byNumber(word, standing, gazetteer)
  if (words.every((each) => GRAMMAR.has(each) || standing.fillers.has(each)) || word.length < 2)
    return undefined
  const named = likeliest(namedSo(words, gazetteer), standing)
  if (!named) return undefined
  if (words.length > 1 && !GRAMMAR.has(words.at(-1) ?? '')) return named
  return isItsName(word, named, standing, { gazetteer, lexicon }) ? named : undefined
}

/** "Le Mans" has an article of its own, Mens has none: "le mens" is not Mens. Names are compared without. */
function namedSo(words: readonly string[], gazetteer: Gazetteer): readonly Named[] {
  const named = gazetteer.named(words)
  const [first = '', ...others] = words
  return ARTICLES.has(first) && others.length > 0
    ? named.filter(({ kind, name }) => kind !== 'commune' || normaliseLabel(name).startsWith(`${first} `))
    : named
}

const ARTICLES = new Set(['le', 'la', 'les', 'l'])

function byNumber(word: string, { alone, last }: Standing, gazetteer: Gazetteer): Named | undefined {
  if (/^\d{5}$/.test(word)) return gazetteer.postcode(word)
  // "24" in the midst of words may be an age or an hour.
  return alone || last ? gazetteer.department(word.toUpperCase()) : undefined
}

/** A town before the département that bears its name, a département before a village. */
function likeliest(named: readonly Named[], { before, after }: Standing): Named | undefined {
  if (before === 'departement' || after === 'departement') {
    return named.find(({ kind }) => kind === 'department') ?? named[0]
  }
  const town = named.find(({ kind, population }) => kind === 'commune' && population >= TOWN)
  const area = named.find(({ kind }) => kind === 'department') ?? named.find(({ kind }) => kind === 'region')
  return town ?? area ?? named[0]
}

const TOWN = 5_000
const CITY = 20_000

/** "Mer" and "Lire" are communes: one word is a name where mostly towns say it, or where it stands as one. */
function isItsName(
  word: string,
  { kind, population }: Named,
  standing: Standing,
  { gazetteer, lexicon }: { readonly gazetteer: Gazetteer; readonly lexicon: Lexicon }
): boolean {
  if (kind !== 'commune')
    return (
      standing.alone ||
      standing.after === 'departement' ||
      standing.last ||
      BEFORE_AN_AREA.has(standing.before ?? '')
    )
  if (population >= CITY || BEFORE_A_PLACE.has(standing.before ?? '')) return true
  // Most towns "sur Mer" are not Mer.
  if (population > 0 && population < gazetteer.peopleOf(word) * OF_ITS_WORD) return false
  const known = lexicon.known(word)
  return !known || known.cities >= known.places * MOSTLY_TOWNS
}

const OF_ITS_WORD = 0.2
const MOSTLY_TOWNS = 0.3
const BEFORE_AN_AREA = new Set(['dans', 'en', 'departement', 'region', 'le', 'la', 'l'])
