import type { Filters } from '../../domain/search/search-question.ts'
import { CODE_PARAMETERS } from '../../domain/vocabularies/term.ts'
import { vocabularyOf } from '../../domain/vocabularies/vocabularies.ts'
import type { TermIds } from '../vocabularies/term-ids.ts'

/** All that a search asks of `place.codes`, as one intarray `query_int` that binds as one value. */
export type CodeQuery = {
  readonly text: string
  /** Alternatives that must be there, one list a demand; what rarity is judged by. */
  readonly demands: readonly (readonly number[])[]
}

/** Null when the filters ask nothing of the codes. */
export function codeQuery(filters: Filters, terms: TermIds): CodeQuery | null {
  const id = (vocabulary: string) => (code: string) => terms(vocabulary, code).id
  const demands = [
    ...CODE_PARAMETERS.flatMap((parameter) =>
      (filters.codes[parameter] ?? []).map((codes) => codes.map(id(vocabularyOf(parameter).name)))
    ),
    ...(filters.source ?? []).map((slugs) => slugs.map(id('source')))
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
  const groups = [...demands, ...notRefused].map((alternatives) => `(${alternatives.join('|')})`)
  return groups.length === 0 ? null : { text: groups.join('&'), demands }
}
