import { randomBytes, randomUUID } from 'node:crypto'
import t from 'tap'
import { testDatabase } from '../../support/database.ts'
import { testPlace, writePlaces } from '../../support/places.ts'

// What the database refuses, whatever the program does.

const database = await testDatabase(t)
const { batch } = database
const CHECK = '23514'
const UNIQUE = '23505'
const FOREIGN_KEY = '23503'

const place = testPlace({ name: 'Espace numérique de Luzy' })
await writePlaces(database, [place])
const key = () => randomBytes(32)
const camille = randomUUID()

async function insert(table: string, row: object): Promise<unknown> {
  const names = Object.keys(row)
  const holes = names.map((_, index) => `$${index + 1}`)
  return batch.query(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${holes.join(', ')})`,
    Object.values(row)
  )
}

const GOOD = {
  account: { email: 'camille@luzy.example', email_key: key() },
  role: { account_id: camille, role: 'moderator', scope_kind: 'territory', scope_code: 'department:58' },
  contribution: { kind: 'report', place_id: place.id, category: 'hours', state: 'open' },
  claim: { place_id: place.id, account_id: camille, proof: 'contact_code', state: 'asked' },
  notice: { subject_kind: 'place', subject_id: place.id, ground: 'illegal' }
} as const

let numbered = 0
const reference = (prefix: string) => `${prefix}-${String(numbered++).padStart(10, '0')}`
const rowOf = (table: keyof typeof GOOD, more: object): object => ({
  id: randomUUID(),
  ...(table === 'contribution' && { reference: reference('SIG') }),
  ...(table === 'notice' && { reference: reference('AVIS') }),
  ...GOOD[table],
  ...more
})

await insert('account', rowOf('account', { id: camille }))

type Refused = readonly [why: string, more: object, code: string]
const REFUSED: Readonly<Record<keyof typeof GOOD, readonly Refused[]>> = {
  account: [
    ['a second account of one address', {}, UNIQUE],
    ['an open account without an address', { email: null, email_key: key() }, CHECK],
    [
      'a closed account that still names its person',
      { email_key: null, email: null, name: 'Camille', closed_at: 'now' },
      CHECK
    ],
    ['a key that is no digest', { email_key: Buffer.from('camille') }, CHECK]
  ],
  role: [
    ['everywhere, and in one department', { scope_kind: 'all' }, CHECK],
    ['in one department, without saying which', { scope_code: null }, CHECK],
    ['a manager without a place', { role: 'manager', rank: 'owner' }, CHECK],
    ['a manager without a rank', { role: 'manager', scope_kind: 'place', scope_code: place.id }, CHECK],
    ['an ended role without a date of its end', { ended_by: camille }, CHECK],
    ['of an account that is not there', { account_id: randomUUID() }, FOREIGN_KEY]
  ],
  contribution: [
    ['a reference that is not one', { reference: 'SIG-ILOU' }, CHECK],
    ['about no place', { place_id: null }, CHECK],
    ['about a place that is not there', { place_id: randomUUID() }, FOREIGN_KEY],
    ['accepted, but not closed', { state: 'accepted' }, CHECK],
    ['closed, but open', { closed_at: 'now' }, CHECK],
    ['a duplicate of nothing', { state: 'duplicate', closed_at: 'now' }, CHECK],
    ['2 001 characters', { text: 'x'.repeat(2_001) }, CHECK],
    ['a reference of a partner without its key', { partner_reference: '12' }, CHECK]
  ],
  claim: [
    ['granted, but never decided', { state: 'granted' }, CHECK],
    ['decided, but still asked', { decided_at: 'now' }, CHECK]
  ],
  notice: [
    ['decided, without a decision', { state: 'decided', decided_at: 'now' }, CHECK],
    ['a decision without a moderator', { decision: 'hidden' }, CHECK]
  ]
}

for (const [table, cases] of Object.entries(REFUSED) as [keyof typeof GOOD, readonly Refused[]][]) {
  t.test(`a row of ${table} cannot be`, async (t) => {
    if (table !== 'account') await t.resolves(insert(table, rowOf(table, {})), 'as it should be')
    for (const [why, more, code] of cases) await t.rejects(insert(table, rowOf(table, more)), { code }, why)
  })
}

t.test('one open role, claim and row of the outbox of a kind; ended ones may be many', async (t) => {
  const everywhere = { role: 'admin', scope_kind: 'all', scope_code: null }
  const ended = { ...everywhere, ended_at: 'now' }
  for (const more of [ended, ended, everywhere]) await insert('role', rowOf('role', more))
  await t.rejects(
    insert('role', rowOf('role', everywhere)),
    { code: UNIQUE },
    'also if its scope has no code'
  )
  await t.rejects(insert('claim', rowOf('claim', {})), { code: UNIQUE })
  await insert('claim', rowOf('claim', { state: 'lapsed', decided_at: 'now' }))
  await insert('outbox', { kind: 'mail', payload: '{}', dedupe: 'one' })
  await t.rejects(insert('outbox', { kind: 'mail', payload: '{}', dedupe: 'one' }), { code: UNIQUE })
  await t.rejects(insert('outbox', { kind: 'mail' }), { code: CHECK }, 'nothing to send')
  await t.rejects(insert('outbox', { kind: 'mail', done_at: 'now', failed_at: 'now' }), { code: CHECK })
})

t.test('an act of an account names it, and an act of the program names no account', async (t) => {
  const act = { subject_kind: 'place', subject_id: place.id, kind: 'hidden', at: 'now', digest: key() }
  await t.rejects(insert('act', { ...act, seq: 1, actor_kind: 'account' }), { code: CHECK })
  await t.rejects(insert('act', { ...act, seq: 1, actor_kind: 'system', actor_id: camille }), { code: CHECK })
  await insert('act', { ...act, seq: 1, actor_kind: 'system' })
  await t.rejects(insert('act', { ...act, seq: 1, actor_kind: 'anonymous' }), { code: UNIQUE })
})

t.test('who ends a correction, and why, is only said of one that has ended', async (t) => {
  const correction = {
    place_id: place.id,
    field: 'name',
    value: '"Luzy"',
    replaced: '"luzy"',
    made_by: 'Camille'
  }
  await t.rejects(insert('correction', { ...correction, undone_why: 'lapsed' }), { code: CHECK })
  await t.resolves(
    insert('correction', { ...correction, undone_at: 'now', undone_by: 'system', undone_why: 'lapsed' })
  )
})
