import fc from 'fast-check'
import t from 'tap'
import type { PlaceContent } from '../../src/domain/places/place.ts'
import { TOWN_CENTRES } from '../../src/domain/territories/town-centres.ts'
import { isCode } from '../../src/domain/vocabularies/vocabularies.ts'
import { generatePlaces } from '../../src/seed/generate.ts'
import { ofTown } from '../../src/seed/towns.ts'
import { communeRows } from '../../src/store/territories/administrative-data.ts'

const communes = communeRows()
const generate = (count: number, seed: number) => [...generatePlaces({ count, seed, communes })]
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 })

t.test('the same seed gives the same places, another seed others', async (t) => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const [once, again] = [generate(5, seed), generate(5, seed)]
      return JSON.stringify(once) === JSON.stringify(again)
    }),
    { numRuns: 20 }
  )
  t.not(JSON.stringify(generate(5, 1)), JSON.stringify(generate(5, 2)))
})

t.test('more places do not change the first ones', async (t) => {
  t.same(generate(200, 3).slice(0, 20), generate(20, 3))
})

t.test('the first place of seed 1 never changes', async (t) => {
  const [place] = generate(1, 1)
  t.match(place, {
    name: 'EPN Saint-Exupéry',
    types: ['EPN'],
    address: { country: 'FR' }
  })
})

t.test('invented places have no real contacts', async () => {
  const reachable = ({ contacts, booking_url, accessibility }: PlaceContent) => ({
    phones: [contacts.phone, contacts.person?.phone].filter((phone) => phone != null),
    emails: [...contacts.emails, contacts.person?.email].filter((email) => email != null),
    urls: [...contacts.websites, booking_url, accessibility.sheet].filter((url) => url != null)
  })
  fc.assert(
    fc.property(seeds, (seed) =>
      generate(100, seed)
        .map(reachable)
        .every(
          ({ phones, emails, urls }) =>
            phones.every((phone) => /^\+3319900\d{4}$/.test(phone)) &&
            emails.every((email) => /^[a-z0-9.-]+@example\.org$/.test(email)) &&
            urls.every((url) => new URL(url).host === 'example.org')
        )
    ),
    { numRuns: 30 }
  )
})

t.test('invented places are in real communes and have known codes', async (t) => {
  const known = new Map(communes.map((row) => [row.code, row]))
  const centres = new Map(TOWN_CENTRES.map((town) => [town.commune, town]))
  for (const place of generate(3_000, 7)) {
    const { address, location, labels } = place
    const commune = known.get(address.commune ?? '')
    const centre = centres.get(address.commune ?? '')
    if (!commune?.postcodes.includes(address.postcode ?? '')) t.fail(`postcode of ${JSON.stringify(address)}`)
    if (location && Math.abs(location.lat - centre!.lat) > 0.06) t.fail(`${place.name} lies outside its town`)
    if (labels.some(({ valid_from, valid_until }) => valid_from && valid_until && valid_from > valid_until)) {
      t.fail(`validity of ${JSON.stringify(labels)}`)
    }
    const codes = [
      ...place.types.map((code) => isCode('type', code)),
      ...place.services.map((code) => isCode('service', code)),
      ...place.audiences.map((code) => isCode('audience', code)),
      ...place.needs.map((code) => isCode('need', code)),
      ...place.fees.map((code) => isCode('fee', code)),
      ...place.access.map((code) => isCode('access', code)),
      ...place.support.map((code) => isCode('support', code)),
      ...labels.map(({ code }) => isCode('label', code))
    ]
    if (codes.includes(false)) t.fail(`codes of ${place.name}`)
  }
  t.pass('all of them')
})

t.test('two thousand places cover everything that a first look needs', async (t) => {
  const places = generate(2_000, 1)
  const has = (what: string, test: (place: PlaceContent) => boolean) => t.ok(places.some(test), what)
  has('without a position', ({ location }) => location === null)
  has('itinerant', ({ itinerant }) => itinerant === true)
  has('nobody says whether itinerant', ({ itinerant }) => itinerant === null)
  has('by appointment', ({ opening_hours }) => opening_hours.osm?.includes('sur rendez-vous') === true)
  has('closed on public holidays', ({ opening_hours }) => opening_hours.osm?.includes('PH off') === true)
  has('other hours in school holidays', ({ opening_hours }) => opening_hours.osm?.includes('SH') === true)
  has('hours unknown', ({ opening_hours }) => opening_hours.osm === null)
  has('accessible', ({ accessibility }) => accessibility.wheelchair === 'yes')
  has('not accessible', ({ accessibility }) => accessibility.wheelchair === 'no')
  has('nobody says whether accessible', ({ accessibility }) => accessibility.wheelchair === 'unknown')
  has('a label that is over', ({ labels }) => labels.some(({ valid_until }) => valid_until === '2024-06-30'))
  has('overseas', ({ opening_hours }) => opening_hours.timezone !== 'Europe/Paris')
  has('in an arrondissement', ({ address }) => address.city === 'Paris' && address.commune !== '75056')
})

t.test('a company number has a valid check digit and belongs to no company', async (t) => {
  const luhn = (digits: string) =>
    [...digits].reverse().reduce((sum, digit, place) => {
      const value = Number(digit) * (1 + (place % 2))
      return sum + (value > 9 ? value - 9 : value)
    }, 0) % 10
  const sirets = generate(300, 9).flatMap(({ siret }) => siret ?? [])
  t.ok(sirets.length > 0)
  t.same(
    sirets.filter((siret) => !/^0000\d{10}$/.test(siret) || luhn(siret) !== 0),
    []
  )
})

t.test('towns have correct French prepositions', async (t) => {
  t.equal(ofTown('Bayeux'), 'de Bayeux')
  t.equal(ofTown('Alençon'), 'd’Alençon')
  t.equal(ofTown('Le Havre'), 'du Havre')
  t.equal(ofTown('Les Abymes'), 'des Abymes')
  t.equal(ofTown('La Rochelle'), 'de La Rochelle')
})
