import { type EndedEdits, endEditsOf, endedActs } from '../edits/end-edits.ts'
import { claimNotFound, invalidInput, needsModerator } from '../errors.ts'
import type { MeantPlace } from '../moderation/moderation-ports.ts'
import { type Actor, judgeAct, nameOf, permission } from '../permissions.ts'
import { type Claim, isContestable } from './claim.ts'
import { endedMail, refusedMail, revokedMail, suspendedMail } from './claim-mails.ts'
import type { ClaimWriter } from './claim-ports.ts'
import { type ClaimDeps, grantClaim, readContest, record, recordOnPlace } from './granting.ts'
import { type ClaimAct, type Part, step } from './machine.ts'
import { MANAGER_ANSWERS_MS } from './periods.ts'
import { lockedClaim } from './prove-claim.ts'
import { tellPlace } from './tell-place.ts'

type Decider = Extract<Actor, { kind: 'account' }>

/** What people do with a claim; a reason is mailed to its claimant. */
export type ClaimDecision = {
  readonly act: 'grant' | 'refuse' | 'contest' | 'revoke' | 'end' | 'abandon'
  readonly reason: string | null
}

/**
 * Does with a claim what its claimant, an owner of the place or a moderator decided: state, role, what is reverted, mails
 * and journal are stored together or not at all. Throws `claimNotFound`, also if the actor has no part in it; `wrongState`,
 * with what the actor can do now; `needsModerator`, if only an administrator can vouch; and `invalidInput`.
 */
export const decideClaim = (
  deps: ClaimDeps,
  actor: Decider,
  id: string,
  { act, reason }: ClaimDecision
): Promise<Claim> =>
  deps.acts.run(async (writer) => {
    const now = new Date(deps.clock())
    const { claim, place } = await lockedClaim(writer, id)
    const hasOwner = (await writer.managers(place.id, now)).some(({ rank }) => rank === 'owner')
    const parts = partsOf(actor, { claim, place, hasOwner }, now)
    if (parts.length === 0) throw claimNotFound()
    const by = { kind: 'account', id: actor.id } as const
    const state = step(claim.state, act, parts)
    if (reason === null && (act === 'refuse' || act === 'revoke')) throw needsReason()
    if (act === 'grant') {
      if (needsVouching(claim, parts)) refuseVouching(actor, reason, now)
      const granted = await grantClaim(deps, writer, { claim, place, act, parts, by, now, reason })
      if (claim.state === 'contested') await tellPlace(writer, claim, place, 'restored', now)
      return granted
    }
    if (act === 'contest') return suspend(writer, { claim, place, act, parts, by, now })
    const reverted = act === 'revoke' ? await revert(writer, claim.account, place, actor, now) : undefined
    if (act === 'revoke' || act === 'end') await endRole(writer, claim, place, by, now)
    const changes = {
      state,
      reason,
      decidedBy: act === 'abandon' ? null : actor.id,
      decidedAt: now,
      codeDigest: null
    }
    await writer.change(id, changes)
    await record(writer, id, {
      kind: KINDS[act],
      by,
      at: now,
      data: reverted ? { corrections: reverted.corrections } : {}
    })
    if (reverted !== undefined) await recordReverted(writer, reverted, place, actor, now)
    if (act === 'revoke' || act === 'end') {
      const role = act === 'revoke' ? 'moderator' : 'manager'
      await recordOnPlace(writer, place, 'manager_ended', { by, role, at: now })
    }
    await tell(writer, { ...claim, ...changes }, place, act, actor)
    if (act === 'revoke') await tellPlace(writer, claim, place, 'revoked', now)
    return { ...claim, ...changes }
  })

const KINDS = { refuse: 'refused', revoke: 'revoked', end: 'ended', abandon: 'lapsed' } as const

/**
 * "This is not me": the reader of the mail to the place suspends the claim at once. No account is needed. Said twice, it is
 * noted already.
 */
export async function contestClaim(deps: ClaimDeps, id: string, text: string): Promise<Claim> {
  const contested = readContest(text, await deps.secret())
  if (contested?.claim !== id) throw claimNotFound()
  const now = new Date(deps.clock())
  return deps.acts.run(async (writer) => {
    const { claim, place } = await lockedClaim(writer, id)
    if (claim.state === 'contested') return claim
    const parts: readonly Part[] = isContestable(claim, now) ? ['contester'] : []
    step(claim.state, 'contest', parts)
    return suspend(writer, { claim, place, act: 'contest', parts, by: { kind: 'anonymous' }, now })
  })
}

type Case = {
  readonly claim: Omit<Claim, 'codeDigest'>
  readonly place: MeantPlace
  readonly hasOwner: boolean
}

/**
 * The parts that an account has in a claim. A place that has a manager is answered for by the manager, and only then by a
 * moderator. A claimant never decides.
 */
export function partsOf(actor: Decider, { claim, place, hasOwner }: Case, now: Date): readonly Part[] {
  if (actor.id === claim.account) return ['claimant']
  const may = (act: 'claims:answer' | 'claims:decide') =>
    judgeAct(actor, permission(act, { place: [place.id], territory: place.territories }), now).is ===
    'allowed'
  const waits = claim.state === 'asked' && hasOwner
  const since = (claim.provedAt ?? claim.createdAt).getTime()
  const isLate = now.getTime() >= since + MANAGER_ANSWERS_MS
  return [
    ...(may('claims:answer') && isManagers(claim) ? (['manager'] as const) : []),
    ...(may('claims:decide') && (!waits || isLate) ? (['moderator'] as const) : [])
  ]
}

/** An owner answers claims that wait, and takes the place from an editor, but not from another owner. */
const isManagers = ({ state, proof }: Pick<Claim, 'state' | 'proof'>): boolean =>
  state !== 'granted' || proof === 'invitation'

/** Whether nothing proves a claim that waits for moderators, so that only an administrator can grant it. */
export const needsVouching = (
  { proof, state }: Pick<Claim, 'proof' | 'state'>,
  parts: readonly Part[]
): boolean => proof === 'vouched' && state === 'asked' && parts.includes('moderator')

function refuseVouching(actor: Decider, reason: string | null, now: Date): void {
  if (judgeAct(actor, permission('claims:vouch'), now).is !== 'allowed')
    throw needsModerator(
      'Nothing proves this claim: only an administrator who has just signed in can vouch for it.'
    )
  if (reason === null) throw needsReason()
}

const needsReason = () => invalidInput([{ pointer: '/reason', detail: 'This decision needs a reason.' }])

type Suspension = {
  readonly claim: Claim
  readonly place: MeantPlace
  readonly act: ClaimAct
  readonly parts: readonly Part[]
  readonly by: { readonly kind: 'anonymous' } | { readonly kind: 'account'; readonly id: string }
  readonly now: Date
}

/**
 * Suspends a claim until a moderator decides, and with it those whom its claimant let in: a thief may have invited a
 * second account.
 */
async function suspend(
  writer: ClaimWriter,
  { claim, place, act, parts, by, now }: Suspension
): Promise<Claim> {
  const suspended = { ...claim, state: step(claim.state, act, parts) }
  await writer.change(claim.id, { state: suspended.state })
  await endRole(writer, claim, place, by, now)
  await record(writer, claim.id, { kind: 'contested', by, at: now })
  const role = by.kind === 'account' ? 'moderator' : 'report'
  await recordOnPlace(writer, place, 'manager_contested', { by, role, at: now })
  const owner = await writer.find(claim.account)
  if (owner !== null)
    await writer.outbox.put({
      mail: suspendedMail({ to: owner.email, language: owner.language, place }, claim.id)
    })
  for (const other of await writer.grantedBy(place.id, claim.account))
    if (other.id !== claim.id && other.state === 'granted')
      await suspend(writer, { claim: other, place, act: 'contest', parts: ['contester'], by, now })
  return suspended
}

export async function endRole(
  writer: ClaimWriter,
  claim: { readonly account: string; readonly id: string | null },
  place: MeantPlace,
  by: Suspension['by'],
  now: Date
): Promise<void> {
  const account = by.kind === 'account' ? by.id : null
  const ended = await writer.endManager(place.id, claim.account, account, now)
  if (ended > 0)
    await writer.note(
      {
        account: claim.account,
        kind: 'role_ended',
        data: { role: 'manager', scope_kind: 'place', scope_code: place.id, claim: claim.id },
        by
      },
      now
    )
}

/**
 * Everything that an account set on the place, or that all its managers set if it is null. Before the journal, because it
 * waits for imports.
 */
export const revert = (
  writer: ClaimWriter,
  account: string | null,
  { id }: MeantPlace,
  actor: Decider,
  now: Date
): Promise<EndedEdits> => writer.edits.run(nameOf(actor), (edits) => endEditsOf(edits, id, account, now))

/** The public act of the place, if an edit was undone, and those of what no longer waits for a moderator. */
export async function recordReverted(
  writer: ClaimWriter,
  { corrections, contributions }: EndedEdits,
  { id }: MeantPlace,
  actor: Decider,
  at: Date
): Promise<void> {
  const by = { kind: 'account', id: actor.id } as const
  if (corrections.length > 0)
    await writer.journal.record({
      ...{ subject: { kind: 'place', id }, kind: 'edits_reverted', by, at, public: true },
      data: { corrections, role: 'moderator' }
    })
  for (const act of endedActs(contributions, actor, at)) await writer.journal.record(act)
}

async function tell(
  writer: ClaimWriter,
  claim: Claim,
  place: MeantPlace,
  act: ClaimDecision['act'],
  actor: Decider
): Promise<void> {
  if (actor.id === claim.account) return
  const owner = await writer.find(claim.account)
  if (owner === null) return
  const told = { to: owner.email, language: owner.language, place }
  if (act === 'refuse') await writer.outbox.put({ mail: refusedMail(told, claim.reason ?? '') })
  if (act === 'revoke') await writer.outbox.put({ mail: revokedMail(told, claim.reason ?? '') })
  if (act === 'end') await writer.outbox.put({ mail: endedMail(told) })
}
