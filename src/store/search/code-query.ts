import type { Filters } from '../../domain/search/search-question.ts'
import { CODE_PARAMETERS, type CodeParameter } from '../../domain/vocabularies/term.ts'
import { codesOf, vocabularyOf } from '../../domain/vocabularies/vocabularies.ts'
import type { TermIds } from '../vocabularies/term-ids.ts'

/**
 * All conditions of a search on `place.codes`, as one intarray `query_int`, which a statement binds as a single
 * value.
 */
export type CodeQuery = {
  readonly text: string
  /** The services that must be declared, as a `query_int`; null if inferred services count too. */
  readonly declared: string | null
  /**
   * For each demand, the codes of which a place must have at least one. The rarity of the matches is estimated from
   * them.
   */
  readonly demands: readonly (readonly number[])[]
}

/** Null if the filters set no condition on the codes. */
export function codeQuery(filters: Filters, terms: TermIds): CodeQuery | null {
  const id = (vocabulary: string) => (code: string) => terms(vocabulary, code).id
  const ids = (parameter: CodeParameter) => {
    const { name } = vocabularyOf(parameter)
    return (filters.codes[parameter] ?? []).map((codes) => codes.map(id(name)))
  }
  const includesUnnamed = filters.audienceUnknown === 'include'
  const demands = [
    ...CODE_PARAMETERS.filter((parameter) => parameter !== 'audience' || !includesUnnamed).flatMap(ids),
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
  const unnamed = includesUnnamed ? ids('audience').map((codes) => [...codes, namesNone(terms)]) : []
  const services = filters.serviceBasis === 'declared' ? ids('service') : []
  const text = all([...demands, ...notRefused, ...unnamed])
  return text === null ? null : { text, declared: all(services), demands }
}

/** Query text in which each demand is met by one of its alternatives; null if there are no demands. */
const all = (demands: readonly (readonly (number | string)[])[]): string | null =>
  demands.length === 0 ? null : demands.map((alternatives) => `(${alternatives.join('|')})`).join('&')

/** Query text for places that name no audience. */
function namesNone(terms: TermIds): string {
  const { name } = vocabularyOf('audience')
  return `(${codesOf('audience')
    .map((code) => `!${terms(name, code).id}`)
    .join('&')})`
}
