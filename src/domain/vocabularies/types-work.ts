import type { Term } from './term.ts'
import { type } from './type-term.ts'

/** Work, training and integration through work. */
export const WORK_TYPES: readonly Term[] = [
  type('ACI', 'Structures porteuses d’ateliers et chantiers d’insertion', 'Integration workshops', {
    spellings: ['Ateliers et chantiers d’insertion', 'Atelier chantier d’insertion']
  }),
  type(
    'ACIPHC',
    'SIAE — Atelier chantier d’insertion premières heures en chantier',
    'Integration workshop, first hours'
  ),
  type('AFPA', 'Agence nationale pour la formation professionnelle des adultes', 'Adult training agency'),
  type('AI', 'Associations intermédiaires', 'Intermediary association', {
    spellings: ['Association intermédiaire']
  }),
  type('ASSO_CHOMEUR', 'Associations de chômeurs', 'Association of the unemployed', {
    spellings: ['Association de chômeurs']
  }),
  type('CAP_EMPLOI', 'Cap Emploi', 'Cap Emploi (work and disability)'),
  type('CAVA', 'Centres d’adaptation à la vie active', 'Centre for adaptation to working life'),
  type('CITMET', 'Cité des métiers', 'City of trades'),
  type('E2C', 'École de la deuxième chance', 'Second-chance school'),
  type('EA', 'Entreprise adaptée', 'Adapted company'),
  // The table of the standard gives EA and EATT the same label; only the code distinguishes them.
  type('EATT', 'Entreprise adaptée de travail temporaire', 'Adapted temporary work company'),
  type('EI', 'Entreprises d’insertion', 'Integration company', { spellings: ['Entreprise d’insertion'] }),
  type('EITI', 'Entreprises d’insertion par le travail indépendant', 'Integration through self-employment'),
  type('EPIDE', 'Établissement pour l’insertion dans l’emploi', 'Establishment for integration into work'),
  type('ESAT', 'Établissements ou services d’aide par le travail', 'Sheltered workplace'),
  // The table of the standard has "def"; we read that wording and show the correct one.
  type('ESS', 'Entreprise de l’Économie Sociale et Solidaire', 'Social and solidarity economy company', {
    spellings: ['Entreprise def l’Économie Sociale et Solidaire']
  }),
  type('ETTI', 'Entreprises de travail temporaire d’insertion', 'Temporary work for integration'),
  type('FT', 'France travail', 'France Travail (public employment service)', {
    synonyms: ['ANPE', 'chômage', 'emploi'],
    spellings: ['PE', 'Pôle emploi']
  }),
  type(
    'GEIQ',
    'Groupements d’employeurs pour l’insertion et la qualification',
    'Employers’ group for integration'
  ),
  type('MDE', 'Maison de l’emploi', 'Employment house'),
  type('MDEF', 'Maison de l’emploi et de la formation', 'Employment and training house'),
  type('ML', 'Mission Locale', 'Mission locale (work and young people)', { synonyms: ['PAIO'] }),
  type('OF', 'Organisme de formations', 'Training organisation', {
    synonyms: ['GRETA', 'centre de formation'],
    spellings: ['Organisme de formation']
  }),
  type('OPCS', 'Organisation porteuse de la clause sociale', 'Social clause facilitator'),
  type('PLIE', 'Plans locaux pour l’insertion et l’emploi', 'Local plan for integration and work', {
    spellings: ['Plan local pour l’insertion et l’emploi']
  })
]
