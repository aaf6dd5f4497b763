import t from 'tap'
import { foldTwins } from '../../src/pages/parts/twins.ts'
import { contentOf, type PlaceSketch } from '../support/places.ts'

const MENDE = { city: 'Mende', postcode: '48000', commune: '48095' }
const MONTBEL = { ...MENDE, street: 'Rue du Faubourg Montbel' }

const listed = (told: PlaceSketch) => {
  const { opening_hours, ...content } = contentOf(told)
  return {
    ...content,
    id: content.name,
    location: content.location && { ...content.location, uncertainty_m: null },
    opening_hours: { ...opening_hours, state: 'unknown' as const, next_change: null }
  }
}

const folded = (...told: readonly PlaceSketch[]) =>
  foldTwins(told.map(listed)).map(({ place, twins }) => [place.name, ...twins.map(({ name }) => name)])

t.test('the records of the France services of Mende are shown as one, under the best known', async (t) => {
  t.same(
    folded(
      {
        name: 'Préfecture de la Lozère',
        types: ['RFS'],
        address: { ...MONTBEL, street: 'rue du faubourg Montbel' }
      },
      { name: 'COMMUNE DE MENDE', address: { ...MENDE, street: 'PLACE CHARLES DE GAULLE' } },
      {
        name: 'France services de Mende',
        types: ['RFS'],
        address: MONTBEL,
        contacts: { phone: '+33466496713' }
      },
      { name: 'France Services Mende-préfecture', types: ['RFS'], address: MONTBEL }
    ),
    [
      ['France services de Mende', 'Préfecture de la Lozère', 'France Services Mende-préfecture'],
      ['COMMUNE DE MENDE']
    ]
  )
})

t.test('neighbours stay apart: other numbers, other towns, two associations of one house', async (t) => {
  const apart = async (one: PlaceSketch, other: PlaceSketch) =>
    t.equal(folded(one, other).length, 2, `${one.name}, ${other.name}`)
  const road = (street: string, commune = '48095') => ({ ...MENDE, commune, street })
  await apart(
    { name: 'France services', types: ['RFS'], address: road('2 rue des Carmes') },
    { name: 'France services MSA', types: ['RFS'], address: road('10 rue des Carmes') }
  )
  await apart(
    { name: 'Mairie', types: ['MUNI'], address: road('Le Bourg', '48095') },
    { name: 'Mairie', types: ['MUNI'], address: road('Le Bourg', '48185') }
  )
  await apart(
    { name: 'Emmaüs', types: ['ASSO'], address: road('4 rue Basse') },
    { name: 'Familles rurales', types: ['ASSO'], address: road('4 rue Basse') }
  )
  await apart(
    { name: 'Assurance maladie', address: road('4 rue Basse'), contacts: { phone: '3646' } },
    { name: 'Service social', address: road('4 rue Basse'), contacts: { phone: '3646' } }
  )
  await apart({ name: 'CCAS', address: MENDE }, { name: 'CCAS', address: MENDE })
})
