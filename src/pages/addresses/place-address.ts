import type { Language } from '../../domain/language.ts'

const SLUG_MOST = 60

/** The words of a place's name, so that people can read the address; the place is found by its id alone. */
function slugOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').toLowerCase()
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '')
  return words.join('-').slice(0, SLUG_MOST).replace(/-$/, '') || 'lieu'
}

/** The address of a place's page. */
export const placeAddress = (
  { id, display_name: name }: { readonly id: string; readonly display_name: string },
  lang: Language
): string => `/lieux/${slugOf(name)}-${id}${lang === 'fr' ? '' : '?lang=en'}`

const ID = /([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/i

/** The id at the end of an address, whatever stands before it. */
export const idIn = (segment: string): string | undefined => ID.exec(segment)?.[1]?.toLowerCase()

export const otherLanguage = (lang: Language): Language => (lang === 'fr' ? 'en' : 'fr')
