import { Readable } from 'node:stream'
import t from 'tap'
import { v7 as uuidv7 } from 'uuid'
import { openBytes } from '../../../src/importers/parse/bytes.ts'
import { runImport } from '../../../src/importers/run/run-import.ts'
import { MEDNUM } from '../../../src/importers/sources/mednum.ts'
import { createImportStore } from '../../../src/store/imports/import-store.ts'
import { LOOKUPS } from '../../importers/mapping.ts'
import { type Api, apiOver } from '../../support/app.ts'
import type { Changes } from '../../support/changes.ts'
import { testDatabase } from '../../support/database.ts'
import { pairOf, placeOfRecord, placesIn, recordOf, stateOf } from '../../support/inspect.ts'
import { createKey, type GivenRecord, senderOf } from '../../support/records.ts'
import { correctionsIn, reviewIn } from '../../support/writers.ts'
import { standingIn } from './dump.ts'

const database = await testDatabase(t)
const api: Api = await apiOver(t, database)
const { token } = await createKey(database, ['privacy'])

const erase = async (payload: object) => {
  const answer = await api.ask({
    method: 'POST',
    url: '/v1/erasures',
    headers: { authorization: `Bearer ${token}` },
    payload
  })
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`)
  return answer.json()
}

/** An invented person; her number is one of those that are never given out. */
const [FIRST, LAST] = ['Maëlle', 'Kervoazou']
const EMAIL = 'maelle.kervoazou@example.org'
const ALIAS = 'mk29@example.org'
const PHONE = '+33639981234'
const standing = () => standingIn(database, ['kervoazou', 'mk29@'], ['639981234'])
/** All but the street of Caen, which has the same name. */
const left = async () => (await standing()).filter((found) => !/"1 rue ma[eë]lle kervoazou["|]/i.test(found))

const QUIMPER = { postcode: '29000', city: 'Quimper', commune: '29232' }
const NEVERS = { postcode: '58000', city: 'Nevers', commune: '58194' }
const MENDE = { postcode: '48000', city: 'Mende', commune: '48095' }
const CAEN = { postcode: '14000', city: 'Caen', commune: '14118' }

/** A record with the person wherever a record can have one. */
const full = (id: string, town: typeof QUIMPER, more: object = {}): GivenRecord => ({
  id,
  url: 'https://example.org/annuaire/maelle-kervoazou',
  content: {
    name: 'Cabinet numérique de Mme Kervoazou',
    types: ['EPN'],
    summary: `Avec ${FIRST} ${LAST}, conseillère.`,
    description: `Appelez ${FIRST.toUpperCase()} ${LAST.toUpperCase()} au 06.39.98.12.34 ou écrivez à ${EMAIL}. Les ateliers ont lieu le mardi.`,
    services: ['acces-internet-et-materiel-informatique'],
    address: { street: '4 rue du Moulin', complement: `Chez Mme ${LAST}`, ...town },
    contacts: {
      phone: PHONE,
      emails: [EMAIL, ALIAS, 'mairie@example.org'],
      websites: ['https://www.linkedin.com/in/maelle-kervoazou-29', 'https://example.org'],
      person: { name: `${LAST.toUpperCase()} ${FIRST}`, role: 'Conseillère', phone: PHONE, email: ALIAS }
    },
    opening_hours: {
      osm: 'Mo 09:00-12:00 "sur rendez-vous avec Maelle Kervoazou"',
      raw: 'Lundi 9h-12h, RDV M. Kervoazou'
    },
    accessibility: { sheet: 'https://example.org/fiches/kervoazou_maelle' },
    booking_url: 'https://rdv.example.org/maelle.kervoazou',
    parent_organisation: `Association ${FIRST} ${LAST}`,
    ...more
  }
})

const first = await senderOf(database, api, 'registre', 60)
const second = await senderOf(database, api, 'carte', 50)
const REGISTRE = [
  full('maelle-kervoazou-1', QUIMPER),
  full('2', NEVERS, { name: 'Espace public numérique de Nevers' }),
  {
    id: '3',
    content: {
      name: 'Médiathèque de Caen',
      types: ['BIB'],
      address: { street: '1 rue Maëlle Kervoazou', ...CAEN }
    }
  }
]
const CARTE = [
  full('q', QUIMPER),
  full('m', MENDE, { name: 'Maison numérique de Mende' }),
  // Rejected, and kept as it came.
  { id: 'x', content: { name: `Chez ${LAST}`, types: [`${FIRST} ${LAST}`] } } as GivenRecord
]

/** A file of the national standard, with columns of its own. */
const MEDNUM_ROWS = [
  {
    id: 'coop-1',
    nom: `CnFS ${LAST.toUpperCase()} ${FIRST}`,
    commune: 'Caen',
    code_postal: '14000',
    adresse: '12 rue Caponière',
    telephone: '06 39 98 12 34',
    courriels: EMAIL,
    presentation_detail: 'Ma&euml;lle Kervoazou vous reçoit.',
    'Nom du référent': LAST,
    'Prénom du référent': 'MAELLE',
    Notes: JSON.stringify({ tel: '0639981234', contact: 'M. Kervoazou' }),
    services: `Demander à ${FIRST} ${LAST}`
  },
  { id: 'coop-2', nom: 'EPN de Bayeux', commune: 'Bayeux', code_postal: '14400' }
]

type Import = {
  readonly rows?: readonly object[]
  readonly anew?: boolean
  /** What happens while the file is read. */
  readonly meanwhile?: () => Promise<void>
}

async function importMednum({ rows = MEDNUM_ROWS, anew = false, meanwhile }: Import = {}) {
  const clock = { newId: uuidv7, now: () => new Date() }
  const store = createImportStore({ batch: database.batch, ...clock })
  const body = Readable.from([Buffer.from(JSON.stringify(rows))])
  const input = {
    origin: `/home/${EMAIL}/export.json`,
    open: async () => {
      await meanwhile?.()
      return openBytes('-', body, 10)
    }
  }
  const deps = { store, lookups: LOOKUPS, geocoder: null, program: '1.0.0', ...clock }
  return runImport(MEDNUM, input, deps, { dryRun: false, maxWithdrawn: 100, anew, accept: true })
}

await database.batch.query('UPDATE source SET publishes_persons = true')
await first.put(REGISTRE)
await second.put(CARTE)
await importMednum()
const corrections = correctionsIn(database)

t.test('a person who stands everywhere is found everywhere', async (t) => {
  const { id } = await placeOfRecord(database, '2', 'registre')
  await corrections.make({
    place: id,
    field: 'name',
    value: `EPN ${FIRST} ${LAST}`,
    by: `${FIRST} ${LAST}`,
    note: `Vu avec M. ${LAST}`
  })
  await corrections.make({ place: id, field: 'contacts.emails', value: [EMAIL, 'mairie@example.org'] })
  await reviewIn(database).decide(
    await pairOf(database, ['registre', 'maelle-kervoazou-1'], ['carte', 'q']),
    'same',
    `${FIRST} ${LAST}`
  )
  // Withdrawn: the complete body lacks it.
  await second.put(
    CARTE.filter(({ id }) => id !== 'm'),
    'mode=complete&max_withdrawn=100'
  )
  const tables = new Set((await standing()).map((found) => found.split(':')[0]))
  for (const column of [
    'source_record.record_id',
    'source_record.raw',
    'source_record.mapped',
    'source_record.told',
    'place.name',
    'place.search',
    'place.document',
    'correction.value',
    'correction.replaced',
    'correction.made_by',
    'correction.note',
    'match_decision.made_by',
    'run.origin',
    'run_rejection.raw',
    'run_unmapped.value',
    'schedule.osm',
    'word.word'
  ])
    t.ok(tables.has(column), column)
  t.same([...new Set((await placesIn(database)).map(({ status }) => status))].sort(), [
    'active',
    'merged',
    'withdrawn'
  ])
})

t.test('a trial shows what would be taken out, and changes nothing', async (t) => {
  const before = await stateOf(database)
  const report = await erase({ persons: [`${FIRST} ${LAST}`], dry_run: true })
  t.match(report, { id: null, dry_run: true, repeated: false })
  const fields = report.found.map(({ table, field }: { table: string; field: string }) => `${table} ${field}`)
  t.ok(fields.includes('source_record mapped.content.contacts.person.name'))
  t.ok(fields.includes('source_record raw.Prénom du référent'))
  t.same(await stateOf(database), before)
})

t.test('nothing is left of her in any table', async (t) => {
  const { cursor } = await api.get<Changes>('/v1/changes?since=now')
  const report = await erase({ persons: [`${FIRST} ${LAST}`] })
  t.notMatch(JSON.stringify(report), /kervoazou/i, 'the report does not name her')
  t.same(await left(), [])
  const nevers = await placeOfRecord(database, '2', 'registre')
  t.match(nevers.document, {
    name: 'EPN',
    address: { complement: null },
    contacts: {
      phone: null,
      emails: ['mairie@example.org'],
      websites: ['https://example.org'],
      person: null
    },
    booking_url: null
  })
  t.match(
    nevers.document.description,
    /^Appelez \[…\] au \[…\] ou écrivez à \[…\]\. Les ateliers ont lieu le mardi\.$/
  )
  const quimper = await recordOf(database, 'q', 'carte')
  t.match(quimper.mapped.content, { name: 'Cabinet numérique' })
  const changes = (await api.get<Changes>(`/v1/changes?since=${cursor}`)).items
  t.ok(
    changes.some(({ id, kind }) => id === nevers.id && kind === 'updated'),
    'the feed reports the change'
  )
  t.same(new Set(report.places.map(({ id }: { id: string }) => id)), new Set(changes.map(({ id }) => id)))
})

t.test('the name of a street stays', async (t) => {
  const { document } = await placeOfRecord(database, '3', 'registre')
  t.equal(document.address.street, '1 rue Maëlle Kervoazou')
})

t.test('erasing her again changes nothing', async (t) => {
  const before = await database.batch.query('SELECT count(*) AS all FROM erasure')
  t.match(await erase({ persons: ['kervoazou, MAËLLE'] }), { repeated: true, counts: [], places: [] })
  t.same((await database.batch.query('SELECT count(*) AS all FROM erasure')).rows, before.rows)
})

t.test('the same files do not bring her back, nor do they change the places', async (t) => {
  const state = async () => (await placesIn(database)).map(({ id, status, text }) => [id, status, text])
  await first.put(REGISTRE)
  await second.put(CARTE.filter(({ id }) => id !== 'm'))
  const settled = await state()
  for (const anew of [false, false, true]) {
    t.match((await first.put(REGISTRE)).counts, { created: 0, updated: 0, unchanged: 3 })
    await second.put(CARTE.filter(({ id }) => id !== 'm'))
    const report = await importMednum({ anew })
    t.match(
      report.repairs.find(({ reason }) => reason === 'took out a person who was erased'),
      { count: 1 }
    )
  }
  t.same(await left(), [])
  t.same(await state(), settled)
})

t.test('nor does a record that comes back, a new one, a split, or a correction', async (t) => {
  await second.put([...CARTE, full('neuf', CAEN, { name: 'Atelier de Caen' })])
  t.equal((await placeOfRecord(database, 'm', 'carte')).status, 'active')
  await reviewIn(database).decide(
    await pairOf(database, ['registre', (await recordsOf('registre'))[0] ?? ''], ['carte', 'q']),
    'undo',
    'Camille Martin'
  )
  const { id } = await placeOfRecord(database, '2', 'registre')
  await t.rejects(
    corrections.make({ place: id, field: 'contacts.emails', value: [EMAIL] }),
    /names a person who was erased/
  )
  t.same(await left(), [])
})

t.test('an import that began before an erasure changes nothing', async (t) => {
  const rows = [{ ...MEDNUM_ROWS[1], courriels: 'yann.le.gwilhou@example.org' }]
  const meanwhile = async () => {
    await erase({ persons: ['Yann Le Gwilhou'] })
  }
  await t.rejects(importMednum({ rows, meanwhile }), /erased while the import ran/)
  t.same(await standingIn(database, ['yann.le.gw']), [])
  await importMednum({ rows })
  t.same(await standingIn(database, ['yann.le.gw']), [], 'the next one knows of it')
})

async function recordsOf(source: string): Promise<readonly string[]> {
  const { rows } = await database.batch.query<{ record_id: string }>(
    `SELECT record_id FROM source_record WHERE source = $1 AND record_id LIKE 'erased-%'`,
    [source]
  )
  return rows.map(({ record_id }) => record_id)
}
