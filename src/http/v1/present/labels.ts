import type { Language } from '../../../domain/language.ts'
import { isTerritoryFacet } from '../../../domain/search/search-question.ts'
import { findTerm, vocabularyOf } from '../../../domain/vocabularies/vocabularies.ts'
import type { LabelOf } from './page.ts'

/** The label of a facet value, or its code if it has no label. */
export const labelling =
  (lang: Language, nameOf: (facet: string, code: string) => string | undefined): LabelOf =>
  (facet, code) => {
    if (facet === 'source' || isTerritoryFacet(facet)) return nameOf(facet, code) ?? code
    const vocabulary = facet === 'accessibility' ? facet : vocabularyOf(facet).name
    return findTerm(vocabulary, code)?.[lang] ?? code
  }
