import type { MeantPlace } from '../moderation/moderation-ports.ts'
import type { Claim } from './claim.ts'
import { placeAnsweredMail } from './claim-mails.ts'
import type { ClaimWriter } from './claim-ports.ts'
import { MOST_TOLD, provenBefore } from './granting.ts'

/**
 * Mails the decision to the place that said "this is not me". Not the reason: it is written to the claimant. A claim that
 * a moderator suspended needs no such mail, and the claim of an editor was suspended with that of the owner.
 */
export async function tellPlace(
  writer: ClaimWriter,
  { id, proof }: Claim,
  place: MeantPlace,
  outcome: 'revoked' | 'restored',
  now: Date
): Promise<void> {
  if (proof === 'invitation' || !(await writer.isContestedByPlace(id))) return
  const { emails } = await writer.evidence(place.id, provenBefore(now))
  for (const to of emails.slice(0, MOST_TOLD))
    await writer.outbox.put({ mail: placeAnsweredMail({ to, language: 'fr', place }, outcome) })
}
