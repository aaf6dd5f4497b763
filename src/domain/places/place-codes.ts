import type { CodeParameter } from '../vocabularies/term.ts'
import type { Code, PlaceContent } from './place.ts'

/**
 * For each vocabulary, the field of a place with its codes. If a vocabulary is missing here, the code does not
 * compile.
 */
export const CODE_FIELDS = {
  type: 'types',
  service: 'services',
  audience: 'audiences',
  need: 'needs',
  fee: 'fees',
  access: 'access',
  support: 'support',
  label: 'labels'
} as const satisfies { readonly [parameter in CodeParameter]: keyof PlaceContent }

export type CodeField = (typeof CODE_FIELDS)[CodeParameter]

/** The codes of a place in one vocabulary. Labels are included whatever their dates. */
export const codesIn = (place: Pick<PlaceContent, CodeField>, parameter: CodeParameter): readonly Code[] =>
  parameter === 'label' ? place.labels.map(({ code }) => code) : place[CODE_FIELDS[parameter]]
