import t from 'tap'
import { confidenceOf } from '../../../src/domain/offers/confidence.ts'
import { RULES } from '../../../src/domain/offers/implications.ts'
import { kindsByName } from '../../../src/domain/offers/kinds-by-name.ts'
import { offersOf, sureOf } from '../../../src/domain/offers/offers.ts'
import { isCode } from '../../../src/domain/vocabularies/vocabularies.ts'
import { contentOf, type PlaceSketch } from '../../support/places.ts'

const DAY = '2026-11-29'
const PROCEDURES = 'aide-aux-demarches-administratives'
const INTERNET = 'acces-internet-et-materiel-informatique'
const TOOLS = 'maitrise-des-outils-numeriques-du-quotidien'

const offers = (told: PlaceSketch) => offersOf(contentOf(told), DAY)
const services = (told: PlaceSketch) => sureOf(offers(told), 'service')
const label = (code: string, valid_until: string | null = null) => ({
  code,
  valid_from: null,
  valid_until,
  source: 'mednum'
})

t.test('a France services helps with procedures although its record lists no service', async (t) => {
  t.same(services({ name: 'France services de Bayeux', types: ['RFS'] }), [
    { code: PROCEDURES, because: 'type:RFS' }
  ])
  t.same(sureOf(offers({ types: ['RFS'] }), 'fee'), [{ code: 'gratuit', because: 'type:RFS' }])
})

t.test('a place without a type gets the type that whole words of its name indicate', async (t) => {
  t.same(services({ name: 'CCAS de Quimper' }), [{ code: PROCEDURES, because: 'name:CCAS' }])
  t.same(offers({ name: 'Médiathèque de Mende', types: ['EPN'] }).kinds, ['EPN', 'BIB'])
  t.same(kindsByName('Centre social CAF de Guéret'), ['CS'], 'not the CAF')
  t.same(kindsByName('Café de la mairie'), [])
  t.same(kindsByName('Bus France services du Grand Dax'), ['RFS', 'ENM'])
  t.same(kindsByName('France services itinérante de Moissac'), ['RFS', 'ENM'])
  t.same(kindsByName('Le Busnel'), [])
  t.same(kindsByName('CTRE COM ACTION SOCIALE SALON DE PROVENC'), ['CCAS'], 'cut by a form')
  t.same(kindsByName('Circonscription d’action sociale de Falaise'), ['MDS'])
  t.same(kindsByName('Conseiller numérique France services de Lens'), [], 'named after its programme')
})

t.test('a label implies services only while it is valid', async (t) => {
  t.same(services({ labels: [label('aidants-connect', DAY)] }), [
    { code: PROCEDURES, because: 'label:aidants-connect' }
  ])
  t.same(services({ labels: [label('aidants-connect', '2026-11-28')] }), [])
})

t.test('declared services are not implied as well', async (t) => {
  t.same(services({ types: ['EPN'], services: [INTERNET] }), [{ code: TOOLS, because: 'type:EPN' }])
  t.same(sureOf(offers({ types: ['RFS'], fees: ['payant'] }), 'fee'), [], 'declared fees are complete')
})

t.test('a library probably has computers, which is not certain', async (t) => {
  t.same(services({ types: ['BIB'] }), [])
  t.match(offers({ types: ['BIB'] }).implied, [{ code: INTERNET, sure: false, confidence: 0.9 }])
  t.equal(confidenceOf('service', INTERNET), (0.9 + 0.8) / 2, 'the mean of the rules that infer it')
  t.equal(confidenceOf('audience', 'seniors'), 0)
})

t.test('every rule uses existing codes and gives a reason', async (t) => {
  for (const { from, implies, sure, confidence, reason, source, figures } of RULES) {
    for (const code of 'types' in from ? from.types : from.labels) {
      t.ok(isCode('types' in from ? 'type' : 'label', code), code)
    }
    for (const [parameter, codes] of Object.entries(implies)) {
      for (const code of codes) t.ok(isCode(parameter as keyof typeof implies, code), code)
    }
    t.ok(confidence > 0 && confidence <= 1)
    t.ok(reason && figures)
    t.ok(source !== null || !sure, 'certain rules do not rest on frequency alone')
  }
})
