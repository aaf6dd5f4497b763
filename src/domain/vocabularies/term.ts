/** One value of a controlled vocabulary. Codes are for ever; labels may be reworded. */
export type Term = {
  readonly code: string
  readonly fr: string
  readonly en: string
  /** Other words for the same thing, in French: what people type and what other directories write. */
  readonly synonyms?: readonly string[]
  /** The value's exact wording in the national standard 1.0.2; absent when the standard does not have it. */
  readonly standard?: string
}

export type Vocabulary = {
  /** The standard's field name, which is also the name in `/v1/vocabularies/{name}`. */
  readonly name: string
  /** The search parameter and facet that take its codes. */
  readonly parameter: CodeParameter
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
