import type { Language } from '../../domain/language.ts'
import { placeAddress } from '../../pages/addresses/place-address.ts'
import { territoryAddress } from '../../pages/addresses/territory-address.ts'
import type { Suggestion } from './ask-suggestions.ts'

/**
 * The page of a suggestion that has one: a place, a région or a département. A search for a whole région has no
 * nearest place; its page leads on to its towns and needs.
 */
export function pageOf({ kind, code, label }: Suggestion, lang: Language): string | undefined {
  if (kind === 'place') return placeAddress({ id: code, display_name: label }, lang)
  if (kind === 'region' || kind === 'department')
    return territoryAddress({ kind, code, name: label, department: null }, lang)
  return undefined
}

/**
 * The words to search for when a suggestion is chosen. A town or département beside anything but a town is part of
 * the search. Beside a town, a département only distinguishes it from other towns.
 */
export const wordsOf = ({ kind, label, detail, parameters }: Suggestion): string =>
  kind !== 'commune' && detail && ('commune' in parameters || 'department' in parameters)
    ? `${label} ${detail}`
    : label

/** The page of a suggestion, or the search for its words. */
export const addressOf = (suggestion: Suggestion, lang: Language): string =>
  pageOf(suggestion, lang) ??
  `/?${new URLSearchParams({ q: wordsOf(suggestion), ...(lang === 'en' && { lang }) })}`
