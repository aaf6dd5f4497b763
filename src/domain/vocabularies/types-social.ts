import type { Term } from './term.ts'
import { type } from './type-term.ts'

/** Social action, housing, health, justice and other types. */
export const SOCIAL_TYPES: readonly Term[] = [
  type('ASE', 'Aide sociale à l’enfance', 'Child welfare'),
  type('ASSO', 'Associations', 'Association', { spellings: ['Association'] }),
  type('Autre', 'Autre', 'Other'),
  type('AVIP', 'Crèche à vocation d’insertion professionnelle', 'Nursery for parents seeking work'),
  type(
    'CAARUD',
    'Centre d’accueil et d’accompagnement à la réduction de risques pour usagers de drogues',
    'Harm reduction centre'
  ),
  type('CADA', 'Centres d’accueil de demandeurs d’asile', 'Reception centre for asylum seekers'),
  type('CCAS', 'Centres communaux d’action sociale', 'Communal social action centre', {
    synonyms: ['action sociale'],
    spellings: ['Centre communal d’action sociale']
  }),
  type('CDAS', 'Centre départemental d’action sociale', 'Departmental social action centre'),
  type('CHRS', 'Centres d’hébergement et de réinsertion sociale', 'Accommodation and reintegration centre'),
  type('CHU', 'Centres d’hébergement d’urgence', 'Emergency shelter'),
  type('CIAS', 'Centres intercommunaux d’action sociale', 'Intercommunal social action centre', {
    spellings: ['Centre intercommunal d’action sociale']
  }),
  type('CIDFF', 'Centres d’information sur les droits des femmes et des familles', 'Women’s rights centre'),
  type('CMP', 'Centre Médico Psychologique', 'Medical and psychological centre'),
  type('CMS', 'Centre médico-social', 'Medical and social centre'),
  type('CPH', 'Centres provisoires d’hébergement', 'Temporary accommodation centre'),
  type(
    'CSAPA',
    'Centre de soins, d’accompagnement et de prévention en addictologie',
    'Addiction care and prevention centre'
  ),
  type('ES', 'Épicerie solidaire', 'Solidarity grocery'),
  type(
    'FAIS',
    'Fédérations d’acteurs de l’insertion et de la solidarité',
    'Federation of solidarity players'
  ),
  type('HUDA', 'Hébergement d’urgence pour demandeurs d’asile', 'Emergency shelter for asylum seekers'),
  type(
    'OACAS',
    'Structures agréées Organisme d’accueil communautaire et d’activité solidaire',
    'Community reception organisation',
    { synonyms: ['communauté Emmaüs'] }
  ),
  type('OIL', 'Opérateur d’intermédiation locative', 'Rental intermediary'),
  type('PENSION', 'Pension de famille', 'Family boarding house'),
  type('PJJ', 'Protection judiciaire de la jeunesse', 'Judicial protection of youth'),
  type('PREVENTION', 'Service ou club de prévention', 'Prevention service or club'),
  type('RS_FJT', 'Résidence sociale - Foyer de Jeunes Travailleurs', 'Young workers’ residence', {
    synonyms: ['habitat jeunes'],
    spellings: ['Foyer de jeunes travailleurs', 'Résidence sociale']
  }),
  type('SCP', 'Services et clubs de prévention', 'Prevention services and clubs'),
  type('SPIP', 'Services pénitentiaires d’insertion et de probation', 'Prison and probation service'),
  type('UDAF', 'Union Départementale d’Aide aux Familles', 'Departmental union for families', {
    spellings: ['Union départementale des associations familiales']
  })
]
