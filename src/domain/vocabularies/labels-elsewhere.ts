import type { Term } from './term.ts'

/**
 * Labels without a value in the standard, from its version 0 and from other directories. In the standard they
 * are free text in `autres_formations_labels`; here they have codes. Labels change every few years; a
 * discontinued one is kept.
 */
export const LABELS_ELSEWHERE: readonly Term[] = [
  { code: 'netpublic', fr: 'NetPublic', en: 'NetPublic', synonyms: ['EPN'], spellings: ['Net Public'] },
  {
    code: 'epn-labellise',
    fr: 'Espace public numérique labellisé',
    en: 'Labelled public digital space',
    spellings: ['EPN labellisé', 'Label EPN']
  },
  {
    code: 'pass-numerique',
    fr: 'Pass numérique (APTIC)',
    en: 'Digital pass (APTIC)',
    synonyms: ['chèque numérique'],
    spellings: ['APTIC', 'Pass numérique', 'Accepte le Pass numérique']
  },
  {
    code: 'campus-connecte',
    fr: 'Campus connecté',
    en: 'Connected campus',
    synonyms: ['études à distance'],
    spellings: ['Campus connectés']
  },
  { code: 'french-tech', fr: 'French Tech', en: 'French Tech', spellings: ['La French Tech'] },
  {
    code: 'qualiopi',
    fr: 'Qualiopi',
    en: 'Qualiopi',
    synonyms: ['organisme de formation certifié'],
    spellings: ['Certification Qualiopi', 'Certifié Qualiopi']
  },
  {
    code: 'guid-asso',
    fr: 'Guid’Asso',
    en: 'Guid’Asso',
    synonyms: ['vie associative'],
    spellings: ['Guidasso']
  },
  {
    code: 'qpv',
    fr: 'Quartier prioritaire de la politique de la ville (QPV)',
    en: 'Priority neighbourhood of urban policy (QPV)',
    spellings: ['QPV', 'Quartier prioritaire', 'Quartier prioritaire de la politique de la ville']
  },
  {
    code: 'frr',
    fr: 'France Ruralités Revitalisation (FRR)',
    en: 'Rural revitalisation area (FRR)',
    // The zones de revitalisation rurale became FRR in July 2024; files still use ZRR for the same places.
    spellings: ['FRR', 'ZRR', 'Zone de revitalisation rurale', 'France Ruralités Revitalisation']
  },
  { code: 'point-relais-caf', fr: 'Point relais CAF', en: 'CAF relay point' },
  {
    code: 'relais-pole-emploi',
    fr: 'Relais Pôle emploi',
    en: 'Pôle emploi relay',
    synonyms: ['France Travail']
  },
  {
    code: 'manufactures-de-proximite',
    fr: 'Manufactures de proximité',
    en: 'Local manufactures',
    spellings: ['Manufacture de proximité']
  }
]
