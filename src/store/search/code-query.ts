import type { Filters } from '../../domain/search/search-question.ts'
import { CODE_PARAMETERS, type CodeParameter } from '../../domain/vocabularies/term.ts'
import { codesOf, vocabularyOf } from '../../domain/vocabularies/vocabularies.ts'
import type { TermIds } from '../vocabularies/term-ids.ts'

/**
 * All conditions of a search on `place.codes`, as one intarray `query_int`. A statement binds it as a single value.
 */
export type CodeQuery = {
  readonly text: string
  /** The services that must be declared, as a `query_int`; null if inferred services count too. */
  readonly declared: string | null
  /**
   * For each demand, the codes of which a place must have at least one. They are used to estimate how rare matches
   * are.
   */
  readonly demands: readonly (readonly number[])[]
}

/** Creates the query for the codes in the filters; null if the filters set no condition on codes. */
export function codeQuery(filters: Filters, terms: TermIds): CodeQuery | null {
  const id = (vocabulary: string) => (code: string) => terms(vocabulary, code).id
  const ids = (parameter: CodeParameter) => {
    const { name } = vocabularyOf(parameter)
    return (filters.codes[parameter] ?? []).map((codes) => codes.map(id(name)))
  }
  const silent = silentParameters(filters)
  const demands = [
    ...CODE_PARAMETERS.filter((parameter) => !silent.includes(parameter)).flatMap(ids),
    ...(filters.source ?? []).map((slugs) => slugs.map(id('source'))),
    ...(filters.missing ?? []).map((facts) => facts.map(id('missing')))
  ]
  const features = filters.accessibility ?? []
  if (filters.accessibilityUnknown === 'exclude') {
    demands.push(...features.map((names) => names.map(id('accessibility'))))
  }
  // A place matches if at least one of the alternative features is not known to be absent.
  const notRefused =
    filters.accessibilityUnknown === 'include'
      ? features.map((names) => names.map((name) => `!${id('accessibility_absent')(name)}`))
      : []
  const unnamed = silent.flatMap((parameter) =>
    ids(parameter).map((codes) => [...codes, namesNone(parameter, terms)])
  )
  const services = filters.serviceBasis === 'declared' ? ids('service') : []
  const text = all([...demands, ...notRefused, ...unnamed])
  return text === null ? null : { text, declared: all(services), demands }
}

/** The parameters whose filter also finds the places that name none of their values. */
export const silentParameters = ({ audienceUnknown, feeUnknown }: Filters): readonly CodeParameter[] => [
  ...(audienceUnknown === 'include' ? (['audience'] as const) : []),
  ...(feeUnknown === 'include' ? (['fee'] as const) : [])
]

/** Query text that requires, for each demand, at least one of its alternatives; null if there are no demands. */
const all = (demands: readonly (readonly (number | string)[])[]): string | null =>
  demands.length === 0 ? null : demands.map((alternatives) => `(${alternatives.join('|')})`).join('&')

/** Query text that finds places which name no value of this parameter. */
function namesNone(parameter: CodeParameter, terms: TermIds): string {
  const { name } = vocabularyOf(parameter)
  return `(${codesOf(parameter)
    .map((code) => `!${terms(name, code).id}`)
    .join('&')})`
}
