import { randomUUID } from 'node:crypto'
import t from 'tap'
import { type NewAct, SYSTEM } from '../../../src/domain/acts/act.ts'
import { verifyActs } from '../../../src/domain/acts/verify-acts.ts'
import { actReader, journalIn } from '../../../src/store/acts/journal.ts'
import { testDatabase } from '../../support/database.ts'
import { rowsOf } from '../../support/inspect.ts'

const database = await testDatabase(t)
const reader = actReader(database)
const WRITERS = 50

const actOn = (id: string, more: Partial<NewAct> = {}): NewAct => ({
  subject: { kind: 'contribution', id },
  kind: 'opened',
  by: SYSTEM,
  at: new Date('2026-12-01T08:30:00.250Z'),
  public: true,
  data: {
    category: 'hours',
    fields: ['opening_hours', 'contacts.phone'],
    count: 2,
    urgent: false,
    none: null
  },
  ...more
})

const record = (act: NewAct) => database.act((within) => journalIn(within).record(act))

/** As a superuser could: without the trigger, which all other changes meet. */
const tamper = (statement: string) =>
  database.batch.query(
    `SET session_replication_role = replica; ${statement}; SET session_replication_role = origin`
  )

t.test('acts on a contribution are a chain that can be read and verified', async (t) => {
  const id = randomUUID()
  const manager = { kind: 'account', id: randomUUID() } as const
  await record(actOn(id, { by: { kind: 'anonymous' } }))
  await record(actOn(id, { kind: 'accepted', by: manager, public: false, data: {} }))
  const acts = await reader.of({ kind: 'contribution', id })
  t.match(acts, [
    { ...actOn(id, { by: { kind: 'anonymous' } }), seq: 1 },
    { kind: 'accepted', by: manager, public: false, data: {}, seq: 2 }
  ])
  t.same((await verifyActs(reader)).broken, [])
})

t.test('no act can be changed or deleted, not even by a statement that finds none', async (t) => {
  await record(actOn(randomUUID()))
  const refused = { code: '23001' }
  await t.rejects(database.batch.query(`UPDATE act SET kind = 'rejected'`), refused)
  await t.rejects(database.batch.query('UPDATE act SET public = false WHERE false'), refused)
  await t.rejects(database.batch.query('DELETE FROM act'), refused)
  await t.rejects(database.batch.query('TRUNCATE act'), refused)
  await t.rejects(database.prisma.act.deleteMany())
})

t.test(
  'what a superuser altered is found: each column, a missing act, and acts numbered again',
  async (t) => {
    const whole = { acts: (await verifyActs(reader)).acts, broken: [] }
    const alterations: Readonly<Record<string, string>> = {
      kind: `kind = 'rejected'`,
      actor: `actor_kind = 'account', actor_id = '0199'`,
      time: `at = at + interval '1 millisecond'`,
      publicity: 'public = NOT public',
      data: `data = data || '{"category": "closed"}'`,
      'a fact more': `data = data || '{"more": 1}'`,
      digest: `digest = sha256('x')`
    }
    for (const [what, set] of Object.entries(alterations)) {
      const subject = { kind: 'contribution', id: randomUUID() }
      for (const kind of ['opened', 'taken', 'accepted']) await record(actOn(subject.id, { kind }))
      const undo = `DELETE FROM act WHERE subject_id = '${subject.id}'`
      await tamper(`UPDATE act SET ${set} WHERE subject_id = '${subject.id}' AND seq = 2`)
      const { broken } = await verifyActs(reader, 2)
      t.same(broken[0], { subject, seq: 2, is: 'altered' }, what)
      await tamper(undo)
    }
    const subject = { kind: 'contribution', id: randomUUID() }
    for (const kind of ['opened', 'taken', 'accepted']) await record(actOn(subject.id, { kind }))
    await tamper(`DELETE FROM act WHERE subject_id = '${subject.id}' AND seq = 2`)
    t.same((await verifyActs(reader)).broken, [{ subject, seq: 3, is: 'after a gap' }])
    await tamper(`UPDATE act SET seq = 2 WHERE subject_id = '${subject.id}' AND seq = 3`)
    t.same((await verifyActs(reader)).broken, [{ subject, seq: 2, is: 'altered' }], 'numbered again')
    await tamper(`DELETE FROM act WHERE subject_id = '${subject.id}' AND seq = 1`)
    t.same(
      (await verifyActs(reader)).broken,
      [{ subject, seq: 2, is: 'after a gap' }],
      'without its beginning'
    )
    await tamper(`DELETE FROM act WHERE subject_id = '${subject.id}'`)
    t.match(await verifyActs(reader, 1), whole, 'and nothing else is')
  }
)

t.test('fifty writers on one contribution make one unbroken chain', async (t) => {
  const id = randomUUID()
  const at = (n: number) => new Date(Date.UTC(2026, 11, 1, 9, n))
  await Promise.all(Array.from({ length: WRITERS }, (_, n) => record(actOn(id, { at: at(n), data: { n } }))))
  const acts = await reader.of({ kind: 'contribution', id })
  t.same(
    acts.map(({ seq }) => seq),
    Array.from({ length: WRITERS }, (_, n) => n + 1)
  )
  t.same(
    acts.map(({ data }) => data.n).sort((one, other) => Number(one) - Number(other)),
    Array.from({ length: WRITERS }, (_, n) => n),
    'each act once'
  )
  t.same((await verifyActs(reader, 7)).broken, [])
})

t.test('an act that is rolled back is not in the journal, and the chain goes on without a gap', async (t) => {
  const id = randomUUID()
  await record(actOn(id))
  await t.rejects(
    database.act(async (within) => {
      await journalIn(within).record(actOn(id, { kind: 'withdrawn' }))
      throw new Error('undone')
    }),
    /undone/
  )
  await record(actOn(id, { kind: 'taken' }))
  t.match(await reader.of({ kind: 'contribution', id }), [{ kind: 'opened' }, { kind: 'taken', seq: 2 }])
  t.same((await verifyActs(reader)).broken, [])
})

t.test('the journal takes no name, address or text, because it could not be erased from it', async (t) => {
  const count = async () => (await rowsOf(database, 'SELECT FROM act')).length
  const before = await count()
  const texts = ['camille@nevers.example', 'Camille Martin', 'fermé le mardi', '', 'x'.repeat(201)]
  for (const text of texts) {
    await t.rejects(record(actOn(randomUUID(), { data: { note: text } })), /must be a code/, text)
    await t.rejects(record(actOn(randomUUID(), { data: { notes: ['hours', text] } })), /must be a code/, text)
  }
  await t.rejects(record(actOn('camille@nevers.example')), /must be a code/)
  await t.rejects(record(actOn(randomUUID(), { kind: 'Accepted by Camille' })), /like_this/)
  await t.rejects(record(actOn(randomUUID(), { data: { n: Number.NaN } })), /must be a code/)
  t.equal(await count(), before)
})
