import type { Term } from './term.ts'

/** Trainings and labels: the standard's `formations_labels`. */
export const TRAININGS: readonly Term[] = [
  {
    code: 'forme-a-mon-espace-sante',
    fr: 'Formé à « Mon Espace Santé »',
    en: 'Trained in “Mon Espace Santé”',
    synonyms: ['carte Vitale', 'dossier médical']
  },
  {
    code: 'forme-a-duplex-illettrisme',
    fr: 'Formé à « DUPLEX » (illettrisme)',
    en: 'Trained in “DUPLEX” (illiteracy)'
  },
  {
    code: 'arnia-mednum-bfc-bourgogne-franche-comte',
    fr: 'Arnia/MedNum BFC (Bourgogne-Franche-Comté)',
    en: 'Arnia/MedNum BFC (Bourgogne-Franche-Comté)'
  },
  {
    code: 'collectif-ressources-et-acteurs-reemploi-normandie',
    fr: 'Collectif ressources et acteurs réemploi (Normandie)',
    en: 'Collective of reuse players (Normandy)',
    synonyms: ['CRAR']
  },
  {
    code: 'etapes-numeriques-la-poste',
    fr: 'Étapes numériques (La Poste)',
    en: 'Étapes numériques (La Poste)'
  },
  {
    code: 'fabriques-de-territoire',
    fr: 'Fabriques de Territoire',
    en: 'Fabriques de Territoire',
    spellings: ['Fabrique de Territoire']
  },
  {
    code: 'les-eclaireurs-du-numerique-drome',
    fr: 'Les Éclaireurs du numérique (Drôme)',
    en: 'Digital scouts (Drôme)'
  },
  {
    code: 'mes-papiers-metropole-de-lyon',
    fr: 'Mes Papiers (Métropole de Lyon)',
    en: 'Mes Papiers (Lyon metropolitan area)'
  },
  {
    code: 'ordi-3-0',
    fr: 'ORDI 3.0',
    en: 'ORDI 3.0',
    synonyms: ['ordinateurs reconditionnés']
  },
  { code: 'sud-labs-paca', fr: 'SUD LABS (PACA)', en: 'SUD LABS (PACA)', spellings: ['Sud Labs'] }
]
