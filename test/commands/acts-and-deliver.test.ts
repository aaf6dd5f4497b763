import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import { simpleParser } from 'mailparser'
import t, { type Test } from 'tap'
import { registerActs } from '../../src/commands/acts.ts'
import { registerDeliver, startDelivery } from '../../src/commands/deliver.ts'
import { readConfig } from '../../src/config.ts'
import { type Email, readEmail } from '../../src/domain/accounts/email.ts'
import { SYSTEM } from '../../src/domain/acts/act.ts'
import type { MailToSend } from '../../src/domain/outbox/outbox.ts'
import { journalIn } from '../../src/store/acts/journal.ts'
import { type Database, openDatabase } from '../../src/store/db/database.ts'
import { outboxIn } from '../../src/store/outbox/outbox-store.ts'
import { testConfig } from '../support/database.ts'
import { emptyFolder } from '../support/embedded-template.ts'
import { mailServer } from '../support/people/smtp.ts'

const mailTo = (name: string): MailToSend => ({
  mail: {
    to: readEmail(`${name}@varzy.example`) as Email,
    language: 'fr',
    subject: 'Votre signalement',
    blocks: ['Merci.', { link: '/signalements/SIG-1', label: 'Le voir' }]
  }
})

/** A directory whose mails are files of a folder of its own, and the commands on it, as the command line runs them. */
async function directory(t: Test) {
  const where = await testConfig(t)
  const DATA_DIR = where.DATABASE_URL === undefined ? where.DATA_DIR : (await emptyFolder(t)).DATA_DIR
  const env = {
    DATA_DIR,
    PUBLIC_URL: 'https://lieux.example.org',
    ...(where.DATABASE_URL && { DATABASE_URL: where.DATABASE_URL })
  }
  const before = { ...process.env }
  Object.assign(process.env, env)
  t.teardown(() => {
    process.env = before
  })
  const annuaire = async (...args: string[]) => {
    const program = new Command().exitOverride()
    for (const register of [registerActs, registerDeliver]) register(program)
    const written = t.capture(process.stdout, 'write', () => true)
    try {
      await program.parseAsync(args, { from: 'user' })
    } finally {
      written.restore()
    }
    return written()
      .map((call) => String(call.args[0]))
      .join('')
  }
  return {
    env,
    annuaire,
    mails: join(DATA_DIR, 'mail'),
    /** Only one process, or one command, at a time can use the embedded database. */
    within: async <Result>(work: (database: Database) => Promise<Result>): Promise<Result> => {
      const database = await openDatabase(readConfig({ ...process.env, ...env }))
      try {
        return await work(database)
      } finally {
        await database.close()
      }
    }
  }
}

t.test('`acts verify` says that the journal is as it was recorded, or which act is not', async (t) => {
  const { annuaire, within } = await directory(t)
  const id = randomUUID()
  const opened = { subject: { kind: 'contribution', id }, kind: 'opened', by: SYSTEM, public: true, data: {} }
  await within(({ act }) => act((each) => journalIn(each).record({ ...opened, at: new Date() })))
  t.equal(await annuaire('acts', 'verify'), '1 acts on 1 subjects: all as they were recorded.\n')
  await within(({ batch }) =>
    batch.query(
      `SET session_replication_role = replica; UPDATE act SET kind = 'rejected'; SET session_replication_role = origin`
    )
  )
  await t.rejects(annuaire('acts', 'verify'), /1 are not as they were recorded/)
})

t.test('`deliver` without a mail server writes each mail to a file, and says where', async (t) => {
  const { annuaire, within, mails } = await directory(t)
  await within(({ act }) =>
    act(async (each) => {
      for (const name of ['camille', 'lea']) await outboxIn(each).put(mailTo(name))
    })
  )
  const said = await annuaire('deliver')
  t.match(said, '2 sent, 0 to be tried again later, 0 failed. 0 wait.')
  const names = await readdir(mails)
  t.equal(names.length, 2)
  for (const name of names) t.match(said, join(mails, name))
  const mail = await simpleParser(await readFile(join(mails, names[0] ?? '')))
  t.match(mail, { subject: 'Votre signalement', text: /https:\/\/lieux\.example\.org\/signalements\/SIG-1/ })
  t.match(await annuaire('deliver', '--retry-failed'), /^0 mails that failed are tried again.\n0 sent/)
})

t.test(
  'while the directory is served, a mail leaves as soon as its cause is stored',
  { timeout: 60_000 },
  async (t) => {
    const { env, within } = await directory(t)
    const { url, received } = await mailServer(t)
    const config = readConfig({ ...env, SMTP_URL: url, MAIL_FROM: 'Annuaire <annuaire@lieux.example.org>' })
    const logged: string[] = []
    const log = {
      info: (...words: unknown[]) => logged.push(JSON.stringify(words)),
      error: (...words: unknown[]) => t.fail(String(words))
    }
    await within(async (database) => {
      const stop = startDelivery(config, database, log as never)
      // Long enough to be idle.
      await new Promise((resolve) => setTimeout(resolve, 4_000))
      const begun = Date.now()
      await database.act((each) => outboxIn(each).put(mailTo('camille')))
      while (received.length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
      t.ok(Date.now() - begun < 3_000, `${Date.now() - begun} ms`)
      await stop()
      await database.act((each) => outboxIn(each).put(mailTo('lea')))
    })
    t.same(
      received.map(({ to }) => to),
      [['camille@varzy.example']],
      'and none after it was stopped'
    )
    t.notMatch(logged.join(), /varzy|signalement/, 'the log names neither people nor words')
  }
)
