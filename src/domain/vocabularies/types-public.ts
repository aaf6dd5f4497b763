import type { Term } from './term.ts'
import { type } from './type-term.ts'

/** Public services and local authorities. */
export const PUBLIC_TYPES: readonly Term[] = [
  type('CAF', 'Caisses d’allocation familiale', 'Family allowance fund', {
    spellings: ['Caisse d’allocations familiales']
  }),
  type('CC', 'Communautés de Commune', 'Community of communes', {
    spellings: ['Communauté de communes', 'Communautés de communes']
  }),
  type('CCONS', 'Chambres consulaires', 'Chambers of trade and commerce', {
    synonyms: ['CCI', 'CMA', 'chambre de métiers', 'chambre d’agriculture']
  }),
  type('CD', 'Conseils Départementaux', 'Departmental council', { spellings: ['Conseil départemental'] }),
  type('CFP', 'Centre des finances publiques', 'Public finance centre', {
    synonyms: ['impôts', 'trésorerie', 'SIP']
  }),
  type('CPAM', 'Caisse primaire d’assurance maladie', 'Health insurance fund', {
    synonyms: ['sécurité sociale', 'Ameli']
  }),
  type(
    'DEETS',
    'Directions de l’Economie, de l’Emploi, du Travail et des Solidarités',
    'Labour directorate',
    {
      synonyms: ['DDETS', 'DREETS']
    }
  ),
  type('DEPT', 'Services sociaux du Conseil départemental', 'Departmental social services'),
  type(
    'DIPLP',
    'Délégation interministérielle à la prévention et à la lutte contre la pauvreté',
    'Delegation against poverty'
  ),
  type('EPCI', 'Intercommunalité', 'Intercommunality', {
    synonyms: ['communauté d’agglomération', 'métropole', 'agglo']
  }),
  type('LA_POSTE', 'La Poste', 'Post office', {
    synonyms: ['bureau de poste', 'agence postale'],
    spellings: ['Bureau de poste']
  }),
  type('MDPH', 'Maison Départementale des Personnes Handicapées', 'Departmental house for disabled people'),
  type('MDS', 'Maison Départementale des Solidarités', 'Departmental solidarity house', {
    synonyms: ['maison du département']
  }),
  type('MSA', 'Mutualité Sociale Agricole', 'Agricultural social insurance'),
  type('MSAP', 'Maison de Services Au Public', 'Public services house', {
    synonyms: ['France services', 'RFS'],
    spellings: ['Maison de Service au Public (MSAP)', 'Maison de services publics']
  }),
  type('MUNI', 'Municipalités', 'Municipality', {
    synonyms: ['commune', 'hôtel de ville'],
    spellings: ['Mairie', 'Municipalité']
  }),
  type('ODC', 'Organisation délégataire d’un CD', 'Delegate of a departmental council'),
  type('PAD', 'Point d’Accès au Droit', 'Legal advice point', { synonyms: ['point-justice'] }),
  type('PI', 'Point info', 'Information point'),
  type('PIJ_BIJ', 'Points et bureaux information jeunesse', 'Youth information office', {
    synonyms: ['CRIJ', 'CIJ', 'SIJ'],
    spellings: ['PIJ', 'BIJ', 'Point information jeunesse', 'Bureau information jeunesse']
  }),
  type('PIMMS', 'Point Information Médiation Multi Services', 'Multi-service mediation point', {
    synonyms: ['médiation sociale'],
    spellings: ['PIMMS Médiation']
  }),
  type('PREF', 'Préfecture, Sous-Préfecture', 'Prefecture', { spellings: ['Préfecture', 'Sous-préfecture'] }),
  type('REG', 'Région', 'Regional council', { spellings: ['Conseil régional'] }),
  type('RFS', 'Réseau France Services', 'France Services network', {
    synonyms: ['MSAP', 'maison de services au public', 'bus France services'],
    spellings: ['France Services', 'Espace France Services', 'Maison France Services']
  })
]
