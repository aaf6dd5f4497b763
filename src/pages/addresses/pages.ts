/**
 * The path of every page for people. The code does not compile unless `pages.tsx` shows each page, and
 * `test/pages/pages.test.ts` opens each in both languages.
 */
export const PAGES = {
  search: '/',
  place: '/lieux/:place',
  orientation: '/orientation',
  sheet: '/orientation/fiche',
  departments: '/departements',
  integrate: '/integrer',
  embed: '/embed'
} as const

export type PageName = keyof typeof PAGES
