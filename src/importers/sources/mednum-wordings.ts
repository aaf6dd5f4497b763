import { type CodeColumns, wordings } from '../read/codes.ts'

/**
 * Columns with codes in versions 1.0.2 and 0.1 of the standard. No column name means different things in the two
 * versions.
 */
export const CODE_COLUMNS: readonly CodeColumns[] = [
  { columns: ['typologie'], into: ['type'] },
  { columns: ['services'], into: ['service'] },
  { columns: ['publics_specifiquement_adresses'], into: ['audience'] },
  { columns: ['prise_en_charge_specifique'], into: ['need'] },
  { columns: ['publics_accueillis'], into: ['audience', 'need'] },
  // `conditions_access` is a misspelling in the list of conseillers numériques.
  { columns: ['frais_a_charge', 'conditions_acces', 'conditions_access'], into: ['fee'] },
  { columns: ['modalites_acces'], into: ['access'] },
  { columns: ['modalites_accompagnement'], into: ['support'] },
  {
    columns: [
      'dispositif_programmes_nationaux',
      'formations_labels',
      'autres_formations_labels',
      'labels_nationaux',
      'labels_autres'
    ],
    into: ['label']
  }
]

const PROCEDURES = { service: ['aide-aux-demarches-administratives'] }
const EVERYDAY = { service: ['maitrise-des-outils-numeriques-du-quotidien'] }
const UNDERSTANDING = { service: ['comprehension-du-monde-numerique'] }
const WORK = { service: ['insertion-professionnelle-via-le-numerique'] }
const EQUIPMENT = { service: ['acces-internet-et-materiel-informatique'] }
const ONE_TO_ONE = { support: ['accompagnement-individuel'] }

/**
 * Maps the values of version 0.1 to the terms of 1.0.2, following the mapping published by the national map, except
 * for its mistake with "Gratuit sous condition". "Adultes" has no term, because it means everyone; it is reported
 * as unmapped.
 */
export const V0_WORDINGS = wordings({
  'Devenir autonome dans les démarches administratives': PROCEDURES,
  'Réaliser des démarches administratives avec un accompagnement': PROCEDURES,
  'Accompagner les démarches de santé': PROCEDURES,
  'Prendre en main un smartphone ou une tablette': EVERYDAY,
  'Prendre en main un ordinateur': EVERYDAY,
  'Utiliser le numérique au quotidien': EVERYDAY,
  'Approfondir ma culture numérique': UNDERSTANDING,
  'Promouvoir la citoyenneté numérique': UNDERSTANDING,
  'Favoriser mon insertion professionnelle': WORK,
  'Créer et développer mon entreprise': WORK,
  'Accéder à une connexion internet': EQUIPMENT,
  'Accéder à du matériel': EQUIPMENT,
  "S'équiper en matériel informatique": {
    service: ['acquisition-de-materiel-informatique-a-prix-solidaire']
  },
  'Créer avec le numérique': { service: ['loisirs-et-creations-numeriques'] },
  "Soutenir la parentalité et l'éducation avec le numérique": {
    service: ['parentalite-et-education-avec-le-numerique']
  },
  'Seniors (+ 65 ans)': { audience: ['seniors'] },
  'Familles/enfants': { audience: ['familles-et-ou-enfants'] },
  'Jeunes (16-26 ans)': { audience: ['jeunes'] },
  'Uniquement femmes': { audience: ['femmes'] },
  'Public langues étrangères': { need: ['langues-etrangeres-anglais', 'langues-etrangeres-autres'] },
  'Handicaps psychiques': { need: ['handicaps-mentaux'] },
  "Personnes en situation d'illettrisme": { need: ['illettrisme'] },
  Adhésion: { fee: ['payant'] },
  // With a pass, the service is free of charge; accepting the pass is also a label that people search for.
  'Accepte le Pass numérique': { fee: ['gratuit-sous-condition'], label: ['pass-numerique'] },
  Seul: { support: ['en-autonomie'] },
  "Avec de l'aide": ONE_TO_ONE,
  'A ma place': ONE_TO_ONE,
  'Dans un atelier': { support: ['dans-un-atelier-collectif'] }
})
