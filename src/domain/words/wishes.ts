import { commonerThan, isKnown } from './find-phrases.ts'
import type { Meaning } from './meaning-index.ts'
import { wordRarity } from './rarity.ts'
import { COMMONPLACE, GRAMMAR } from './spoken.ts'
import { type Correction, errorsAllowed, type Lexicon } from './word-lexicon.ts'
import type { Wish } from './words.ts'

/** A phrase that stands for codes of the vocabularies: whoever says it, carries one of the codes, or is called so. */
export function meaningWish(typed: string, mended: readonly string[], meaning: Meaning): Wish {
  const exact = [...new Set([typed, mended.join(' ')])]
  const loose = mended.length > 1 ? [mended.join(' & ')] : []
  return {
    kind: meaning.codes[0]?.parameter ?? 'word',
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

/** Corrections offered beside the likeliest. */
const MOST_CORRECTIONS = 5
const MOST_DOUBTED = 20
const MOST_COMPLETIONS = 8
const LEAST_COMPLETED = 3

/** Whether more of a word may come: not of one among others, perhaps of the last, surely of one being typed. One is doubted when it found nothing. */
export type Standing = 'whole' | 'last' | 'begun' | 'doubted'

/** A word that stands for itself, and for what it may be a typing error or the beginning of. */
export function wordWish(typed: string, lexicon: Lexicon, standing: Standing): Wish {
  const own = lexicon.known(typed)?.places ?? 0
  const said = { typed, length: 1, same: [], codes: [], required: !COMMONPLACE.has(typed) }
  const base = { kind: 'word' as const, aside: false, ...said }
  if (isKnown(typed, lexicon)) {
    const doubted = standing === 'doubted' && !GRAMMAR.has(typed)
    const commoner = (doubted ? lexicon.corrections(typed) : commonerThan(typed, lexicon)).slice(
      0,
      doubted ? MOST_DOUBTED : MOST_CORRECTIONS
    )
    return {
      ...base,
      exact: [typed],
      near: [...commoner.map(wordOf), ...(standing === 'begun' ? completions(typed, lexicon) : [])],
      weight: wordRarity(own, lexicon)
    }
  }
  const corrections = likely(lexicon.corrections(typed))
  const ends = standing === 'whole' ? [] : completions(typed, lexicon)
  const [best, ...others] = [...new Set([...corrections.map(wordOf), ...splits(typed, lexicon), ...ends])]
  return {
    ...base,
    exact: best === undefined ? [typed] : [typed, best],
    near: others,
    weight: wordRarity(best === undefined ? 0 : (lexicon.known(best)?.places ?? 0), lexicon)
  }
}

const completions = (typed: string, lexicon: Lexicon): readonly string[] =>
  typed.length < LEAST_COMPLETED ? [] : lexicon.completions(typed, MOST_COMPLETIONS).map(wordOf)

const wordOf = ({ word }: { readonly word: string }): string => word

/** Those that are about as near as the nearest. */
function likely(corrections: readonly Correction[]): readonly Correction[] {
  const [best] = corrections
  if (!best) return []
  return corrections.filter(({ errors }) => errors <= best.errors + 0.5).slice(0, MOST_CORRECTIONS)
}

/** "centresocial": two words that were run together. */
function splits(typed: string, lexicon: Lexicon): readonly string[] {
  if (errorsAllowed(typed) < 1) return []
  const common = (word: string) => (lexicon.known(word)?.places ?? 0) > 1
  for (let at = LEAST_COMPLETED; at <= typed.length - LEAST_COMPLETED; at++) {
    const [one, other] = [typed.slice(0, at), typed.slice(at)]
    if (common(one) && common(other)) return [`${one} ${other}`]
  }
  return []
}
