/**
 * Every page for people, by its path. One that nothing shows (`pages.tsx`), or that no test opens in both languages
 * (`test/pages/pages.test.ts`), does not compile.
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
