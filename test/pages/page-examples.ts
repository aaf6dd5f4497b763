import type { PageName } from '../../src/pages/addresses/pages.ts'
import { idOf } from '../support/small-directory.ts'

/** An example address for each page, in the small directory. */
export const EXAMPLES: Readonly<Record<PageName, string>> = {
  search: '/',
  place: `/lieux/epn-de-bayeux-${idOf('EPN de Bayeux')}`,
  territory: '/lieux/departement/calvados',
  orientation: '/orientation',
  sheet: `/orientation/fiche?lieu=${idOf('EPN de Bayeux')}`,
  selection: `/selection?lieu=${idOf('EPN de Bayeux')}&lieu=${idOf('Médiathèque de Caen')}`,
  departments: '/departements',
  integrate: '/integrer',
  embed: '/embed',
  about: '/a-propos',
  contact: '/contact',
  sources: '/sources',
  data: '/donnees',
  reference: '/docs',
  referenceEntry: '/docs/searchPlaces',
  legal: '/mentions-legales',
  privacy: '/donnees-personnelles',
  accessibility: '/accessibilite'
}
