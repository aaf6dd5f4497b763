import { STORED_VOCABULARIES } from './vocabularies.ts'

/**
 * Normalises a label to letters, digits and single spaces, so that labels may differ in apostrophes, œ, no-break
 * spaces, accents, case and the space before a bracket; the standard itself writes one of its values in two ways.
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

/** The slug of a label: `Médiathèque de Caen` → `mediatheque-de-caen`. */
export const slugOfLabel = (label: string): string => normaliseLabel(label).replaceAll(' ', '-')

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
        // A Map keeps the last of equal keys; in reverse order, the first one in the vocabulary wins.
        .reverse()
    )
  ])
)

/**
 * A cache of normalised labels, because millions of records use the same few hundred labels. Rare values are not
 * worth storing.
 */
const normalised = new Map<string, string>()
const MOST_LABELS = 10_000

/** `normaliseLabel` with a cache, for values that many records share. */
export function normaliseOnce(label: string): string {
  const known = normalised.get(label)
  if (known !== undefined) return known
  const text = normaliseLabel(label)
  if (normalised.size < MOST_LABELS) normalised.set(label, text)
  return text
}

/** The code for a label, a code or another published wording; undefined if there is none. */
export const codeOfLabel = (vocabularyName: string, label: string): string | undefined =>
  codesByLabel.get(vocabularyName)?.get(normaliseOnce(label))

/** All labels of a vocabulary, normalised, with their codes. */
export const labelsOf = (vocabularyName: string): ReadonlyMap<string, string> =>
  codesByLabel.get(vocabularyName) ?? new Map()
