import { isDeepStrictEqual } from 'node:util'
import { type Email, emailKey } from '../accounts/email.ts'
import { codeDigest, newCode } from '../accounts/sign-in-code.ts'
import { idempotencyKeyReused, tooManyReports } from '../errors.ts'
import type { Language } from '../language.ts'
import type { NamedPlace } from '../mail/naming.ts'
import type { Actor } from '../permissions.ts'
import { clientKey, keyFor } from '../seal.ts'
import { HOUR_MS } from '../time.ts'
import type { Contribution } from './contribution.ts'
import { confirmMail, receivedMail } from './contribution-mails.ts'
import type { ContributionActs, ContributionWriter } from './contribution-ports.ts'
import { doerOf, subjectOf } from './journal.ts'
import { natureOf } from './nature.ts'
import { newReference } from './reference.ts'

/** Who sends a contribution, and how. */
export type Sending = {
  readonly email: Email | null
  readonly language: Language
  /** The id of the form, or the idempotency key: the same one is the same contribution. */
  readonly formId: string | null
  /** The name that a partner site gives it. */
  readonly partnerReference: string | null
  /** The network address from which it comes; only a key of it is kept. */
  readonly client: string
  readonly actor: Actor
}

export type KeepDeps = {
  readonly acts: ContributionActs
  readonly secret: () => Promise<string>
  readonly newId: () => string
  /** The current time in epoch milliseconds. */
  readonly clock: () => number
}

type Said = Pick<Contribution, 'kind' | 'category' | 'place' | 'text' | 'proposal' | 'versionSeen'>

/**
 * Contributions that one client may send in an hour, and that one address may be asked to confirm. A library may be one
 * client, and one person corrects a dozen places at most.
 */
const LIMITS = { client: 20, address: 5, windowMs: HOUR_MS } as const

/**
 * Keeps a contribution, and mails its author. Sent twice with the same form, it is one. Throws `tooManyReports`, and
 * `idempotencyKeyReused` if the form was used for something else.
 */
export async function keepContribution(
  deps: KeepDeps,
  said: Said,
  sending: Sending,
  about: NamedPlace
): Promise<Contribution> {
  const secret = await deps.secret()
  const now = new Date(deps.clock())
  const { email, language, actor } = sending
  const made = { ...newContribution(said, sending, now, secret), id: deps.newId() }
  return deps.acts.run(async (writer) => {
    const before = await writer.findSent(made)
    if (before !== null) return sameAs(before, made)
    await refuseFlood(writer, made, actor, now)
    const code = made.state === 'unconfirmed' ? newCode() : undefined
    const stored = {
      ...made,
      codeDigest: code ? codeDigest(made.id, code, keyFor('contribution code', secret)) : null
    }
    if (!(await writer.add(stored))) {
      const other = await writer.findSent(made)
      if (other === null) throw new Error('The same contribution was sent twice, and neither was kept.')
      return sameAs(other, made)
    }
    const { reference, category, place } = stored
    await writer.journal.record({
      subject: subjectOf(reference),
      kind: 'made',
      by: doerOf(actor),
      at: now,
      public: false,
      data: { category, ...(place !== '' && { place }) }
    })
    if (email !== null) {
      const told = { to: email, language, reference, place: about, nature: natureOf(stored) }
      await writer.outbox.put({ mail: code ? confirmMail(told, code) : receivedMail(told) })
    }
    return stored
  })
}

function newContribution(said: Said, sending: Sending, now: Date, secret: string): Omit<Contribution, 'id'> {
  const { actor, client, email, language, formId, partnerReference } = sending
  const isOfAccount = actor.kind === 'account'
  // The named person is hidden at once, so this kind of report never waits for a confirmation.
  const waits = email !== null && !isOfAccount && said.category !== 'person'
  return {
    ...said,
    ...{ language, formId, partnerReference },
    reference: newReference(),
    email,
    emailKey: email === null ? null : emailKey(email, keyFor('email', secret)),
    clientKey: actor.kind === 'key' ? null : clientKey(client, secret, now),
    accountId: isOfAccount ? actor.id : null,
    keyId: actor.kind === 'key' ? actor.id : null,
    state: waits ? 'unconfirmed' : 'open',
    codeDigest: null,
    tries: 0,
    assignedTo: null,
    outcome: null,
    reply: null,
    duplicateOf: null,
    createdAt: now,
    confirmedAt: isOfAccount ? now : null,
    closedAt: null
  }
}

/** A key has a limit of its own: a partner site sends the contributions of many people. */
async function refuseFlood(
  writer: ContributionWriter,
  { clientKey: client, emailKey: address }: Omit<Contribution, 'id'>,
  actor: Actor,
  now: Date
): Promise<void> {
  const since = new Date(now.getTime() - LIMITS.windowMs)
  if (
    client !== null &&
    actor.kind !== 'account' &&
    (await writer.countSince({ clientKey: client }, since)) >= LIMITS.client
  )
    throw tooManyReports(LIMITS.client)
  if (address !== null && (await writer.countSince({ emailKey: address }, since)) >= LIMITS.address)
    throw tooManyReports(LIMITS.address)
}

function sameAs(before: Contribution, made: Omit<Contribution, 'id'>): Contribution {
  const isSame =
    before.kind === made.kind &&
    before.place === made.place &&
    before.category === made.category &&
    before.text === made.text &&
    before.email === made.email &&
    isDeepStrictEqual(before.proposal?.newPlace, made.proposal?.newPlace) &&
    isDeepStrictEqual(before.proposal?.fields, made.proposal?.fields)
  if (!isSame) throw idempotencyKeyReused()
  return before
}
