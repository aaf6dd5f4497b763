import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { type Email, readEmail } from '../../../src/domain/accounts/email.ts'
import { LEASE_MS } from '../../../src/domain/outbox/delivery.ts'
import { openDatabase } from '../../../src/store/db/database.ts'
import { countWaitingMails, outboxIn } from '../../../src/store/outbox/outbox-store.ts'
import { testConfig } from '../../support/database.ts'
import { mailServer } from '../../support/people/smtp.ts'
import { TYPESCRIPT } from '../../support/typescript-option.ts'

const WORKER = fileURLToPath(new URL('killed-worker.ts', import.meta.url))
// Only one process can use the embedded database.
const ON_SERVER = { skip: process.env.DATABASE_URL === undefined && 'needs DATABASE_URL', timeout: 280_000 }
const MAILS = 120
const KILLS = Number(process.env.KILLS ?? 4)
/** Leases of five minutes end after three seconds. */
const SPEED = LEASE_MS / 3_000

t.test(
  'workers that are killed lose no mail, and a mail that arrives twice has the same Message-ID',
  ON_SERVER,
  async (t) => {
    const config = await testConfig(t)
    const database = await openDatabase(config)
    t.teardown(() => database.close())
    // Slow enough that a kill meets mails on their way.
    const { url, received } = await mailServer(t, {
      onMailFrom: (_address, _session, end) => setTimeout(end, 30)
    })

    const people = Array.from({ length: MAILS }, (_, n) => `usager${n}@nevers.example`)
    for (const person of people) {
      const blocks = ['Votre signalement a été reçu.']
      const mail = { to: readEmail(person) as Email, language: 'fr', subject: 'Reçu', blocks } as const
      // Each is caused twice, as by a form that was sent twice.
      for (let n = 0; n < 2; n++)
        await database.act((act) => outboxIn(act).put({ mail, dedupe: `received ${person.split('@')[0]}` }))
    }

    const begun = String(Date.now() + 1_000)
    const start = async () => {
      const worker = spawn(process.execPath, [TYPESCRIPT, WORKER, url, begun, String(SPEED)], {
        env: { ...process.env, DATA_DIR: config.DATA_DIR, DATABASE_URL: config.DATABASE_URL },
        stdio: ['ignore', 'pipe', 'inherit']
      })
      await once(worker.stdout, 'data')
      return worker
    }
    const kill = async (worker: Awaited<ReturnType<typeof start>>) => {
      const ended = once(worker, 'exit')
      worker.kill('SIGKILL')
      await ended
    }

    const two = () => Promise.all([start(), start()])
    let workers = await two()
    t.teardown(() => Promise.all(workers.map(kill)))
    let onTheirWay = 0
    for (let n = 0; n < KILLS; n++) {
      for (const worker of workers) {
        await pause(Math.random() * 400)
        await kill(worker)
      }
      if ((await countWaitingMails(database)) > 0) onTheirWay++
      workers = await two()
    }
    while ((await countWaitingMails(database)) > 0) await pause(100)

    t.ok(onTheirWay > 0, `${onTheirWay} of ${KILLS} kills met mails that waited`)
    const ids = new Map<string, Set<string | undefined>>()
    for (const { to, mail } of received) {
      t.equal(to.length, 1)
      const [person = ''] = to
      ids.set(person, (ids.get(person) ?? new Set()).add(mail.messageId))
    }
    t.same([...ids.keys()].sort(), people.toSorted(), 'each mail arrives')
    t.ok(
      [...ids.values()].every((each) => each.size === 1),
      'under one Message-ID, by which its receiver counts it once'
    )
    t.comment(`${received.length - MAILS} of ${MAILS} mails arrived twice`)
  }
)
