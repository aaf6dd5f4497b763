import t from 'tap'
import { receivedBy } from '../../../src/domain/offers/closed-doors.ts'
import { suspicionOf } from '../../../src/domain/offers/suspect-names.ts'
import { spreadOfTown, uncertaintyOf } from '../../../src/domain/offers/uncertainty.ts'
import { weightOf } from '../../../src/domain/offers/weight.ts'
import { contentOf, type PlaceSketch, referenceOf } from '../../support/places.ts'
import { TOWNS } from '../../support/towns.ts'

const ONE = [referenceOf('mednum', '1')]
const TWO = [...ONE, referenceOf('france-services', '1')]

t.test('what a record tells weighs little, and what is doubtful much less', async (t) => {
  const weight = (told: PlaceSketch, sources = ONE) =>
    weightOf(contentOf({ name: 'Le Phare', ...told }), sources)
  t.equal(weight({}), 1)
  t.equal(weight({ services: ['comprehension-du-monde-numerique'] }), 1.01)
  const whole: PlaceSketch = {
    ...TOWNS.bayeux,
    services: ['comprehension-du-monde-numerique'],
    contacts: { phone: '+33231921108' },
    opening_hours: { osm: null, raw: 'le matin', confidence: 'none', timezone: 'Europe/Paris' }
  }
  t.equal(weight(whole, TWO), 1.05, 'hours, phone, services, position, two sources')
  t.equal(weight({ name: 'Le Phare (à supprimer)' }), 0.3)
  t.equal(weight({ name: 'CHRS Le Logis' }), 0.5)
  t.equal(weight({ location: { lat: 49, lon: 0, origin: 'geocoder', precision: 'municipality' } }), 1)
})

t.test('names that let doubt that there is such a place', async (t) => {
  for (const [name, why] of [
    ['Konexio Paris (à supprimer)', 'marked as not to be used'],
    ['Mairie - DOUBLON', 'marked as not to be used'],
    ['NE PAS UTILISER médiathèque', 'marked as not to be used'],
    ['ANCT Test', 'a test'],
    ['test', 'a test'],
    ['Autre', 'no name'],
    ['---', 'no name'],
    ['115', 'no name'],
    ['265 901 785 00', 'no name'],
    ['Cyber 2000', null],
    ['Médiathèque de La Teste', null],
    ['Médiathèque Albert Doublet', null],
    ['Association Le Lieu', null]
  ] as const) {
    t.equal(suspicionOf(name), why, name)
  }
})

t.test('places that receive nobody from outside', async (t) => {
  const closed = (told: PlaceSketch) => receivedBy(contentOf(told)) === 'closed'
  for (const name of [
    'EHPAD Les Magnolias',
    'Maison d’arrêt de Tours',
    'ADOMA CADA',
    'Résidence sociale La Mélitte',
    'Résidence La Noiseraie',
    'ALT CCAS La Teste-de-Buch',
    'Accompagnement personnel mairie Saint-Ouen',
    'Multi-accueil collectif et familial public - Paul Turpin - Saint Malo',
    'Crèche collective publique - Alain Bouchart - Rennes',
    'Apprentis d’Auteuil Mamoudzou',
    'ALEFPA Fort-de-France',
    'ADEPAPE L’Envolée, Orléans',
    'AMARA 45 (Maison des adolescents)',
    'Pôle de médecine physique et de réadaptation Saint-Hélier - Rennes',
    'Centre hospitalier d’Autun',
    'CSAPA Danielle Casanova',
    'Structure de premier accueil de demandeurs d’asile, Toulouse',
    'Secrétariat général commun départemental de Mende'
  ]) {
    t.ok(closed({ name }), name)
  }
  t.ok(closed({ types: ['CHRS'] }))
  t.ok(closed({ access: ['ce-lieu-n-accueille-pas-de-public'] }))
  for (const name of [
    'Foyer rural de Cepage',
    'Médiathèque de Prisonnac',
    'France services de Cadarache',
    'Accompagnement Informatique 33',
    'Centre social de la Résidence',
    'Altipolis',
    'France services L’Hôpital',
    'Médiathèque de L’Hôpital',
    'Ferme de l’Hôpital',
    'L’Asile Bordeaux - collectif créateurs',
    'Centre social et multi-accueil de Vannes',
    'CCAS et crèche de Gignac'
  ]) {
    t.notOk(closed({ name }), name)
  }
})

t.test('places that receive only some people', async (t) => {
  const some = (told: PlaceSketch) => receivedBy(contentOf(told)) === 'some'
  t.ok(some({ name: 'Mission locale de Troyes' }))
  t.ok(some({ name: 'Tremplin', types: ['CAP_EMPLOI'] }))
  t.notOk(some({ name: 'France services et mission locale de Mende' }))
  for (const name of [
    'Point Information Jeunesse de Cholet',
    'Agence Pôle Emploi de Vesoul',
    'MSA Services Dordogne',
    'CIDFF de Bergerac',
    'Apei de Valenciennes',
    'APAJH Mayotte',
    'Carsat Hauts-de-France - Agence de Calais',
    'Chambre départementale d’agriculture du Lot',
    'CCI Le Mans Sarthe'
  ])
    t.ok(some({ name }), name)
  t.notOk(some({ name: 'Mission locale', types: ['EPN'] }))
  t.notOk(some({ name: 'Médiathèque de Troyes' }))
  const weight = (name: string) => weightOf(contentOf({ name }), [])
  t.ok(weight('Mission locale') < weight('Le Phare'), 'and come after those who receive everybody')
  t.ok(weight('Résidence autonomie') < weight('Mission locale'))
})

t.test('how far a position is to be expected from the place', async (t) => {
  const at = (origin: 'producer' | 'geocoder', precision: 'housenumber' | 'street' | 'municipality' | null) =>
    ({ lat: 49.2764, lon: -0.7024, origin, precision }) as const
  t.equal(uncertaintyOf(null, null), null)
  t.equal(uncertaintyOf(at('producer', null), null), 50)
  t.equal(uncertaintyOf(at('geocoder', 'housenumber'), null), 20)
  t.equal(uncertaintyOf(at('geocoder', 'street'), null), 150)
  t.equal(uncertaintyOf(at('geocoder', 'municipality'), spreadOfTown(13_000)), 1_200, 'Bayeux')
  t.equal(uncertaintyOf(at('geocoder', 'municipality'), spreadOfTown(2_100_000)), 3_700, 'Paris')
  t.equal(uncertaintyOf(at('geocoder', 'municipality'), null), 1_200, 'a commune that is not known')
})
