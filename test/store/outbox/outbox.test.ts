import t, { type Test } from 'tap'
import { smtpPostman } from '../../../src/clients/smtp.ts'
import { type Email, readEmail } from '../../../src/domain/accounts/email.ts'
import type { Mail } from '../../../src/domain/mail/mail.ts'
import {
  deliverHandful,
  HANDFUL,
  LEASE_MS,
  MAIL_KEPT_DAYS,
  PAUSES_MS,
  type Postman,
  Undeliverable
} from '../../../src/domain/outbox/delivery.ts'
import type { MailToSend } from '../../../src/domain/outbox/outbox.ts'
import { openDatabase } from '../../../src/store/db/database.ts'
import {
  countWaitingMails,
  emptyOldMails,
  mailQueue,
  outboxIn,
  retryFailedMails
} from '../../../src/store/outbox/outbox-store.ts'
import { testConfig, testDatabase } from '../../support/database.ts'
import { rowsOf } from '../../support/inspect.ts'
import { mailServer, refusal } from '../../support/people/smtp.ts'

const SENDER = { name: 'Hub du Morvan', url: 'https://lieux.example.org', contact: undefined }
const MANY = 1_000
const DAY = 24 * 60 * 60_000

const to = (name: string): Email => readEmail(`${name}@nevers.example`) as Email
const mail = (name: string, more: Partial<Mail> = {}): Mail => ({
  to: to(name),
  language: 'fr',
  subject: `Bonjour ${name}`,
  blocks: ['Votre signalement a été reçu.'],
  ...more
})

/** A directory with its outbox, a clock that is set by hand, and a mail server that fails when asked to. */
async function post(t: Test, perMinute = MANY) {
  const database = await testDatabase(t)
  const queue = mailQueue(database, perMinute)
  const carried: string[] = []
  const state = { now: Date.now() + 60_000, fails: undefined as Error | undefined }
  const postman: Postman = async (letter, id) => {
    if (state.fails) throw state.fails
    carried.push(`${letter.to} ${id}`)
  }
  return {
    database,
    carried,
    names: () => carried.map((each) => each.split('@')[0]),
    state,
    put: (each: MailToSend) => database.act((within) => outboxIn(within).put(each)),
    turn: () => deliverHandful({ queue, postman, sender: SENDER, now: () => new Date(state.now) })
  }
}

t.test('a mail leaves if what caused it is stored, and only then', async (t) => {
  const { database, put, turn, names } = await post(t)
  await put({ mail: mail('camille') })
  await t.rejects(
    database.act(async (within) => {
      await outboxIn(within).put({ mail: mail('lea') })
      throw new Error('undone')
    }),
    /undone/
  )
  t.same(await turn(), { sent: 1, later: 0, failed: 0 })
  t.same(await turn(), { sent: 0, later: 0, failed: 0 })
  t.same(names(), ['camille'])
})

t.test('a mail that was put in twice under one name leaves once, also after it was emptied', async (t) => {
  const { database, put, turn, names, state } = await post(t)
  await Promise.all([1, 2, 3].map(() => put({ mail: mail('camille'), dedupe: 'claim 0199 granted' })))
  await turn()
  await put({ mail: mail('camille'), dedupe: 'claim 0199 granted' })
  await turn()
  state.now += (MAIL_KEPT_DAYS + 1) * DAY
  t.equal(await emptyOldMails(database, new Date(state.now)), 1)
  await put({ mail: mail('camille'), dedupe: 'claim 0199 granted' })
  await turn()
  t.same(names(), ['camille'])
})

t.test(
  'a mail that fails is tried again after 1, 5 and 30 minutes, 2, 8 and 24 hours, then given up',
  async (t) => {
    const { database, put, turn, names, state } = await post(t)
    await put({ mail: mail('camille') })
    state.fails = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNECTION' })
    for (const pause of PAUSES_MS) {
      t.same(await turn(), { sent: 0, later: 1, failed: 0 })
      state.now += pause - 1
      t.same(await turn(), { sent: 0, later: 0, failed: 0 }, `not before ${pause} ms`)
      state.now += 1
    }
    t.same(await turn(), { sent: 0, later: 0, failed: 1 })
    state.now += 365 * DAY
    t.same(await turn(), { sent: 0, later: 0, failed: 0 })
    t.match(await rowsOf(database, 'SELECT attempts, error FROM outbox'), [
      { attempts: 7, error: 'ECONNECTION' }
    ])

    state.fails = undefined
    t.equal(await retryFailedMails(database, new Date(state.now)), 1, 'the operator can have it tried again')
    await turn()
    t.same(names(), ['camille'])
  }
)

t.test('a mail server that is away for an hour loses nothing', { timeout: 60_000 }, async (t) => {
  const { database, put, state } = await post(t)
  const { port } = await mailServer(t, {
    onConnect: (_session, end) => end(refusal(421, '4.3.2 shutting down'))
  })
  const queue = mailQueue(database, MANY)
  const postman = smtpPostman(`smtp://127.0.0.1:${port}`, 'annuaire@lieux.example.org')
  t.teardown(postman.close)
  const names = Array.from({ length: 25 }, (_, n) => `usager${n}`)
  for (const name of names) await put({ mail: mail(name) })
  const over = async (carry: Postman, minutes: number) => {
    for (let minute = 0; minute < minutes; minute++) {
      state.now += 60_000
      const now = () => new Date(state.now)
      while ((await queueLength()) > 0) {
        const { sent, later, failed } = await deliverHandful({ queue, postman: carry, sender: SENDER, now })
        t.equal(failed, 0)
        if (sent + later === 0) break
      }
    }
  }
  const queueLength = () => countWaitingMails(database)
  await over(postman.carry, 60)
  t.equal(await queueLength(), names.length)
  const back = await mailServer(t)
  const again = smtpPostman(back.url, 'annuaire@lieux.example.org')
  t.teardown(again.close)
  await over(again.carry, 130)
  t.equal(await queueLength(), 0)
  t.same(back.received.map((each) => each.to[0]).sort(), names.map((name) => `${name}@nevers.example`).sort())
})

t.test(
  'workers share the mails: each is carried once, and one that dies gives back what it took',
  async (t) => {
    const { database, put, turn, names, state } = await post(t)
    const all = Array.from({ length: 40 }, (_, n) => `usager${n}`)
    for (const name of all) await put({ mail: mail(name) })
    const taken = await mailQueue(database, MANY).lease(HANDFUL, new Date(state.now))
    t.equal(taken.length, HANDFUL, 'by a worker that dies')
    await Promise.all([turn(), turn(), turn()])
    t.same(await turn(), { sent: 0, later: 0, failed: 0 })
    t.equal(names().length, 30)
    state.now += LEASE_MS
    await turn()
    t.same(names().sort(), all.sort())
  }
)

t.test('a worker whose lease ran out no longer decides what becomes of a mail', async (t) => {
  const { database, put, turn, state } = await post(t)
  await put({ mail: mail('camille') })
  const queue = mailQueue(database, MANY)
  const [slow] = await queue.lease(1, new Date(state.now))
  state.now += LEASE_MS
  t.same(await turn(), { sent: 1, later: 0, failed: 0 })
  if (slow) await queue.failed(slow, null, 'too late', new Date(state.now))
  t.match(await rowsOf(database, 'SELECT failed_at, error, done_at IS NULL AS open FROM outbox'), [
    { failed_at: null, error: null, open: false }
  ])
})

t.test('no more mails leave in a minute than MAIL_PER_MINUTE allows, over all processes', async (t) => {
  const config = await testConfig(t)
  const database = await openDatabase(config)
  t.teardown(() => database.close())
  const now = Date.now() + 60_000
  await database.act(async (within) => {
    for (let n = 0; n < 30; n++) await outboxIn(within).put({ mail: mail(`usager${n}`) })
  })
  const workers = [mailQueue(database, 12), mailQueue(database, 12)]
  const take = async (at: number) => {
    let count = 0
    for (const worker of workers) count += (await worker.lease(HANDFUL, new Date(at))).length
    return count
  }
  t.equal(await take(now), 12)
  t.equal(await take(now + 30_000), 0)
  t.equal(await take(now + 60_000), 12)
})

t.test(
  'an address that is dead gets no mail any more; who wants no more news still gets codes',
  async (t) => {
    const { database, put, turn, names, state } = await post(t)
    await put({ mail: mail('partie') })
    state.fails = new Undeliverable('refused: 550 5.1.1', true)
    t.same(await turn(), { sent: 0, later: 0, failed: 1 })
    state.fails = undefined
    await put({ mail: mail('Partie') })
    t.same(await turn(), { sent: 0, later: 0, failed: 1 }, 'also in other letters')
    t.match(await rowsOf(database, 'SELECT error FROM outbox ORDER BY id DESC LIMIT 1'), [
      { error: 'suppressed: bounce' }
    ])

    const asked = {
      ...(await rowsOf<{ email_key: Buffer }>(database, 'SELECT email_key FROM suppressed'))[0]
    }
    await database.batch.query(`UPDATE suppressed SET reason = 'asked' WHERE email_key = $1`, [
      asked.email_key
    ])
    await put({ mail: mail('partie', { unsubscribe: '/abonnements/0199' }) })
    await put({ mail: mail('partie', { subject: 'Votre code' }) })
    t.same(await turn(), { sent: 1, later: 0, failed: 1 })
    t.same(names(), ['partie'])
  }
)

t.test('what was sent is emptied after thirty days, and at once if its address is forgotten', async (t) => {
  const { database, put, turn, state } = await post(t)
  for (const name of ['camille', 'lea']) await put({ mail: mail(name) })
  await turn()
  await put({ mail: mail('camille', { subject: 'En attente' }), due: new Date(state.now + DAY) })
  const kept = async () =>
    (
      await rowsOf<{ to: string | null }>(database, `SELECT payload ->> 'to' AS to FROM outbox ORDER BY id`)
    ).map((row) => row.to)
  t.same(await kept(), ['camille@nevers.example', 'lea@nevers.example', 'camille@nevers.example'])
  await database.act((within) => outboxIn(within).forget(to('Camille')))
  t.same(await kept(), [null, 'lea@nevers.example'])
  t.equal(await emptyOldMails(database, new Date(state.now + (MAIL_KEPT_DAYS - 1) * DAY)), 0)
  t.equal(await emptyOldMails(database, new Date(state.now + (MAIL_KEPT_DAYS + 1) * DAY)), 1)
  t.same(await kept(), [null, null])
})
