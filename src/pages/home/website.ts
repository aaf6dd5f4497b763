import type { Language } from '../../domain/language.ts'
import { WORDING } from '../wording/wording.ts'

/** Describes the site in schema.org terms, so that search engines can offer its search field in their results. */
export function websiteOf(publicUrl: string, lang: Language): object {
  const says = WORDING[lang]
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: says.site,
    description: says.tagline,
    url: `${publicUrl}/`,
    inLanguage: lang,
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: `${publicUrl}/?${lang === 'en' ? 'lang=en&' : ''}q={search_term_string}`
      },
      'query-input': 'required name=search_term_string'
    }
  }
}
