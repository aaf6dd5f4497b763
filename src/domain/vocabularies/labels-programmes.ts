import type { Term } from './term.ts'

/** National programmes: the standard's `dispositif_programmes_nationaux`. */
export const PROGRAMMES: readonly Term[] = [
  { code: 'aidants-connect', fr: 'Aidants Connect', en: 'Aidants Connect', synonyms: ['aidant habilité'] },
  {
    code: 'bibliotheques-numerique-de-reference',
    fr: 'Bibliothèques numérique de référence',
    en: 'Reference digital libraries',
    synonyms: ['BNR'],
    spellings: ['Bibliothèque numérique de référence', 'Bibliothèques numériques de référence']
  },
  {
    code: 'certification-pix',
    fr: 'Certification PIX',
    en: 'PIX certification centre',
    synonyms: ['compétences numériques'],
    spellings: ['PIX', 'Centre de certification PIX']
  },
  {
    code: 'conseillers-numeriques',
    fr: 'Conseillers numériques',
    en: 'Digital advisers',
    spellings: ['CNFS', 'Conseiller numérique'],
    // These advisers visit every kind of place, so a search for France Services must not find them.
    ambiguous: ['Conseillers numériques France Services', 'Conseiller numérique France Services']
  },
  { code: 'emmaus-connect', fr: 'Emmaüs Connect', en: 'Emmaüs Connect' },
  {
    code: 'france-services',
    fr: 'France Services',
    en: 'France Services',
    synonyms: ['MSAP', 'maison de services au public'],
    spellings: ['Espace France Services', 'Maison France Services']
  },
  {
    code: 'grande-ecole-du-numerique',
    fr: 'Grande école du numérique',
    en: 'Grande école du numérique',
    synonyms: ['GEN'],
    spellings: ['Grandes écoles du numérique']
  },
  {
    code: 'la-croix-rouge',
    fr: 'La Croix Rouge',
    en: 'Red Cross',
    spellings: ['Croix Rouge', 'Croix-Rouge française']
  },
  {
    code: 'point-d-acces-numerique-caf',
    fr: 'Point d’accès numérique CAF',
    en: 'CAF digital access point',
    synonyms: ['allocations familiales'],
    spellings: ['Point numérique CAF']
  },
  {
    code: 'promeneurs-du-net',
    fr: 'Promeneurs du net',
    en: 'Promeneurs du net',
    synonyms: ['présence éducative en ligne']
  },
  {
    code: 'relais-numerique-emmaus-connect',
    fr: 'Relais numérique (Emmaüs Connect)',
    en: 'Digital relay (Emmaüs Connect)'
  }
]
