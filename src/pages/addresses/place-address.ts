import type { Language } from '../../domain/language.ts'
import { slugOf } from './slug.ts'

const SLUG_MOST = 60

/** The words of a place's name, which make its address readable. The place is found by its id alone. */
const placeSlug = (name: string): string => slugOf(name).slice(0, SLUG_MOST).replace(/-$/, '') || 'lieu'

/** The address of the page for reporting an error about a place. */
export const reportAddress = (id: string, lang: Language): string =>
  `/contact?lieu=${id}${lang === 'fr' ? '' : '&lang=en'}`

/** The address of a place's page. */
export const placeAddress = (
  { id, display_name: name }: { readonly id: string; readonly display_name: string },
  lang: Language
): string => `/lieux/${placeSlug(name)}-${id}${lang === 'fr' ? '' : '?lang=en'}`

const ID = /([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/i

/** The id at the end of a segment of an address; the text before it is ignored. */
export const idIn = (segment: string): string | undefined => ID.exec(segment)?.[1]?.toLowerCase()

export const otherLanguage = (lang: Language): Language => (lang === 'fr' ? 'en' : 'fr')
