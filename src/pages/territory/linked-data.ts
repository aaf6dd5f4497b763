import type { Language } from '../../domain/language.ts'
import { territoryAddress } from '../addresses/territory-address.ts'
import { TERRITORY } from '../wording/territory.ts'
import type { Facts } from './read-facts.ts'

/** The trail from the home page to a territory, as schema.org describes it to search engines. */
export function breadcrumbList({ enclosing, territory }: Facts, publicUrl: string, lang: Language): object {
  const steps = [
    { name: TERRITORY[lang].home, path: lang === 'fr' ? '/' : '/?lang=en' },
    ...[...enclosing, territory].map((each) => ({ name: each.name, path: territoryAddress(each, lang) }))
  ]
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      item: `${publicUrl}${path}`
    }))
  }
}
