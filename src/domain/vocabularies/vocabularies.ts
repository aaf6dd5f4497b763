import { ACCESS } from './access.ts'
import { AUDIENCES } from './audiences.ts'
import { ACCESSIBILITY, ACCESSIBILITY_ABSENT } from './features.ts'
import { FEES } from './fees.ts'
import { LABELS } from './labels.ts'
import { MISSING } from './missing.ts'
import { NEEDS } from './needs.ts'
import { SERVICES } from './services.ts'
import { SOURCES } from './sources.ts'
import { SUPPORT } from './support.ts'
import type { CodeParameter, Term, Vocabulary } from './term.ts'
import { TYPES } from './types.ts'

const BY_PARAMETER: { readonly [parameter in CodeParameter]: Vocabulary } = {
  type: TYPES,
  service: SERVICES,
  audience: AUDIENCES,
  need: NEEDS,
  fee: FEES,
  access: ACCESS,
  support: SUPPORT,
  label: LABELS
}

/** The vocabularies that describe a place. */
export const VOCABULARIES: readonly Vocabulary[] = Object.values(BY_PARAMETER)

/** All vocabularies with terms in the database; `place.codes` contains ids of these terms. */
export const STORED_VOCABULARIES: readonly Vocabulary[] = [
  ...VOCABULARIES,
  ACCESSIBILITY,
  ACCESSIBILITY_ABSENT,
  SOURCES,
  MISSING
]

const terms = new Map(
  STORED_VOCABULARIES.map(({ name, terms }) => [name, new Map(terms.map((term) => [term.code, term]))])
)

export const vocabularyOf = (parameter: CodeParameter | 'accessibility'): Vocabulary =>
  parameter === 'accessibility' ? ACCESSIBILITY : BY_PARAMETER[parameter]

export const codesOf = (parameter: CodeParameter): readonly string[] =>
  BY_PARAMETER[parameter].terms.map(({ code }) => code)

export const isCode = (parameter: CodeParameter, code: string): boolean =>
  findTerm(BY_PARAMETER[parameter].name, code) !== undefined

export const findTerm = (vocabularyName: string, code: string): Term | undefined =>
  terms.get(vocabularyName)?.get(code)
