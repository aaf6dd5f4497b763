import { type PlaceSketch, type TestPlace, testPlace } from './places.ts'
import { TOWNS } from './towns.ts'

/** The content of the places in the small directory; names are unique, so that tests can refer to them. */
const TOLD: readonly PlaceSketch[] = [
  {
    ...TOWNS.bayeux,
    name: 'EPN de Bayeux',
    types: ['EPN'],
    services: ['aide-aux-demarches-administratives', 'acces-internet-et-materiel-informatique'],
    audiences: ['seniors'],
    fees: ['gratuit'],
    accessibility: { wheelchair: 'yes', hearing_loop: true, adapted_toilet: false },
    summary: 'Ateliers de poterie numérique.'
  },
  {
    ...TOWNS.caen,
    name: 'Médiathèque de Caen',
    types: ['BIB'],
    services: ['acces-internet-et-materiel-informatique'],
    audiences: ['seniors', 'jeunes'],
    fees: ['payant'],
    accessibility: { wheelchair: 'no' }
  },
  {
    ...TOWNS.lisieux,
    name: 'FabLab de Lisieux',
    types: ['FABLAB'],
    services: ['loisirs-et-creations-numeriques'],
    fees: ['gratuit-sous-condition'],
    accessibility: { wheelchair: 'limited', hearing_loop: false }
  },
  {
    ...TOWNS.vaudry,
    name: 'Atelier de Vaudry',
    types: ['EPN', 'TIERS_LIEUX'],
    services: ['aide-aux-demarches-administratives', 'loisirs-et-creations-numeriques'],
    accessibility: { hearing_loop: true }
  },
  {
    ...TOWNS.paris11,
    name: 'Cyberespace de la Roquette',
    types: ['EPN'],
    services: ['aide-aux-demarches-administratives'],
    itinerant: false
  },
  { ...TOWNS.paris20, name: 'Bibliothèque des Amandiers', types: ['BIB'], itinerant: false },
  {
    ...TOWNS.quimper,
    name: 'Maison de Quimper',
    types: ['RFS'],
    services: ['aide-aux-demarches-administratives'],
    labels: [{ code: 'france-services', valid_from: '2024-01-01', valid_until: null, source: 'mednum' }],
    itinerant: false
  },
  {
    ...TOWNS.brest,
    name: 'Bus numérique de Brest',
    types: ['EPN'],
    labels: [
      { code: 'france-services', valid_from: '2020-01-01', valid_until: '2022-12-31', source: 'mednum' }
    ],
    itinerant: true
  },
  { ...TOWNS.lyon3, name: 'Atelier de la Part-Dieu', types: ['FABLAB'] },
  { ...TOWNS.strasbourg, name: 'Médiathèque Malraux', types: ['BIB'] },
  { ...TOWNS.ajaccio, name: 'Mission locale d’Ajaccio', types: ['ML'] },
  { ...TOWNS.fortDeFrance, name: 'Espace de Fort-de-France', types: ['RFS'] },
  { ...TOWNS.saintDenis, name: 'Case numérique de Saint-Denis', types: ['RFS'] },
  { ...TOWNS.mataUtu, name: 'Fale numérique de Mata-Utu', types: ['EPN'] },
  // Without a position.
  { address: TOWNS.bayeux.address, name: 'Écrivain public de Bayeux', types: ['ASSO'] }
]

/** Fifteen places in real towns, ordered by distance from Bayeux; the last one has no position. */
export const SMALL_DIRECTORY: readonly TestPlace[] = TOLD.map((told) => testPlace(told))

export function idOf(name: string): string {
  const place = SMALL_DIRECTORY.find(({ content }) => content.name === name)
  if (!place) throw new Error(`No place is named ${name}.`)
  return place.id
}
