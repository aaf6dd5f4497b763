import { setTimeout as pause } from 'node:timers/promises'
import type { Command } from 'commander'
import type { FastifyBaseLogger } from 'fastify'
import { type Config, readConfig } from '../config.ts'
import { type Delivered, deliverHandful } from '../domain/outbox/delivery.ts'
import { postmanOf, senderOf } from '../mailing.ts'
import type { Database } from '../store/db/database.ts'
import { countWaitingMails, mailQueue, retryFailedMails } from '../store/outbox/outbox-store.ts'
import { print } from './shell/print.ts'
import { withDatabase } from './shell/with-database.ts'

type Options = { readonly retryFailed?: boolean }

export function registerDeliver(program: Command): void {
  program
    .command('deliver')
    .description('send the mails that are due, and end (`serve` sends them by itself)')
    .option('--retry-failed', 'also try those again that failed at every attempt')
    .action(async ({ retryFailed = false }: Options) => {
      const config = readConfig()
      await withDatabase(async (database) => {
        if (retryFailed)
          print(`${await retryFailedMails(database, new Date())} mails that failed are tried again.\n`)
        const { sent, later, failed } = await deliverDue(config, database)
        const waiting = await countWaitingMails(database)
        print(`${sent} sent, ${later} to be tried again later, ${failed} failed. ${waiting} wait.\n`)
      })
    })
}

/** Sends what is due, as many as a minute allows. */
async function deliverDue(config: Config, database: Database): Promise<Delivered> {
  const postman = postmanOf(config, (path) => print(`Written: ${path}\n`))
  const deps = depsOf(config, database, postman.carry)
  let total: Delivered = { sent: 0, later: 0, failed: 0 }
  try {
    for (;;) {
      const each = await deliverHandful(deps)
      if (each.sent + each.later + each.failed === 0) return total
      total = {
        sent: total.sent + each.sent,
        later: total.later + each.later,
        failed: total.failed + each.failed
      }
    }
  } finally {
    postman.close()
  }
}

type Carry = Parameters<typeof deliverHandful>[0]['postman']

const depsOf = (config: Config, database: Database, postman: Carry) => ({
  queue: mailQueue(database, config.MAIL_PER_MINUTE),
  postman,
  sender: senderOf(config),
  now: () => new Date()
})

const BUSY_MS = 1_000
const IDLE_MS = 30_000

/**
 * Sends mails until it is stopped. It looks each second while there are some, and less often, up to each half minute,
 * while there are none; an act of this process makes it look at once. Returns a function that stops it after the current
 * handful.
 */
export function startDelivery(
  config: Config,
  database: Database,
  log: FastifyBaseLogger
): () => Promise<void> {
  const postman = postmanOf(config, (path) => log.info({ path }, 'mail written to a file'))
  const deps = depsOf(config, database, postman.carry)
  const stop = new AbortController()
  let wake = new AbortController()
  const unheard = database.onActed(() => wake.abort())
  const rest = async (ms: number): Promise<void> => {
    await pause(ms, undefined, { signal: AbortSignal.any([stop.signal, wake.signal]) }).catch(() => {})
    wake = wake.signal.aborted ? new AbortController() : wake
  }
  const work = async (): Promise<void> => {
    let idleMs = BUSY_MS
    while (!stop.signal.aborted) {
      const isIdle = await deliverHandful(deps).then(
        (delivered) => {
          const found = delivered.sent + delivered.later + delivered.failed
          if (found > 0) log.info(delivered, 'mails delivered')
          return found === 0
        },
        (error) => {
          log.error({ err: error }, 'mails not delivered')
          return true
        }
      )
      idleMs = isIdle ? Math.min(idleMs * 2, IDLE_MS) : BUSY_MS
      await rest(idleMs)
    }
  }
  const worked = work()
  return async () => {
    unheard()
    stop.abort()
    await worked
    postman.close()
  }
}
