import type { Language } from '../../domain/language.ts'

/** The paths of the feeds. They need no account, and hold no data about persons. */
export const FEEDS = {
  search: '/modifications.atom',
  place: '/lieux/:place/modifications.atom',
  territory: '/lieux/:kind/:name/modifications.atom'
} as const

/** The feed of a page about a place or a territory: `/lieux/…/modifications.atom`. */
export const feedOf = (page: string): string => {
  const [path, query] = page.split('?', 2)
  return `${path}/modifications.atom${query === undefined ? '' : `?${query}`}`
}

/** The feed of a search, which has the same parameters. */
export const feedOfSearch = (address: string): string => `/modifications.atom${address.slice(1)}`

/** The language of a feed stands in its address alone: programs that read feeds ask in any language. */
export const feedLanguage = (query: unknown): Language =>
  (query as { readonly lang?: unknown }).lang === 'en' ? 'en' : 'fr'
