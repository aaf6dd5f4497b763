import type { Category } from '../../domain/contributions/categories.ts'
import type { Language } from '../../domain/language.ts'
import { inLanguage, PARTICIPATION_PAGES } from './pages.ts'

/** What people report, as the address says it. */
const SUBJECTS: Readonly<Record<Category, string>> = {
  hours: 'horaires',
  services: 'services',
  position: 'adresse',
  contacts: 'contacts',
  support: 'accompagnement',
  labels: 'labels',
  audiences: 'publics',
  accessibility: 'accessibilite',
  closed: 'ferme',
  duplicate: 'doublon',
  person: 'personne',
  other: 'autre'
}

/** The category that an address names. */
export const subjectIn = (text: unknown): Category | undefined =>
  (Object.keys(SUBJECTS) as Category[]).find((category) => SUBJECTS[category] === text)

/** The address of the page for reporting an error about a place, and of its form for one subject. */
export function reportPageAddress(id: string, lang: Language, category?: Category): string {
  const query = new URLSearchParams({
    ...(category && { sujet: SUBJECTS[category] }),
    ...(lang === 'en' && { lang })
  })
  return `/lieux/${id}/signaler${query.size > 0 ? `?${query}` : ''}`
}

/** The address under which its author follows a report. */
export const trackingAddress = (reference: string, lang: Language): string =>
  inLanguage(`/signalements/${reference}`, lang)

/** The address of the page on which people propose a place. */
export const proposalAddress = (lang: Language): string => inLanguage(PARTICIPATION_PAGES.proposal, lang)

/** The address of the page of what happened to a place. */
export const historyAddress = (id: string, lang: Language): string =>
  inLanguage(`/lieux/${id}/historique`, lang)
