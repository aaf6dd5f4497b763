import type { Language } from '../language.ts'

/* How mails name a place, and how they lead to a page of ours. */

export type NamedPlace = { readonly name: string; readonly city: string | null }

export const nameWithTown = ({ name, city }: NamedPlace): string =>
  city === null ? name : `${name}, ${city}`

/** The path of a page in the language of the mail. */
export const pathIn = (language: Language, path: string): string =>
  language === 'fr' ? path : `${path}?lang=en`
