import type { Email } from '../accounts/email.ts'
import { accountNotFound, claimNotFound, invitationNotValid, wrongState } from '../errors.ts'
import type { Language } from '../language.ts'
import { type Actor, judgeAct, permission } from '../permissions.ts'
import { seal, unseal } from '../seal.ts'
import { standing } from './ask-claim.ts'
import type { Claim } from './claim.ts'
import { invitationMail } from './claim-mails.ts'
import { type ClaimDeps, grantClaim, record } from './granting.ts'
import { refuseInvitations } from './limits.ts'
import { INVITATION_MS } from './periods.ts'

type Owner = Extract<Actor, { kind: 'account' }>

/** What an invitation says. It is sealed and mailed, and stored nowhere: an address whose owner does not answer is not kept. */
type Invitation = { readonly place: string; readonly by: string; readonly to: string; readonly at: number }

/**
 * An owner invites an editor. The answer is the same whether the address has an account or not. Throws `claimNotFound` if
 * the actor is no owner, and `tooManyClaims`.
 */
export async function inviteEditor(
  deps: ClaimDeps,
  actor: Owner,
  { place: id, to, language }: { readonly place: string; readonly to: Email; readonly language: Language }
): Promise<void> {
  const now = new Date(deps.clock())
  const secret = await deps.secret()
  await deps.acts.run(async (writer) => {
    const place = await standing(writer, id)
    const may = permission('claims:answer', { place: [place.id] })
    if (judgeAct(actor, may, now).is !== 'allowed') throw claimNotFound()
    await refuseInvitations(writer, actor.id, secret, now)
    const invitation: Invitation = { place: place.id, by: actor.id, to: to.toLowerCase(), at: now.getTime() }
    await writer.outbox.put({
      mail: invitationMail({ to, language, place }, seal('invitation', invitation, secret))
    })
  })
}

/** What an invitation says, also for its page. Throws `invitationNotValid`. */
export async function readInvitation(
  { secret, clock }: Pick<ClaimDeps, 'secret' | 'clock'>,
  token: string
): Promise<Invitation> {
  const invitation = unseal('invitation', token, await secret()) as Invitation | undefined
  if (invitation === undefined || clock() >= invitation.at + INVITATION_MS) throw invitationNotValid()
  return invitation
}

/** The person who was invited accepts, signed in with the address of the mail. An invitation is used once. */
export async function acceptInvitation(deps: ClaimDeps, token: string, actor: Owner): Promise<Claim> {
  const invitation = await readInvitation(deps, token)
  const now = new Date(deps.clock())
  return deps.acts.run(async (writer) => {
    const place = await standing(writer, invitation.place)
    await writer.lockPlace(place.id)
    const [account, managers, before] = [
      await writer.find(actor.id),
      await writer.managers(place.id, now),
      await writer.claimsOf(place.id, actor.id)
    ]
    if (account === null) throw accountNotFound()
    const isByOwner = managers.some((each) => each.account === invitation.by && each.rank === 'owner')
    const isUsed = before.some(
      ({ proof, createdAt }) => proof === 'invitation' && createdAt.getTime() >= invitation.at
    )
    if (!isByOwner || isUsed || account.email.toLowerCase() !== invitation.to) throw invitationNotValid()
    const standingClaim = before.find(({ state }) =>
      ['asked', 'proving', 'granted', 'contested'].includes(state)
    )
    if (managers.some((each) => each.account === actor.id)) throw wrongState('claim', 'granted')
    if (standingClaim !== undefined) throw wrongState('claim', standingClaim.state)
    const claim: Claim = {
      ...{ id: deps.newId(), place: place.id, account: actor.id, proof: 'invitation', state: 'asked' },
      ...{ codeDigest: null, sentToHint: null, tries: 0, message: null, reason: null },
      ...{ decidedBy: null, createdAt: now, provedAt: now, decidedAt: null }
    }
    await writer.add(claim)
    await record(writer, claim.id, {
      kind: 'asked',
      by: { kind: 'account', id: actor.id },
      at: now,
      data: { place: place.id, proof: claim.proof }
    })
    const by = { kind: 'account', id: invitation.by } as const
    return grantClaim(deps, writer, { claim, place, act: 'grant', parts: ['manager'], by, now })
  })
}
