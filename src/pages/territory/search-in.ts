import type { Language } from '../../domain/language.ts'
import { townWords } from '../addresses/town-words.ts'
import type { Shown } from './shown.ts'

/** The search restricted to a territory: it counts the places that the page of the territory counts. */
export const searchIn = (
  { kind, code }: Pick<Shown, 'kind' | 'code'>,
  choices: Readonly<Record<string, string>>,
  lang: Language
): string => `/?${new URLSearchParams({ ...choices, [kind]: code, ...(lang === 'en' && { lang }) })}`

/**
 * The fields of a form that searches words in a territory. A commune stands in the words: the search then goes on
 * outside it, nearest first, instead of ending at its border.
 */
export const hiddenFields = (
  territory: Pick<Shown, 'kind' | 'code' | 'name' | 'department' | 'shared_name'>,
  lang: Language
): readonly (readonly [string, string])[] => [
  territory.kind === 'commune' ? ['town', townWords(territory)] : [territory.kind, territory.code],
  ...(lang === 'en' ? [['lang', lang] as const] : [])
]
