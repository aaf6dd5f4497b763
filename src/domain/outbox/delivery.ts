import { type Email, readEmail } from '../accounts/email.ts'
import type { Mail, Sender } from '../mail/mail.ts'
import { type Letter, writeMail } from '../mail/write-mail.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time.ts'

/** The pauses after a failed attempt. After the last one, the mail has failed. */
export const PAUSES_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 8 * HOUR_MS, DAY_MS] as const

/** How many mails a worker takes at a time. */
export const HANDFUL = 10

/**
 * How long a worker may take for a handful: the time after which another worker takes the mails of one that died. A
 * postman gives up a mail after 45 s and carries two at a time.
 */
export const LEASE_MS = 5 * MINUTE_MS

/** How long a mail stays in the outbox after it was sent or has failed. */
export const MAIL_KEPT_DAYS = 30

export type LeasedMail = {
  readonly id: number
  /** The number of this attempt, from 1. It also tells whether the lease is still ours. */
  readonly attempt: number
  readonly created: Date
  readonly mail: Mail
}

export type Queue = {
  /** Takes mails that are due, the oldest first, so that no other worker takes them before the lease ends. */
  lease(most: number, now: Date): Promise<readonly LeasedMail[]>
  done(leased: LeasedMail, now: Date): Promise<void>
  /** Tries again later, or never again if `due` is null. */
  failed(leased: LeasedMail, due: Date | null, reason: string, now: Date): Promise<void>
  /** Why an address gets no mail; null if it gets some. */
  suppressed(email: Email): Promise<'bounce' | 'complaint' | 'asked' | null>
  suppress(email: Email, reason: 'bounce', now: Date): Promise<void>
}

/** Sends a mail. The id is the same at each attempt, so that a mail that arrives twice can be recognised. */
export type Postman = (letter: Letter, id: string) => Promise<void>

/** A mail that can never be delivered, however often it is tried. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable'
  /** Whether its address accepts no mail at all. */
  readonly isDead: boolean

  constructor(reason: string, isDead: boolean) {
    super(reason)
    this.isDead = isDead
  }
}

export type Delivered = { readonly sent: number; readonly later: number; readonly failed: number }

type Deps = {
  readonly queue: Queue
  readonly postman: Postman
  readonly sender: Sender
  readonly now: () => Date
}

/** Sends one handful of due mails. If a mail fails, the others are still sent. */
export async function deliverHandful(
  { queue, postman, sender, now }: Deps,
  most = HANDFUL
): Promise<Delivered> {
  const leased = await queue.lease(most, now())
  const ends = await Promise.all(
    leased.map(async (each) => {
      try {
        await carry(each, { queue, postman, sender })
      } catch (error) {
        return retire(each, error, queue, now())
      }
      await queue.done(each, now())
      return 'sent'
    })
  )
  const count = (end: keyof Delivered): number => ends.filter((each) => each === end).length
  return { sent: count('sent'), later: count('later'), failed: count('failed') }
}

async function carry(
  { id, created, mail }: LeasedMail,
  { queue, postman, sender }: Pick<Deps, 'queue' | 'postman' | 'sender'>
): Promise<void> {
  // It was checked when it was put in; the outbox may have been restored from elsewhere since.
  const to = readEmail(mail.to)
  if (to === undefined) throw new Undeliverable('the address is not one', false)
  const suppressed = await queue.suppressed(to)
  // A person who has unsubscribed still gets the codes that they ask for.
  if (suppressed !== null && !(suppressed === 'asked' && mail.unsubscribe === undefined))
    throw new Undeliverable(`suppressed: ${suppressed}`, false)
  await postman(writeMail({ ...mail, to }, sender), `${id}.${created.getTime()}`)
}

async function retire(
  leased: LeasedMail,
  error: unknown,
  queue: Queue,
  now: Date
): Promise<'later' | 'failed'> {
  const pause = error instanceof Undeliverable ? undefined : PAUSES_MS[leased.attempt - 1]
  const due = pause === undefined ? null : new Date(now.getTime() + pause)
  await queue.failed(leased, due, reasonOf(error), now)
  const email = readEmail(leased.mail.to)
  if (error instanceof Undeliverable && error.isDead && email) await queue.suppress(email, 'bounce', now)
  return due === null ? 'failed' : 'later'
}

/** What failed, without the words of the other server: these name the address. */
function reasonOf(error: unknown): string {
  if (error instanceof Undeliverable) return error.message
  const { code, message } = error as NodeJS.ErrnoException
  return code ?? (/[@]/.test(message) ? 'unknown' : message.slice(0, 200))
}
