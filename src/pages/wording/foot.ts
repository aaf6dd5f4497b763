import type { Language } from '../../domain/language.ts'

/* The texts at the foot of every page. */

const fr = {
  data: 'Données et API',
  propose: 'Proposer un lieu',
  site: 'À propos de ce site',
  about: 'À propos',
  contact: 'Contact',
  sources: 'Sources et licences',
  legal: 'Mentions légales',
  privacy: 'Données personnelles',
  notice: 'Signaler un contenu',
  account: 'Mon compte',
  /** The words of the law: each page of a public site says whether it conforms. */
  accessibility: {
    full: 'Accessibilité\u00a0: totalement conforme',
    partial: 'Accessibilité\u00a0: partiellement conforme',
    none: 'Accessibilité\u00a0: non conforme',
    undeclared: 'Accessibilité\u00a0: non renseignée'
  }
}

const en: typeof fr = {
  data: 'Data and API',
  propose: 'Propose a place',
  site: 'About this site',
  about: 'About',
  contact: 'Contact',
  sources: 'Sources and licences',
  legal: 'Legal notice',
  privacy: 'Personal data',
  notice: 'Report content',
  account: 'My account',
  accessibility: {
    full: 'Accessibility: fully conforming',
    partial: 'Accessibility: partially conforming',
    none: 'Accessibility: not conforming',
    undeclared: 'Accessibility: not filled in'
  }
}

export const FOOT: Readonly<Record<Language, typeof fr>> = { fr, en }
