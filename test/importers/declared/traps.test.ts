import { existsSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { SHARED, sourceBy, tryFile } from '../../../scripts/real-files.ts'

t.setTimeout(280_000)

const absent = !existsSync(join(SHARED, 'mednum/gironde.json')) && 'the real files are not there'
const read = async (by: string, file: string) => tryFile(join(SHARED, file), await sourceBy(by))
const counted = (
  tallies: Awaited<ReturnType<typeof read>>['repairs'],
  field: string,
  reason: string
): number => tallies.find((tally) => tally.field === field && tally.reason === reason)?.count ?? 0

t.test('gironde: "Coord. X" contains the latitude, and no axis is guessed', { skip: absent }, async (t) => {
  const { mapped, repairs } = await read('gironde.yaml', 'mednum/gironde.json')
  const located = mapped.map(({ content }) => content.location)
  t.equal(
    located.filter((at) => at !== null && at.lat > 44 && at.lat < 45.7 && at.lon < 0.5 && at.lon > -1.4)
      .length,
    347
  )
  t.equal(counted(repairs, 'Coord. X', 'swapped latitude and longitude'), 0)
  const bordeaux = mapped.find(({ content }) => content.address.postcode === '33000')?.content.address
  t.match(bordeaux, { city: 'Bordeaux', commune: '33063' }, 'one text contains street, postcode and town')
  t.notMatch(bordeaux?.street, /33000/)
})

t.test(
  'epernay: questions as headers, decimal commas, phone numbers stored as numbers',
  { skip: absent },
  async (t) => {
    const { mapped, repairs } = await read('epernay.yaml', 'mednum/epernay.json')
    t.equal(mapped.filter(({ content }) => content.location !== null).length, 39)
    t.equal(counted(repairs, 'y', 'replaced the decimal comma with a point'), 39)
    t.equal(
      mapped.filter(({ content }) => content.contacts.phone !== null).length,
      39,
      'two of them are short numbers, kept as they are dialled'
    )
    t.ok(mapped.filter(({ content }) => content.opening_hours.osm !== null).length >= 30)
    const vertus = mapped.find(({ content }) => content.address.street === '10 Rue des Loriots')
    t.equal(vertus?.content.address.commune, '51612', 'Vertus is Blancs-Coteaux today')
  }
)

t.test('paca: lost leading zeros are restored', { skip: absent }, async (t) => {
  const { mapped, repairs } = await read('paca.yaml', 'mednum/paca.json')
  t.equal(counted(repairs, 'adresse_code_postal', 'restored the leading zero of the postcode'), 543)
  const wrong = mapped.filter(({ content }) => !/^(?:0[456]|13|8[34])/.test(content.address.postcode ?? '04'))
  t.ok(wrong.length < 10, `${wrong.length} outside of the region`)
  t.same(
    mapped.filter(({ changed_on }) => changed_on !== null).length,
    0,
    '1970-01-01 is not a date of change'
  )
})

t.test('corse: "aucun équipement" does not count as equipment', { skip: absent }, async (t) => {
  const { mapped } = await read('corse.yaml', 'mednum/corse.json')
  t.ok(mapped.filter(({ content }) => content.services.length > 0).length > 80)
  t.ok(mapped.filter(({ content }) => content.opening_hours.osm !== null).length > 120, 'hours of free text')
  t.ok(mapped.filter(({ content }) => content.address.commune?.startsWith('2')).length > 130)
})

t.test('siilab and bfc: yes and no, HTML lists, codes joined by hyphens', { skip: absent }, async (t) => {
  const siilab = (await read('siilab.yaml', 'mednum/hub-siilab-hdf-2020.csv')).mapped
  t.equal(siilab.filter(({ content }) => content.types.includes('EPN')).length, 90)
  t.equal(siilab.filter(({ content }) => content.location !== null).length, 1249)
  const no = siilab.filter(({ content }) => content.accessibility.wheelchair === 'no').length
  const yes = siilab.filter(({ content }) => content.accessibility.wheelchair === 'yes').length
  t.ok(no >= 57 && no < 70, `${no} have the value no`)
  t.ok(yes > 380, `${yes} have the value yes`)
  const bfc = (await read('bfc.yaml', 'mednum/hub-bfc-ternum-2020.csv')).mapped
  t.equal(bfc.filter(({ content }) => content.opening_hours.confidence === 'exact').length, 224)
  t.ok(
    bfc.some(({ content }) => content.opening_hours.osm?.startsWith('Mo-Fr 08:30-12:00,13:30-17:00')),
    'mornings and afternoons of an HTML list'
  )
  t.equal(bfc.filter(({ content }) => content.types.includes('RFS')).length, 45)
})
