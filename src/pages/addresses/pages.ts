import type { Language } from '../../domain/language.ts'

/**
 * The path of every page for people. The code does not compile unless `pages.tsx` shows each page, and
 * `test/pages/pages.test.ts` opens each in both languages.
 */
export const PAGES = {
  search: '/',
  place: '/lieux/:place',
  territory: '/lieux/:kind/:name',
  orientation: '/orientation',
  sheet: '/orientation/fiche',
  selection: '/selection',
  departments: '/departements',
  integrate: '/integrer',
  embed: '/embed',
  about: '/a-propos',
  contact: '/contact',
  sources: '/sources',
  data: '/donnees',
  reference: '/docs',
  referenceEntry: '/docs/:entry',
  legal: '/mentions-legales',
  privacy: '/donnees-personnelles',
  accessibility: '/accessibilite'
} as const

export type PageName = keyof typeof PAGES

/** The path of every page on which people take part. They are not served if `PARTICIPATION` is false. */
export const PARTICIPATION_PAGES = {
  signIn: '/connexion',
  signInCode: '/connexion/:id',
  account: '/compte',
  accountData: '/compte/donnees',
  closeAccount: '/compte/resilier',
  signOut: '/compte/deconnexion',
  report: '/lieux/:place/signaler',
  tracking: '/signalements/:reference',
  proposal: '/proposer-un-lieu',
  notice: '/signaler-un-contenu',
  noticeTracking: '/signaler-un-contenu/:reference',
  moderation: '/moderation',
  moderatedNotice: '/moderation/avis/:reference',
  moderated: '/moderation/:reference',
  subscribe: '/s-abonner',
  subscription: '/abonnements/:id',
  feedback: '/retours/:link',
  manage: '/lieux/:place/gerer',
  claim: '/revendications/:claim',
  contest: '/revendications/:claim/contester',
  invitation: '/invitations/:token',
  claimQueue: '/moderation/revendications',
  managed: '/gestion',
  managedPlace: '/gestion/:place',
  corrections: '/gestion/:place/modifications'
} as const

/** Participation pages without a form: they are the same for everybody, and cached. */
export const OPEN_PAGES = { history: '/lieux/:place/historique', decisions: '/moderation/bilan' } as const

export type ParticipationPage = keyof typeof PARTICIPATION_PAGES

/** A page whose path has no parameter. */
export type PlainPage = Exclude<PageName, 'place' | 'referenceEntry'>

/** The address of a page whose path is known. */
export const inLanguage = (path: string, lang: Language): string => (lang === 'fr' ? path : `${path}?lang=en`)

/** The address of a page. */
export const pageAddress = (name: PlainPage, lang: Language): string => inLanguage(PAGES[name], lang)
