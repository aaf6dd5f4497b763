import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { importFrom } from '../../../src/commands/imports/import-from.ts'
import { declaredSource } from '../../../src/importers/declared/declared-source.ts'
import { acceptSource } from '../../../src/store/imports/source-definitions.ts'
import { communeRows } from '../../../src/store/territories/administrative-data.ts'
import { type AnsweredPlace, apiOver, type Page } from '../../support/app.ts'
import { testDatabase } from '../../support/database.ts'
import { type GivenRecord, ndjson, senderOf } from '../../support/records.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)

/** Communes of the Nièvre, in each of which there is one France services. */
const TOWNS = communeRows()
  .filter(({ department, relation }) => department === '58' && relation === 'current')
  .slice(0, 200)

const PHONE = '+33386220000'

/** The record of the France services of a commune, as the State's list gives it. */
const listed = (nth: number): GivenRecord => ({
  id: `${nth}`,
  content: {
    name: `France services de ${TOWNS[nth]?.name}`,
    types: ['RFS'],
    address: { street: '1 place de la Mairie', city: TOWNS[nth]?.name, commune: TOWNS[nth]?.code },
    location: { lat: 47 + (nth % 20) / 50, lon: 3.2 + Math.floor(nth / 20) / 20 },
    contacts: { phone: PHONE },
    description: 'Aide aux démarches'
  }
})

/** A record with the same name, address and position as the listed one, in which everything else is different. */
const lookalike =
  (site: string, more: Readonly<Record<string, unknown>> = {}) =>
  (nth: number): GivenRecord => {
    const { id, content } = listed(nth)
    return {
      id,
      content: {
        ...content,
        contacts: { phone: '+33899000000', websites: [`https://${site}`] },
        description: `Appelez le service payant de ${site}`,
        booking_url: `https://${site}/rdv`,
        opening_hours: { osm: 'Mo-Su 00:00-24:00' },
        ...more
      }
    }
  }

const many = (count: number, one: (nth: number) => GivenRecord) =>
  Array.from({ length: count }, (_, nth) => one(nth))

const inTown = async (nth: number): Promise<readonly AnsweredPlace[]> =>
  (await api.get<Page>(`/v1/places?commune=${TOWNS[nth]?.code}`)).items

const first = await senderOf(database, api, 'liste-de-l-etat', 70)
t.equal(
  (await first.put(many(200, listed))).counts.created,
  200,
  'the first source of an empty directory passes'
)

t.test('19 lookalikes pass, and change nothing that people see', async (t) => {
  const attacker = await senderOf(database, api, 'carte-grise', 10)
  const forged = lookalike('carte-grise.example')
  await attacker.put(many(19, forged))
  const [place, ...others] = await inTown(0)
  t.same(others, [])
  t.same(
    place?.sources.map(({ source }) => source),
    ['liste-de-l-etat', 'carte-grise'],
    'it has joined'
  )
  t.match(place, {
    contacts: { phone: PHONE, websites: [] },
    description: 'Aide aux démarches',
    booking_url: null,
    opening_hours: { osm: null }
  })

  await t.test('but not 40 more, however small the steps', async (t) => {
    await attacker.put(many(40, forged), 'mode=partial')
    const answer = await attacker.send(ndjson(many(59, forged)), 'mode=partial')
    t.equal(answer.statusCode, 409)
    t.match(answer.json().detail, /would join 59 places/)
  })
})

t.test('200 lookalikes of a new source wait until an operator accepts it', async (t) => {
  const attacker = await senderOf(database, api, 'demarches-express', 10)
  const forged = lookalike('express.example', { contacts: { phone: '+33899111111' }, opening_hours: {} })
  const before = await api.get<{ cursor: string }>('/v1/changes?since=now')
  const answer = await attacker.send(ndjson(many(200, forged)))
  t.equal(answer.statusCode, 409)
  t.match(answer.headers['content-type'], /^application\/problem\+json/)
  const problem = answer.json()
  t.match(problem.type, /source-held$/)
  t.match(problem.detail, /would join 200 places .* \(at most 50 pass without review\)/)
  t.equal(problem.errors.length, 10)
  t.match(problem.errors[0].detail, /^"France services de .+" in .+: no field changes$/)
  t.same(
    (await api.get<{ items: readonly unknown[] }>(`/v1/changes?since=${before.cursor}`)).items,
    [],
    'nothing has changed'
  )
  const { rows } = await database.batch.query(
    `SELECT status, error FROM run WHERE source = 'demarches-express' ORDER BY started_at`
  )
  t.match(rows, [{ status: 'failed', error: /annuaire sources accept demarches-express/ }])

  t.equal(await acceptSource(database.batch, 'demarches-express'), true)
  t.equal((await attacker.put(many(200, forged))).counts.created, 200)
  t.equal((await inTown(150))[0]?.contacts.phone, PHONE, 'an accepted source is not more trusted')
})

t.test('a new source that changes what 21 places publish waits, one that changes 20 does not', async (t) => {
  const offer = lookalike('offres.example', { services: ['acces-internet-et-materiel-informatique'] })
  const bold = await senderOf(database, api, 'offres', 60)
  const answer = await bold.send(ndjson(many(21, offer)))
  t.equal(answer.statusCode, 409)
  t.match(answer.json().detail, /change what 21 of them publish \(at most 20\)/)
  t.match(answer.json().errors[0].detail, /: .*services.*contacts\.websites/)
  t.equal((await bold.put(many(20, offer))).counts.created, 20)
})

t.test('places that an accepted source joins do not make another source wait', async (t) => {
  const small = await senderOf(database, api, 'mairies', 10)
  const ownPlace = (nth: number): GivenRecord => {
    const { id, content } = listed(nth)
    return { id, content: { ...content, name: `Mairie annexe ${TOWNS[nth]?.name}`, types: [] } }
  }
  const own = many(60, ownPlace)
  await small.put(own)
  const known = await senderOf(database, api, 'connue', 20, { accepted: true })
  await known.put(own)
  t.equal(
    (await inTown(30)).find(({ sources }) => sources.some(({ source }) => source === 'mairies'))?.sources
      .length,
    2
  )
  t.equal((await small.put(own)).counts.unchanged, 60)
})

t.test('numbers of other directories are ignored and reported, without the right to quote', async (t) => {
  const attacker = await senderOf(database, api, 'numeros', 10)
  const quoting = {
    id: 'liste-de-l-etat:7',
    quotes: { 'liste-de-l-etat': '7' },
    content: {
      name: 'Carte grise express',
      address: { street: '99 route de Paris', city: TOWNS[7]?.name, commune: TOWNS[7]?.code }
    }
  }
  await attacker.put([quoting])
  const named = (await inTown(7)).find(({ name }) => name === 'Carte grise express')
  t.same(
    named?.sources.map(({ source }) => source),
    ['numeros'],
    'a place of its own'
  )
  const { unmapped } = await api.get<{ unmapped: readonly unknown[] }>('/v1/sources/numeros')
  t.match(unmapped, [{ field: 'quotes', value: 'liste-de-l-etat 7', count: 1 }])
})

t.test('a quoted number is ignored and reported, if neither the name nor the address agrees', async (t) => {
  const town = TOWNS[8]
  const file = join(t.testdir({}), 'places.csv')
  await writeFile(
    file,
    `id,nom,adresse,commune,insee,liste\n1,Repair café,99 route de Paris,${town?.name},${town?.code},8\n`
  )
  const source = declaredSource({
    source: 'citoyens',
    name: 'Annuaire citoyen',
    licence: 'etalab-2.0',
    may_quote: true,
    id: 'id',
    quotes: { 'liste-de-l-etat': 'liste' },
    place: { name: 'nom', address: { street: 'adresse', city: 'commune', code: 'insee' } }
  })
  const { warnings } = await importFrom(database, source, file, { maxSize: 10 }, {}, null)
  t.match(warnings.at(-1), /^1 × an id in common was ignored.*: liste-de-l-etat 8 and citoyens 1$/)
  t.ok((await inTown(8)).some(({ name, sources }) => name === 'Repair café' && sources.length === 1))
})
