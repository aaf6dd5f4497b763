import type { Meaning } from './meaning-index.ts'
import { commonerThan, isKnown } from './mended-words.ts'
import { wordRarity } from './rarity.ts'
import { COMMONPLACE, GRAMMAR } from './spoken.ts'
import { nameOfStreet } from './where/streets.ts'
import { type Correction, errorsAllowed, type Lexicon } from './word-lexicon.ts'
import type { Wish } from './words.ts'

/** A phrase with codes. A place meets it by its text, by one of the codes, or by its name. */
export function meaningWish(typed: string, mended: readonly string[], meaning: Meaning): Wish {
  const exact = [...new Set([typed, mended.join(' ')])]
  // "Centre communal d'action sociale" contains both words of "centre social", but is not one.
  const loose = mended.length > 1 && meaning.kind !== 'type' ? [mended.join(' & ')] : []
  return {
    kind: meaning.kind,
    aside: meaning.aside,
    typed,
    length: mended.length,
    exact,
    same: meaning.says.filter((said) => !exact.includes(said)),
    near: loose,
    codes: meaning.codes,
    required: !meaning.favours,
    weight: meaning.favours ? 0.4 : 0.8
  }
}

/** The wish for words in quotation marks. */
export const literalWish = (typed: string): Wish => ({
  ...{ kind: 'word', aside: false, typed, length: typed.split(' ').length, exact: [typed] },
  ...{ same: [], near: [], codes: [], required: true, weight: 1 }
})

/** The wish for a time, which a place meets by its opening hours, not by its text. */
export const timeWish = (typed: string): Wish => ({
  ...{ kind: 'time', aside: false, typed, length: typed.split(' ').length, exact: [] },
  ...{ same: [], near: [], codes: [], required: false, weight: 1 }
})

/** Maximum number of corrections of a word that are also searched for. */
const MOST_CORRECTIONS = 5
const MOST_DOUBTED = 20
const MOST_COMPLETIONS = 8
const LEAST_COMPLETED = 3

/**
 * Whether a word may be incomplete: `whole`, among other words, is complete; `last` may be incomplete; `begun`, which
 * is being typed, is incomplete. `doubted`: nothing was found, so the word may be a typing error.
 */
export type Standing = 'whole' | 'last' | 'begun' | 'doubted'

/** A plain word, with its possible corrections and completions; and whether any place contains it. */
export function wordWish(
  typed: string,
  lexicon: Lexicon,
  standing: Standing
): { readonly wish: Wish; readonly known: boolean } {
  const words = typed.split(' ')
  const said = {
    typed,
    length: words.length,
    same: [],
    codes: [],
    required: !COMMONPLACE.has(typed) && !/^\d+$/.test(typed)
  }
  const base = { kind: 'word' as const, aside: false, ...said }
  if (words.length > 1) return { wish: { ...base, ...ofSeveral(words, lexicon) }, known: true }
  const apart = splitAtDigits(typed)
  if (apart && lexicon.known(typed)) {
    const weight = wordRarity(lexicon.known(typed)?.places ?? 0, lexicon)
    return { wish: { ...base, exact: [typed, apart], near: [], weight }, known: true }
  }
  if (isKnown(typed, lexicon) || lexicon.everyday(typed)) return knownWish(base, lexicon, standing)
  return mendedWish(base, lexicon, standing)
}

type Base = Omit<Wish, 'exact' | 'near' | 'weight'>
type Read = { readonly wish: Wish; readonly known: boolean }

function knownWish(base: Base, lexicon: Lexicon, standing: Standing): Read {
  const { typed } = base
  const doubted = standing === 'doubted' && !GRAMMAR.has(typed) && !lexicon.everyday(typed)
  const commoner = (doubted ? lexicon.corrections(typed) : commonerThan(typed, lexicon)).slice(
    0,
    doubted ? MOST_DOUBTED : MOST_CORRECTIONS
  )
  const ends = standing === 'begun' ? completions(typed, lexicon) : []
  const weight = wordRarity(lexicon.known(typed)?.places ?? 0, lexicon)
  return {
    wish: { ...base, exact: [typed], near: [...commoner.map(wordOf), ...ends], weight },
    known: isKnown(typed, lexicon) || commoner.length > 0 || ends.length > 0
  }
}

function mendedWish(base: Base, lexicon: Lexicon, standing: Standing): Read {
  const { typed } = base
  const corrections = likely(lexicon.corrections(typed))
  const ends = standing === 'whole' ? [] : completions(typed, lexicon)
  const mended = [...corrections.map(wordOf), ...splits(typed, lexicon)]
  // "malr" that is being typed becomes "malraux"; it is not "mal" with an error.
  const [best, ...others] = [...new Set(standing === 'begun' ? [...ends, ...mended] : [...mended, ...ends])]
  const weight = wordRarity(best === undefined ? 0 : (lexicon.known(best)?.places ?? 0), lexicon)
  const exact = best === undefined ? [typed] : [typed, best]
  return { wish: { ...base, exact, near: others, weight }, known: best !== undefined }
}

/** What several words match (a street, or "quai 9"): as typed, run together, or by their distinctive words. */
function ofSeveral(words: readonly string[], lexicon: Lexicon): Pick<Wish, 'exact' | 'near' | 'weight'> {
  const together = words.join('')
  const places = lexicon.known(together)?.places
  const typed = words.join(' ')
  if (places !== undefined) return { exact: [typed, together], near: [], weight: wordRarity(places, lexicon) }
  const name = nameOfStreet(words)
  // The "mairie" of a "place de la Mairie" would find town halls, and "Loire" whatever lies on the river.
  const isTelling =
    name.length > 1 || wordRarity(lexicon.known(name[0] ?? '')?.places ?? 0, lexicon) >= LEAST_OF_STREET
  return { exact: [typed], near: name.length > 0 && isTelling ? [name.join(' & ')] : [], weight: 0.4 }
}

/** Minimum rarity of the only word of a street's name that is searched for without the word for the street. */
const LEAST_OF_STREET = 0.5

/** Splits a word from the digits at its end: "quai9" becomes "quai 9". */
const splitAtDigits = (typed: string): string | undefined => {
  const [, letters, digits] = /^([a-z]{3,})(\d{1,3})$/.exec(typed) ?? []
  return letters && digits && `${letters} ${digits}`
}

const completions = (typed: string, lexicon: Lexicon): readonly string[] =>
  typed.length < LEAST_COMPLETED ? [] : lexicon.completions(typed, MOST_COMPLETIONS).map(wordOf)

const wordOf = ({ word }: { readonly word: string }): string => word

/** The corrections with about as few errors as the best one. */
function likely(corrections: readonly Correction[]): readonly Correction[] {
  const [best] = corrections
  if (!best) return []
  return corrections.filter(({ errors }) => errors <= best.errors + 0.5).slice(0, MOST_CORRECTIONS)
}

/** Splits two words that were typed without a space between them: "centresocial". */
function splits(typed: string, lexicon: Lexicon): readonly string[] {
  if (errorsAllowed(typed) < 1) return []
  const common = (word: string) => (lexicon.known(word)?.places ?? 0) > 1
  for (let at = LEAST_COMPLETED; at <= typed.length - LEAST_COMPLETED; at++) {
    const [one, other] = [typed.slice(0, at), typed.slice(at)]
    if (common(one) && common(other)) return [`${one} ${other}`]
  }
  return []
}
