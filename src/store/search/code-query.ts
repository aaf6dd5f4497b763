import type { Filters } from '../../domain/search/search-question.ts'
import { CODE_PARAMETERS, type CodeParameter } from '../../domain/vocabularies/term.ts'
import { codesOf, vocabularyOf } from '../../domain/vocabularies/vocabularies.ts'
import type { TermIds } from '../vocabularies/term-ids.ts'

/** All that a search asks of `place.codes`, as one intarray `query_int` that binds as one value. */
export type CodeQuery = {
  readonly text: string
  /** The services that must be declared, as a `query_int`; null if inferred services count too. */
  readonly declared: string | null
  /** Alternatives that must be there, one list a demand; what rarity is judged by. */
  readonly demands: readonly (readonly number[])[]
}

/** Null when the filters ask nothing of the codes. */
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
  // "Does not say no" holds for at least one of the alternatives.
  const notRefused =
    filters.accessibilityUnknown === 'include'
      ? features.map((names) => names.map((name) => `!${id('accessibility_absent')(name)}`))
      : []
  const unnamed = includesUnnamed ? ids('audience').map((codes) => [...codes, namesNone(terms)]) : []
  const services = filters.serviceBasis === 'declared' ? ids('service') : []
  const text = all([...demands, ...notRefused, ...unnamed])
  return text === null ? null : { text, declared: all(services), demands }
}

/** Each demand met by one of its alternatives; null without demands. */
const all = (demands: readonly (readonly (number | string)[])[]): string | null =>
  demands.length === 0 ? null : demands.map((alternatives) => `(${alternatives.join('|')})`).join('&')

/** That a place names no public. */
function namesNone(terms: TermIds): string {
  const { name } = vocabularyOf('audience')
  return `(${codesOf('audience')
    .map((code) => `!${terms(name, code).id}`)
    .join('&')})`
}
