import { type Email, readEmail } from '../accounts/email.ts'
import type { Doer, Facts } from '../acts/act.ts'
import { accountNotFound } from '../errors.ts'
import type { Role } from '../history/place-history.ts'
import type { MeantPlace } from '../moderation/moderation-ports.ts'
import { seal, unseal } from '../seal.ts'
import { type Claim, rankOf } from './claim.ts'
import { grantedMail, notYouMail } from './claim-mails.ts'
import type { ClaimActs, ClaimWriter } from './claim-ports.ts'
import { type ClaimAct, type Part, step } from './machine.ts'
import { PROVEN_AFTER_MS } from './periods.ts'

export type ClaimDeps = {
  readonly acts: ClaimActs
  readonly secret: () => Promise<string>
  readonly newId: () => string
  /** The current time in epoch milliseconds. */
  readonly clock: () => number
}

/** Who decides: the program by a proof, or a person. */
type Decider = { readonly kind: 'system' } | { readonly kind: 'account'; readonly id: string }

type Granting = {
  readonly claim: Claim
  readonly place: MeantPlace
  readonly act: ClaimAct
  readonly parts: readonly Part[]
  readonly by: Decider
  readonly now: Date
  readonly reason?: string | null
}

/**
 * Grants a claim: the state, the role, the journal and the mails. If the program decides, the addresses of the place get a
 * mail with which its reader can say "this is not me".
 */
export async function grantClaim(
  { secret, newId }: Pick<ClaimDeps, 'secret' | 'newId'>,
  writer: ClaimWriter,
  { claim, place, act, parts, by, now, reason = null }: Granting
): Promise<Claim> {
  const owner = await writer.find(claim.account)
  if (owner === null) throw accountNotFound()
  const decidedBy = by.kind === 'account' ? by.id : null
  const changes = {
    ...{ state: step(claim.state, act, parts), reason, decidedBy, decidedAt: now, codeDigest: null },
    provedAt: claim.provedAt ?? (by.kind === 'system' ? now : null)
  }
  await writer.change(claim.id, changes)
  const scope = { kind: 'place', code: place.id } as const
  const held = { role: 'manager', scope, rank: rankOf(claim) } as const
  const actor = by.kind === 'system' ? 'system' : by
  if (await writer.grant(newId(), claim.account, held, actor, now))
    await writer.note(
      {
        account: claim.account,
        kind: 'role_granted',
        data: { role: 'manager', scope_kind: 'place', scope_code: place.id, claim: claim.id },
        by: actor
      },
      now
    )
  await record(writer, claim.id, {
    kind: 'granted',
    by,
    at: now,
    data: { place: place.id, proof: claim.proof }
  })
  const role = by.kind === 'system' ? 'system' : parts.includes('moderator') ? 'moderator' : 'manager'
  await recordOnPlace(writer, place, 'manager_granted', { by, role, at: now })
  await writer.outbox.put({ mail: grantedMail({ to: owner.email, language: owner.language, place }) })
  if (by.kind === 'system' && claim.proof !== 'invitation')
    await askPlace(writer, claim, place, now, await secret())
  return { ...claim, ...changes }
}

/** Mails to the addresses of the place, and to no others, the secret that contests the claim. */
async function askPlace(
  writer: ClaimWriter,
  claim: Claim,
  place: MeantPlace,
  now: Date,
  secret: string
): Promise<void> {
  const { emails } = await writer.evidence(place.id, provenBefore(now))
  for (const to of emails.slice(0, MOST_TOLD))
    await writer.outbox.put({ mail: notYouMail({ to, language: 'fr', place }, contestSecret(claim, secret)) })
}

/** A place has one or two addresses; more are those of a list that a source gives to all its places. */
export const MOST_TOLD = 3

export const provenBefore = (now: Date): Date => new Date(now.getTime() - PROVEN_AFTER_MS)

type Contested = { readonly claim: string; readonly place: string }

const contestSecret = ({ id, place }: Claim, secret: string): string =>
  seal('claim', { claim: id, place } satisfies Contested, secret)

/** The claim that a secret contests; undefined if we did not mail it. */
export const readContest = (text: string, secret: string): Contested | undefined =>
  unseal('claim', text, secret) as Contested | undefined

type ClaimNote = { readonly kind: string; readonly by: Doer; readonly at: Date; readonly data?: Facts }

export const record = (
  writer: ClaimWriter,
  claim: string,
  { data = {}, ...note }: ClaimNote
): Promise<void> =>
  writer.journal.record({ subject: { kind: 'claim', id: claim }, public: false, data, ...note })

type PlaceNote = { readonly by: Doer; readonly role: Role; readonly at: Date }

/** What the public history of a place says of its managers: never who they are, and who decided only by role. */
export const recordOnPlace = (
  writer: ClaimWriter,
  { id }: MeantPlace,
  kind: 'manager_granted' | 'manager_ended' | 'manager_contested',
  { by, role, at }: PlaceNote
): Promise<void> =>
  writer.journal.record({ subject: { kind: 'place', id }, kind, by, at, public: true, data: { role } })

/** Where the owners of a place can be told something. */
export async function ownersOf(
  writer: ClaimWriter,
  place: string,
  now: Date
): Promise<readonly { readonly to: Email; readonly language: 'fr' | 'en' }[]> {
  const owners = (await writer.managers(place, now)).filter(({ rank }) => rank === 'owner')
  const accounts = await Promise.all(owners.map(({ account }) => writer.find(account)))
  return accounts.flatMap((account) => {
    const to = account && readEmail(account.email)
    return to ? { to, language: account.language } : []
  })
}
