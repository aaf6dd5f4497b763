import type { Language } from '../../domain/language.ts'

/* The texts about changes of places: in feeds. */

const fr = {
  follow: 'Suivre les modifications (flux Atom)',
  of: (what: string) => `Modifications\u00a0: ${what}`,
  everywhere: 'tous les lieux',
  chosen: 'une recherche',
  missing: 'Il n’y a pas de flux à cette adresse.\n',
  away: 'Le flux n’a pas pu être lu. Réessayez dans une minute.\n'
}

const en: typeof fr = {
  follow: 'Follow the changes (Atom feed)',
  of: (what) => `Changes: ${what}`,
  everywhere: 'all places',
  chosen: 'a search',
  missing: 'There is no feed at this address.\n',
  away: 'The feed could not be read. Try again in a minute.\n'
}

export const CHANGES: Readonly<Record<Language, typeof fr>> = { fr, en }
