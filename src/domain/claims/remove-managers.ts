import { invalidInput, notAllowed } from '../errors.ts'
import type { MeantPlace } from '../moderation/moderation-ports.ts'
import { type Actor, judgeAct, permission } from '../permissions.ts'
import { standing } from './ask-claim.ts'
import type { Claim } from './claim.ts'
import { revokedMail } from './claim-mails.ts'
import type { ClaimWriter } from './claim-ports.ts'
import { endRole, recordReverted, revert } from './decide-claim.ts'
import { type ClaimDeps, record, recordOnPlace } from './granting.ts'
import { step } from './machine.ts'
import { tellPlace } from './tell-place.ts'

type Decider = Extract<Actor, { kind: 'account' }>

/**
 * A moderator reverts all edits of the managers of a place and takes it from them, in one act: they were not who they said,
 * or they sabotage. Their claims are revoked, also those that are suspended, and each manager gets the reason by mail.
 * Throws `placeNotFound`, `placeWithdrawn`, `notAllowed` and `invalidInput`. Returns how many edits and managers there were.
 */
export const removeManagers = (
  { acts, clock }: Pick<ClaimDeps, 'acts' | 'clock'>,
  actor: Decider,
  id: string,
  reason: string
): Promise<{ readonly edits: number; readonly managers: number }> =>
  acts.run(async (writer) => {
    const now = new Date(clock())
    const place = await standing(writer, id)
    const on = { place: [place.id], territory: place.territories }
    if (judgeAct(actor, permission('edits:revert', on), now).is !== 'allowed') throw notAllowed()
    if (reason === '') throw invalidInput([{ pointer: '/reason', detail: 'This decision needs a reason.' }])
    await writer.lockPlace(place.id)
    const managers = await writer.managers(place.id, now)
    const claims = await writer.claimsHeld(place.id)
    const reverted = await revert(writer, null, place, actor, now)
    const by = { kind: 'account', id: actor.id } as const
    for (const { account } of managers) {
      const claim = claims.find((each) => each.account === account)?.id ?? null
      await endRole(writer, { account, id: claim }, place, by, now)
      await recordOnPlace(writer, place, 'manager_ended', { by, role: 'moderator', at: now })
    }
    for (const claim of claims) await revoke(writer, claim, actor, reason, now)
    for (const claim of claims) await tellPlace(writer, claim, place, 'revoked', now)
    await recordReverted(writer, reverted, place, actor, now)
    for (const account of new Set([...managers, ...claims].map((each) => each.account)))
      await tell(writer, account, place, actor, reason)
    return { edits: reverted.corrections.length, managers: managers.length }
  })

async function revoke(
  writer: ClaimWriter,
  claim: Claim,
  actor: Decider,
  reason: string,
  now: Date
): Promise<void> {
  const state = step(claim.state, 'revoke', ['system'])
  await writer.change(claim.id, { state, reason, decidedBy: actor.id, decidedAt: now, codeDigest: null })
  await record(writer, claim.id, { kind: 'revoked', by: { kind: 'account', id: actor.id }, at: now })
}

async function tell(
  writer: ClaimWriter,
  account: string,
  place: MeantPlace,
  actor: Decider,
  reason: string
): Promise<void> {
  const owner = account === actor.id ? null : await writer.find(account)
  if (owner !== null)
    await writer.outbox.put({
      mail: revokedMail({ to: owner.email, language: owner.language, place }, reason)
    })
}
