import type { Language } from '../../domain/language.ts'
import { PARTICIPATION_PAGES } from './pages.ts'

/** What can be followed from a page: a place, a territory, or the search of this address. */
export type FollowedPage =
  | { readonly place: string }
  /** Written `department:58`. */
  | { readonly territory: string }
  | { readonly search: string }

/**
 * The address of the page on which people ask to be told about changes. A search keeps its parameters, except `all` and
 * `lang`, which choose no places.
 */
export function subscribeAddress(of: FollowedPage, lang: Language): string {
  const query =
    'search' in of
      ? new URLSearchParams(of.search.split('?')[1])
      : new URLSearchParams('place' in of ? { fiche: of.place } : { territoire: of.territory })
  query.delete('all')
  query.delete('lang')
  if (lang === 'en') query.set('lang', lang)
  return `${PARTICIPATION_PAGES.subscribe}${query.size > 0 ? `?${query}` : ''}`
}

/** The address on which a subscription is confirmed, changed and ended. */
export function subscriptionAddress(
  id: string,
  lang: Language,
  { act, state }: { readonly act?: string; readonly state?: string } = {}
): string {
  const query = new URLSearchParams({
    ...(act && { acte: act }),
    ...(state && { etat: state }),
    ...(lang === 'en' && { lang })
  })
  return `/abonnements/${id}${query.size > 0 ? `?${query}` : ''}`
}
