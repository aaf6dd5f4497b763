import type { WrittenMapping } from '../declared/mapping-schema.ts'

/**
 * Separator of values. Values may be quoted, and some contain a comma; a comma that separates is not followed by a
 * space.
 */
const SPLIT = '",\\s*"|",|,"|,(?!\\s)'

const PROCEDURES = { service: 'aide-aux-demarches-administratives' } as const
const EVERYDAY = { service: 'maitrise-des-outils-numeriques-du-quotidien' } as const
const UNDERSTANDING = { service: 'comprehension-du-monde-numerique' } as const
const EQUIPMENT = { service: 'acces-internet-et-materiel-informatique' } as const
const PARENTING = { service: 'parentalite-et-education-avec-le-numerique' } as const
const FAMILIES = { audience: 'familles-et-ou-enfants' } as const
const BY_APPOINTMENT = { access: 'telephoner' } as const
const WALK_IN = { access: 'se-presenter' } as const

export const HINAURA_TABLES: WrittenMapping['tables'] = [
  {
    columns: 'Type de lieu',
    split: SPLIT,
    into: ['type'],
    values: {
      'Maison de Services au Public': { type: 'MSAP' },
      'Tiers-Lieux': { type: 'TIERS_LIEUX' },
      'Fablab / Hackerspace': { type: 'FABLAB' },
      'BIJ/PIJ (Information Jeunesse)': { type: 'PIJ_BIJ' },
      'Cyberbase / Cybercentre': { type: 'EPN' },
      'Structure associative de quartier': { type: 'ASSO' },
      'Association caritative': { type: 'ASSO' },
      'Ressourcerie (matériel moindre coût / recyclé)': { type: 'RESSOURCERIE' },
      'Promeneurs du net': { label: 'promeneurs-du-net' },
      Autres: { type: 'Autre' }
    }
  },
  {
    columns: 'Accueille un ou des Conseillers Numériques France Services',
    values: { Oui: { label: 'conseillers-numeriques' }, Non: {} }
  },
  {
    columns: 'Publics accueillis',
    split: SPLIT,
    values: {
      Seniors: { audience: 'seniors' },
      'Jeunesse (11-26 ans)': { audience: 'jeunes' },
      'Enfance / Parentalité (3-10 ans)': FAMILIES,
      'Petite enfance / Parentalité (0-3 ans)': FAMILIES
    }
  },
  {
    // Each value starts with an image in HTML.
    columns: 'Accueil pour les personnes en situation de handicap',
    words: [
      { has: ['mobilité réduite'], means: { wheelchair: 'yes' } },
      { has: ['surdité'], means: { need: 'surdite' } },
      { has: ['déficience visuelle'], means: { need: 'deficience-visuelle' } },
      { has: ['handicap mental'], means: { need: 'handicaps-mentaux' } }
    ]
  },
  {
    columns: 'Accompagnement de publics spécifiques',
    split: SPLIT,
    values: {
      "Personnes en situation d'illettrisme": { need: 'illettrisme' },
      'Langue étrangère (anglais)': { need: 'langues-etrangeres-anglais' },
      'Langue étrangère (autres langues)': { need: 'langues-etrangeres-autres' }
    }
  },
  {
    columns: 'Tarifs',
    split: SPLIT,
    into: ['fee'],
    values: { Adhésion: { fee: 'payant' } },
    words: [
      { has: ['pass numérique'], means: { fee: 'gratuit-sous-condition', label: 'pass-numerique' } },
      { has: ['solidaire'], means: { fee: 'gratuit-sous-condition' } }
    ]
  },
  {
    columns: 'À disposition',
    split: SPLIT,
    values: {
      'Réseau Wifi': EQUIPMENT,
      'Accès libre à du matériel informatique': EQUIPMENT,
      'Imprimante (service gratuit)': EQUIPMENT,
      'Imprimante (service payant)': EQUIPMENT
    }
  },
  {
    columns: "Types d'accompagnement proposés",
    split: SPLIT,
    values: {
      'Accompagnement individuel sur rendez-vous': {
        support: 'accompagnement-individuel',
        ...BY_APPOINTMENT
      },
      'Accompagnement individuel sans rendez-vous': { support: 'accompagnement-individuel', ...WALK_IN },
      'Accompagnement en groupe sur inscription': { support: 'dans-un-atelier-collectif', ...BY_APPOINTMENT },
      'Accompagnement en groupe sans inscription': { support: 'dans-un-atelier-collectif', ...WALK_IN },
      'Accès libre avec un accompagnement': { support: 'en-autonomie', ...WALK_IN },
      'Faire à la place de / habilité Aidants Connect': {
        support: 'accompagnement-individuel',
        label: 'aidants-connect'
      },
      'Achat équipement à bas coût': { service: 'acquisition-de-materiel-informatique-a-prix-solidaire' },
      Impression: EQUIPMENT
    }
  },
  { columns: 'Accompagnements proposés aux démarches en ligne', split: SPLIT, other: PROCEDURES },
  {
    columns: 'Formations compétences de base proposées',
    split: SPLIT,
    values: {
      'Gérer ses données numériques (mots de passe..)': { service: 'utilisation-securisee-du-numerique' }
    },
    other: EVERYDAY
  },
  {
    columns: 'Comprendre et Utiliser les sites d’accès aux droits proposées',
    split: SPLIT,
    other: PROCEDURES
  },
  {
    columns: 'Sensibilisations culture numérique',
    split: SPLIT,
    values: {
      "Utiliser le numérique pour la recherche d'emploi (CV, plateformes professionnelles...)": {
        service: 'insertion-professionnelle-via-le-numerique'
      },
      'Utiliser le numérique à des fins créatives et récréatives': {
        service: 'loisirs-et-creations-numeriques'
      },
      "Sensibilisation : La parentalité à l'ère du numérique": PARENTING,
      'Comprendre et utiliser un Espace Numérique de Travail (parentalité)': PARENTING,
      'Sensibilisation à la gestion de son identité numérique': {
        service: 'utilisation-securisee-du-numerique'
      },
      'Sensibilisation Vie privée': { service: 'utilisation-securisee-du-numerique' },
      'Sensibilisation Cultures numériques': UNDERSTANDING,
      "Éducation aux Médias et à l'Information": UNDERSTANDING,
      'Sensibilisation : Connaître les pratiques et les usages des jeunes': UNDERSTANDING
    }
  }
]
