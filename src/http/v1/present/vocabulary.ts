import type { Vocabulary } from '../../../domain/vocabularies/term.ts'

export const presentVocabulary = ({ name, parameter, fr, en, terms }: Vocabulary) => ({
  name,
  parameter,
  label: { fr, en },
  terms: terms.map((term) => ({
    code: term.code,
    label: { fr: term.fr, en: term.en },
    synonyms: term.synonyms ?? [],
    standard: term.standard ?? null
  }))
})
