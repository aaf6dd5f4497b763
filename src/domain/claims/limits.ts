import { createHmac } from 'node:crypto'
import { type AttemptPurpose, countAttempt } from '../accounts/attempts.ts'
import { tooManyClaims } from '../errors.ts'
import { clientKey, keyFor } from '../seal.ts'
import type { ClaimWriter } from './claim-ports.ts'
import { LIMITS } from './periods.ts'

type Asked = {
  readonly actor: { readonly id: string }
  readonly client: string
  readonly place: string
  readonly secret: string
  readonly now: Date
  /** Whether the place gets a mail. */
  readonly isMailed: boolean
}

/** Counts a claim by its account, its client and its place. Throws `tooManyClaims`. */
export async function refuseFlood(writer: ClaimWriter, asked: Asked): Promise<void> {
  const { actor, client, place, secret, now, isMailed } = asked
  await count(writer, 'claim_account', keyOf(actor.id, secret), LIMITS.account, now)
  await count(writer, 'claim_client', clientKey(client, secret, now), LIMITS.client, now)
  if (isMailed) await count(writer, 'claim_place', keyOf(place, secret), LIMITS.place, now)
}

/** Counts an invitation of an account. Throws `tooManyClaims`. */
export const refuseInvitations = (
  writer: ClaimWriter,
  account: string,
  secret: string,
  now: Date
): Promise<void> => count(writer, 'claim_invitation', keyOf(account, secret), LIMITS.invitation, now)

const keyOf = (id: string, secret: string): Buffer =>
  createHmac('sha256', keyFor('client', secret)).update(id).digest()

async function count(
  writer: ClaimWriter,
  purpose: AttemptPurpose,
  key: Buffer,
  most: number,
  now: Date
): Promise<void> {
  const isAllowed = await countAttempt(writer, { purpose, key, most, windowMs: LIMITS.windowMs }, now)
  if (!isAllowed) throw tooManyClaims()
}
