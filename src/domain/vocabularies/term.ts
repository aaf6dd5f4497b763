/** A value of a controlled vocabulary. Codes never change; labels may. */
export type Term = {
  readonly code: string
  readonly fr: string
  readonly en: string
  /** French words that people search for. In a published file, they are not read as this value. */
  readonly synonyms?: readonly string[]
  /** Other wordings of the same value in published files. They are read like the label, and also searched. */
  readonly spellings?: readonly string[]
  /** Wordings that are read as this value, but also name something else, so they are not searched. */
  readonly ambiguous?: readonly string[]
  /** The exact wording in the national standard 1.0.2; missing if the standard does not have the value. */
  readonly standard?: string
  /** The column of the standard for this value, if the vocabulary covers several. */
  readonly field?: LabelField
}

/** The standard separates programmes, trainings and other labels; people search for them together. */
type LabelField = 'dispositif_programmes_nationaux' | 'formations_labels' | 'autres_formations_labels'

export type Vocabulary = {
  /** The name of the field in the standard, also used in `/v1/vocabularies/{name}`. */
  readonly name: string
  /**
   * The search parameter and facet for its codes (`accessibility_absent` is neither; it is only used to
   * exclude places).
   */
  readonly parameter: VocabularyParameter
  readonly fr: string
  readonly en: string
  readonly terms: readonly Term[]
}

export const CODE_PARAMETERS = [
  'type',
  'service',
  'audience',
  'need',
  'fee',
  'access',
  'support',
  'label'
] as const
export type CodeParameter = (typeof CODE_PARAMETERS)[number]

/** Accessibility and sources are searched in the same array of term ids, so they are vocabularies too. */
type VocabularyParameter = CodeParameter | 'accessibility' | 'accessibility_absent' | 'source' | 'missing'
