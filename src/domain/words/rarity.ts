import { normaliseLabel } from '../vocabularies/read-label.ts'
import { STORED_VOCABULARIES } from '../vocabularies/vocabularies.ts'
import type { Lexicon } from './word-lexicon.ts'
import type { Group } from './words.ts'

/**
 * Up to this number of places, something counts as rare: reading so many places is as fast as finding the nearest
 * among very many.
 */
const FEW = 400

/**
 * Number of first letters that are compared, because words with the same stem begin alike. A word that begins like a
 * word of the vocabularies may occur in any place.
 */
const ALIKE = 5

const IN_VOCABULARIES: ReadonlySet<string> = new Set(
  STORED_VOCABULARIES.flatMap(({ terms }) => terms)
    .flatMap(({ fr, spellings = [], synonyms = [] }) => [fr, ...spellings, ...synonyms])
    .flatMap((said) => normaliseLabel(said).split(' '))
    .map((word) => word.slice(0, ALIKE))
)

/**
 * Whether one of these groups occurs in few places. This is an estimate, because counting in the database takes
 * longer than the search itself; when it is wrong, it treats a rare word as common.
 */
export const isRare = (groups: readonly Group[], lexicon: Lexicon): boolean =>
  groups.some(({ exact, same, near }) => {
    const wordings = [...exact, ...same, ...near]
    return wordings.reduce((sum, said) => sum + placesSaying(said, lexicon), 0) <= FEW
  })

function placesSaying(said: string, lexicon: Lexicon): number {
  const words = said.split(' ').filter((word) => word !== '&')
  return Math.min(
    ...words.map((word) =>
      IN_VOCABULARIES.has(word.slice(0, ALIKE)) ? Infinity : (lexicon.known(word)?.places ?? 0)
    )
  )
}

/** 1 for a word that no place contains, down to 0.1 for a word that all places contain. */
export function wordRarity(places: number, lexicon: Pick<Lexicon, 'places'>): number {
  const all = Math.log(2 + lexicon.places)
  return Math.min(1, Math.max(0.1, 1 - Math.log(1 + places) / all))
}
