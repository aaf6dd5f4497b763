/** One value of a controlled vocabulary. Codes are for ever; labels may be reworded. */
export type Term = {
  readonly code: string
  readonly fr: string
  readonly en: string
  /** What people type when they look for it, in French: searched, never read as the value itself. */
  readonly synonyms?: readonly string[]
  /** Other wordings of exactly this value in published files: read as the label is, and searched too. */
  readonly spellings?: readonly string[]
  /** Wordings that are read as this value, but name another thing besides: never searched. */
  readonly ambiguous?: readonly string[]
  /** The value's exact wording in the national standard 1.0.2; absent when the standard does not have it. */
  readonly standard?: string
  /** The column of the standard that takes the value, where its vocabulary spans several. */
  readonly field?: LabelField
}

/** The standard keeps programmes, trainings and other labels apart; people look for them together. */
type LabelField = 'dispositif_programmes_nationaux' | 'formations_labels' | 'autres_formations_labels'

export type Vocabulary = {
  /** The standard's field name, which is also the name in `/v1/vocabularies/{name}`. */
  readonly name: string
  /** The search parameter and facet that take its codes (`accessibility_absent` is neither: only subtracted). */
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

/** Accessibility and sources are searched through the same array of term ids, so they are vocabularies too. */
type VocabularyParameter = CodeParameter | 'accessibility' | 'accessibility_absent' | 'source'
