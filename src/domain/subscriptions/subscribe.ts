import { timingSafeEqual } from 'node:crypto'
import { countAttempt } from '../accounts/attempts.ts'
import { type Email, emailKey } from '../accounts/email.ts'
import { codeDigest, MOST_TRIES, newCode, readCode, writeCode } from '../accounts/sign-in-code.ts'
import { codeRefused, idempotencyKeyReused, tooManyCodes } from '../errors.ts'
import type { Language } from '../language.ts'
import { keyFor } from '../seal.ts'
import { HOUR_MS } from '../time.ts'
import { UNCONFIRMED_MS } from './periods.ts'
import type { Cadence, Followed, Subscription } from './subscription.ts'
import { meantId, pageOf } from './subscription-link.ts'
import { confirmSubscriptionMail } from './subscription-mails.ts'
import type { SubscriptionActs, SubscriptionWriter } from './subscription-ports.ts'

export type SubscribeDeps = {
  readonly acts: SubscriptionActs
  readonly secret: () => Promise<string>
  readonly newId: () => string
  /** The current time in epoch milliseconds. */
  readonly clock: () => number
}

type Wish = {
  readonly followed: Followed
  readonly email: Email
  readonly cadence: Cadence
  readonly language: Language
  /** The client that asks, as `clientKey` has it. */
  readonly client: Buffer
  /** The id of the form: the same one is the same subscription. */
  readonly formId: string | null
  /** Whether the account of the address asks, which has proved before that it is its own. */
  readonly isProven: boolean
}

/** Subscriptions that one client and one address may ask for in an hour. */
const LIMITS = { client: 20, address: 5, windowMs: HOUR_MS } as const

/**
 * Subscribes an address: it is mailed a code, unless its account asks. The answer is the same for every address: for
 * those that are subscribed already, and those that have had too many codes in the last hour, which get no mail. Throws
 * `tooManyCodes` if the client asks too often.
 */
export async function subscribe(
  deps: SubscribeDeps,
  wish: Wish
): Promise<Pick<Subscription, 'id' | 'state'>> {
  const { client, isProven } = wish
  const secret = await deps.secret()
  const now = new Date(deps.clock())
  const code = isProven ? undefined : newCode()
  const id = deps.newId()
  const made = newSubscription(wish, id, now, secret, code)
  const { emailKey: key } = made
  const kept = await deps.acts.run(async (writer) => {
    // The same form, sent twice at once: the second one waits here, and finds the first.
    await writer.countAlone(client)
    const before = made.formId === null ? null : await writer.findSent(made.formId)
    if (before !== null) return sameAs(before, made)
    const { windowMs } = LIMITS
    const byClient = { purpose: 'subscription_client', key: client, most: LIMITS.client, windowMs } as const
    if (!(await countAttempt(writer, byClient, now))) return 'refused'
    if (code === undefined) {
      await writer.countAlone(key)
      await writer.add(made)
      return turnOn(writer, made, now)
    }
    const toAddress = { purpose: 'subscription_address', key, most: LIMITS.address, windowMs } as const
    if (!(await countAttempt(writer, toAddress, now))) return made
    await writer.add(made)
    await writer.outbox.put({
      mail: confirmSubscriptionMail(made, { code: writeCode(code), link: pageOf(id, secret) })
    })
    return made
  })
  if (kept === 'refused') throw tooManyCodes()
  // The asker of a code never learns whether its reader has confirmed.
  return { id: kept.id, state: isProven ? kept.state : 'asked' }
}

function sameAs(before: Subscription, made: Subscription): Subscription {
  const isSame =
    before.emailKey.equals(made.emailKey) &&
    before.followed.kind === made.followed.kind &&
    before.followed.text === made.followed.text
  if (!isSame) throw idempotencyKeyReused()
  return before
}

function newSubscription(
  { followed, email, cadence, language, formId }: Wish,
  id: string,
  now: Date,
  secret: string,
  code: ReturnType<typeof newCode> | undefined
): Subscription {
  return {
    ...{ id, followed, cadence, language, email, formId },
    emailKey: emailKey(email, keyFor('email', secret)),
    state: 'asked',
    codeDigest: code ? codeDigest(id, code, keyFor('subscription code', secret)) : null,
    tries: 0,
    cursor: 0,
    createdAt: now,
    toldAt: null
  }
}

/**
 * Confirms a subscription with the code of its mail. The link does not hold the code: a program that opens links and
 * presses buttons must not subscribe its reader. The same code again changes nothing. Throws `codeRefused`, also for an id
 * that does not exist, and `tooManyCodes`.
 */
export async function confirmSubscription(
  deps: Omit<SubscribeDeps, 'newId'>,
  typedId: string,
  typedCode: string
): Promise<Subscription> {
  const secret = await deps.secret()
  const [id, code] = [meantId(typedId, secret), readCode(typedCode)]
  // What is not written like a code is no guess: programs that press buttons must not use up the tries of people.
  if (id === undefined || code === undefined) throw codeRefused()
  const now = new Date(deps.clock())
  const digest = codeDigest(id, code, keyFor('subscription code', secret))
  const outcome = await deps.acts.run(async (writer) => {
    const asked = await writer.lock(id)
    if (asked === null || asked.codeDigest === null) return 'refused'
    if (asked.state === 'asked' && asked.createdAt.getTime() + UNCONFIRMED_MS < now.getTime())
      return 'refused'
    if (asked.tries >= MOST_TRIES) return 'exhausted'
    if (!timingSafeEqual(digest, asked.codeDigest)) {
      // Counted in an act that is kept, so the refusal is thrown after it.
      await writer.change(id, { tries: asked.tries + 1 })
      return 'refused'
    }
    if (asked.state === 'on') return asked
    await writer.countAlone(asked.emailKey)
    return turnOn(writer, asked, now)
  })
  if (outcome === 'refused') throw codeRefused()
  if (outcome === 'exhausted') throw tooManyCodes()
  return outcome
}

/** From now on, changes are mailed. If the address follows the same already, this one goes on where that one was. */
async function turnOn(writer: SubscriptionWriter, asked: Subscription, now: Date): Promise<Subscription> {
  const before = await writer.standing(asked.emailKey, asked.followed)
  if (before !== null) await writer.remove(before.id)
  const on = {
    state: 'on',
    cursor: before?.cursor ?? (await writer.version()),
    toldAt: before === null && asked.cadence === 'now' ? null : (before?.toldAt ?? now)
  } as const
  await writer.change(asked.id, on)
  return { ...asked, ...on }
}
