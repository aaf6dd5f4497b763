import type { Meaning } from '../declared/meaning.ts'

const PROCEDURES: Meaning = { service: 'aide-aux-demarches-administratives' }
const EVERYDAY: Meaning = { service: 'maitrise-des-outils-numeriques-du-quotidien' }
const UNDERSTANDING: Meaning = { service: 'comprehension-du-monde-numerique' }
const WORK: Meaning = { service: 'insertion-professionnelle-via-le-numerique' }
const EQUIPMENT: Meaning = { service: 'acces-internet-et-materiel-informatique' }

/**
 * Maps the digital themes of data.inclusion to the terms of the standard. Fifteen themes are from its version 0,
 * mapped as in the national map. The last four are from version 1, which no longer distinguishes all services of
 * the standard, so they map to the nearest service.
 */
export const THEMES: Readonly<Record<string, Meaning>> = {
  'numerique--devenir-autonome-dans-les-demarches-administratives': PROCEDURES,
  'numerique--realiser-des-demarches-administratives-avec-un-accompagnement': PROCEDURES,
  'numerique--accompagner-les-demarches-de-sante': PROCEDURES,
  'numerique--prendre-en-main-un-smartphone-ou-une-tablette': EVERYDAY,
  'numerique--prendre-en-main-un-ordinateur': EVERYDAY,
  'numerique--utiliser-le-numerique-au-quotidien': EVERYDAY,
  'numerique--approfondir-ma-culture-numerique': UNDERSTANDING,
  'numerique--promouvoir-la-citoyennete-numerique': UNDERSTANDING,
  'numerique--favoriser-mon-insertion-professionnelle': WORK,
  'numerique--creer-et-developper-mon-entreprise': WORK,
  'numerique--acceder-a-du-materiel': EQUIPMENT,
  'numerique--s-equiper-en-materiel-informatique': {
    service: 'acquisition-de-materiel-informatique-a-prix-solidaire'
  },
  'numerique--creer-avec-le-numerique': { service: 'loisirs-et-creations-numeriques' },
  'numerique--soutenir-la-parentalite-et-l-education-avec-le-numerique': {
    service: 'parentalite-et-education-avec-le-numerique'
  },
  'numerique--acceder-a-une-connexion-internet': EQUIPMENT,
  'numerique--acquerir-un-equipement': { service: 'acquisition-de-materiel-informatique-a-prix-solidaire' },
  'numerique--acceder-a-des-services-en-ligne': PROCEDURES,
  'numerique--maitriser-les-fondamentaux-du-numerique': EVERYDAY
}
