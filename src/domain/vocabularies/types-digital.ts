import type { Term } from './term.ts'
import { type } from './type-term.ts'

/** Digital places, culture, neighbourhood life. */
export const DIGITAL_TYPES: readonly Term[] = [
  type('BIB', 'Bibliothèque / Médiathèque', 'Library', {
    synonyms: ['ludothèque'],
    spellings: ['Bibliothèque', 'Médiathèque']
  }),
  type('CS', 'Centre social', 'Social centre'),
  type('CSC', 'Centre socioculturel', 'Social and cultural centre', {
    spellings: ['Centre socio-culturel', 'Centre social et culturel']
  }),
  type('ENM', 'Espace Numérique Mobile', 'Mobile digital space', {
    synonyms: ['bus numérique', 'camion', 'itinérant', 'van numérique']
  }),
  type('EPI', 'Espace Public Internet', 'Public internet space', {
    synonyms: ['EPN', 'cyber-base', 'cyberbase', 'cybercafé']
  }),
  // The table of the standard says "publique"; we read that wording and show the correct one.
  type('EPN', 'Espace public numérique', 'Public digital space', {
    synonyms: ['cyber-base', 'cyberbase', 'cyber-espace', 'cybercentre', 'point cyb', 'multimédia'],
    spellings: ['Espace publique numérique', 'Espace public numérique (EPN)']
  }),
  type('EVS', 'Espace de vie sociale', 'Social life space'),
  type('FABLAB', 'Fablab', 'Fab lab', {
    synonyms: ['atelier de fabrication numérique', 'hackerspace', 'makerspace', 'hacklab', 'maker'],
    spellings: ['Fab lab', 'Fab-lab', 'Laboratoire de fabrication']
  }),
  type('FABRIQUE', 'Fabrique', 'Fabrique', { synonyms: ['fabrique numérique de territoire'] }),
  type('MDH', 'Maison des Habitants', 'Residents’ house'),
  type('MJC', 'Maison des jeunes et de la culture', 'Youth and culture centre'),
  type('MQ', 'Maison de quartier', 'Neighbourhood house'),
  type('RELAIS_LECTURE', 'Relais lecture', 'Reading relay', { synonyms: ['point lecture'] }),
  type('RESSOURCERIE', 'Ressourcerie', 'Reuse centre', { synonyms: ['recyclerie', 'réemploi'] }),
  type('TIERS_LIEUX', 'Tiers lieu & coworking', 'Third place and coworking', {
    synonyms: ['espace partagé', 'télétravail', 'télécentre', 'hackerspace'],
    spellings: ['Tiers-lieu', 'Tiers-lieux', 'Coworking', 'Espace de coworking', 'Tiers-lieu / Coworking']
  })
]
