import { STORED_VOCABULARIES } from './vocabularies.ts'

/**
 * What is left of a label when nobody's typing habits are: letters and digits, one space between words.
 * Apostrophes of any shape, œ, no-break spaces, accents, case, and the space before a bracket all go; the
 * standard itself writes one of its values two ways.
 */
export const normaliseLabel = (label: string): string =>
  label
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const codesByLabel = new Map(
  STORED_VOCABULARIES.map(({ name, terms }) => [
    name,
    new Map(
      terms
        .flatMap(({ code, fr, standard, spellings = [], ambiguous = [] }) =>
          [code, fr, standard ?? fr, ...spellings, ...ambiguous].map(
            (label) => [normaliseLabel(label), code] as const
          )
        )
        // A Map keeps the last of equal keys; reversed, the first in the vocabulary's order wins.
        .reverse()
    )
  ])
)

/** Millions of records say the same few hundred labels; what differs in each is not worth keeping. */
const normalised = new Map<string, string>()
const MOST_LABELS = 10_000

/** The same as `normaliseLabel`, for what many records say alike. */
export function normaliseOnce(label: string): string {
  const known = normalised.get(label)
  if (known !== undefined) return known
  const text = normaliseLabel(label)
  if (normalised.size < MOST_LABELS) normalised.set(label, text)
  return text
}

/** The code that a label, a code or another published wording stands for; undefined when none does. */
export const codeOfLabel = (vocabularyName: string, label: string): string | undefined =>
  codesByLabel.get(vocabularyName)?.get(normaliseOnce(label))
