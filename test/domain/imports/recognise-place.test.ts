import t from 'tap'
import { type Candidate, recognise } from '../../../src/domain/imports/recognise-place.ts'
import type { MappedRecord } from '../../../src/domain/places/source-record.ts'
import { contentOf } from '../../support/places.ts'

type RecordSketch = {
  readonly name?: string
  readonly types?: readonly string[]
  readonly siret?: string | null
  readonly street?: string | null
  readonly sheet?: string | null
}

const sheetOf = ({
  name = 'Médiathèque Les Sept Lieux',
  types = ['BIB'],
  siret,
  street,
  sheet
}: RecordSketch = {}) =>
  ({
    id: '7001',
    url: null,
    changed_on: null,
    content: contentOf({
      name,
      types,
      siret: siret ?? null,
      address: { city: 'Bayeux', street: street ?? null },
      accessibility: { sheet: sheet ?? null }
    })
  }) satisfies MappedRecord

const place = (given: Partial<Candidate> = {}): Candidate => ({
  place_id: 'one',
  name: 'Les Sept Lieux',
  types: ['BIB'],
  siret: null,
  street: null,
  city: 'Bayeux',
  sheet: null,
  distance_m: 30,
  ...given
})

const by = (record: MappedRecord, ...candidates: readonly Candidate[]) => recognise(record, candidates).by

t.test('the same name at the same door is the same place, however it is typed', async (t) => {
  for (const name of [
    'MEDIATHEQUE LES SEPT LIEUX',
    'Médiathèque « Les Sept-Lieux »',
    'Médiathèque des sept lieux de Bayeux'
  ]) {
    t.same(recognise(sheetOf(), [place({ name })]), { place_id: 'one', by: 'name' }, name)
  }
  t.equal(by(sheetOf(), place({ name: 'Médiathèque Les Sept Lieux', distance_m: 201 })), 'none-alike')
})

t.test('a part of the name needs the activity and the distance to agree', async (t) => {
  t.equal(by(sheetOf(), place()), 'name-and-activity')
  t.equal(by(sheetOf(), place({ types: ['FABLAB'] })), 'none-alike', 'a fab lab in the same building')
  t.equal(
    by(sheetOf({ name: 'Crèche des Sept Collines' }), place({ name: 'Sept' })),
    'none-alike',
    'one word'
  )
  t.equal(by(sheetOf(), place({ distance_m: 101 })), 'none-alike')
  t.equal(by(sheetOf(), place({ name: 'Médiathèque Victor Hugo' })), 'none-alike', 'another library')
})

t.test('a kind is enough as a name if there is only one place of that kind', async (t) => {
  const bare = sheetOf({ name: 'Bibliothèque médiathèque' })
  t.equal(by(bare, place()), 'activity')
  t.equal(by(bare, place(), place({ place_id: 'two', types: ['LA_POSTE'] })), 'activity')
  t.equal(by(bare, place(), place({ place_id: 'two', name: 'Victor Hugo' })), 'ambiguous')
  const office = sheetOf({ name: 'Bureau municipal', types: ['MUNI', 'RFS', 'CCAS'] })
  t.equal(by(office, place({ types: ['RFS'] })), 'none-alike', 'an office may be any of many')
  t.equal(by(bare, place({ distance_m: 61 })), 'none-alike')
  t.equal(
    by(sheetOf({ name: 'Mairie', types: ['MUNI'] }), place()),
    'none-alike',
    'the library in the town hall'
  )
})

t.test('a France services place is recognised by its name', async (t) => {
  const counter = sheetOf({
    name: 'Conseil départemental du Nord - Maison France Services',
    types: ['RFS', 'CD', 'MUNI']
  })
  t.equal(by(counter, place({ name: 'France services Le Cateau', types: ['RFS'] })), 'activity')
  t.equal(by(counter, place({ name: 'Médiathèque' })), 'none-alike')
})

t.test('identifiers take precedence over names, and one shared by two places is ignored', async (t) => {
  const siret = '21140047800012'
  const record = sheetOf({ siret })
  t.equal(by(record, place({ siret, name: 'Bibliothèque municipale', distance_m: 400 })), 'siret')
  t.equal(by(record, place({ siret, distance_m: 501 })), 'none-alike', 'of its head office, across the town')
  t.equal(by(record, place({ siret }), place({ siret, place_id: 'two', name: 'Annexe' })), 'ambiguous')
  const sheet = 'https://acceslibre.beta.gouv.fr/app/14-bayeux/a/bibliotheque/erp/les-sept-lieux/'
  t.same(
    recognise(sheetOf({ sheet, siret }), [
      place({ siret }),
      place({ place_id: 'two', sheet, distance_m: null })
    ]),
    {
      place_id: 'two',
      by: 'sheet'
    }
  )
})

t.test('without positions, the same name in the same street', async (t) => {
  const record = sheetOf({ street: '1 rue Saint-Jean' })
  const there = { name: 'Médiathèque Les Sept Lieux', distance_m: null }
  t.equal(by(record, place({ ...there, street: '1, Rue Saint Jean' })), 'name')
  t.equal(by(record, place({ ...there, street: '3 rue Saint-Jean' })), 'none-alike')
  t.equal(
    by(sheetOf({ street: 'Place' }), place({ ...there, street: 'Place' })),
    'none-alike',
    'a street without number'
  )
})

t.test('with nothing near, nothing is recognised', async (t) => {
  t.same(recognise(sheetOf(), []), { place_id: null, by: 'none-near' })
})
