import { timingSafeEqual } from 'node:crypto'
import { codeDigest, type SignInCode } from '../accounts/sign-in-code.ts'
import { claimNotFound, codeRefused } from '../errors.ts'
import { keyFor } from '../seal.ts'
import { standing, waitFor } from './ask-claim.ts'
import type { Claim } from './claim.ts'
import type { ClaimWriter } from './claim-ports.ts'
import { type ClaimDeps, grantClaim, record } from './granting.ts'
import { step } from './machine.ts'
import { CODE_MS, MOST_TRIES } from './periods.ts'

type Proved = { readonly id: string; readonly account: string; readonly code: SignInCode }

/**
 * Proves a claim with the mailed code. The sixth wrong code ends it, and so does a day. If the place got a manager
 * meanwhile, the claim waits for the manager. Throws `claimNotFound`, `wrongState` and `codeRefused`.
 */
export async function proveClaim(deps: ClaimDeps, { id, account, code }: Proved): Promise<Claim> {
  const key = keyFor('claim code', await deps.secret())
  const now = new Date(deps.clock())
  const proved = await deps.acts.run(async (writer) => {
    const { claim, place } = await lockedClaim(writer, id)
    if (claim.account !== account) throw claimNotFound()
    step(claim.state, 'prove', ['claimant'])
    if (now.getTime() >= claim.createdAt.getTime() + CODE_MS) return lapse(writer, claim, now)
    if (claim.codeDigest === null || !timingSafeEqual(codeDigest(id, code, key), claim.codeDigest)) {
      // Counted in an act that is kept, so the refusal is thrown after it.
      const tries = claim.tries + 1
      await writer.change(id, { tries })
      if (tries >= MOST_TRIES) await lapse(writer, claim, now)
      return 'refused'
    }
    const hasOwner = (await writer.managers(place.id, now)).some(({ rank }) => rank === 'owner')
    if (!hasOwner) {
      const by = { kind: 'system' } as const
      return grantClaim(deps, writer, { claim, place, act: 'prove', parts: ['claimant'], by, now })
    }
    const changes = { state: step(claim.state, 'wait', ['system']), codeDigest: null, provedAt: now }
    await writer.change(id, changes)
    await record(writer, id, { kind: 'proved', by: { kind: 'account', id: account }, at: now })
    return waitFor(writer, { ...claim, ...changes }, place, now)
  })
  if (proved === 'refused') throw codeRefused()
  return proved
}

/** The claim, alone with all that happens to claims on its place. Throws `claimNotFound`. */
export async function lockedClaim(writer: ClaimWriter, id: string) {
  const found = await writer.findClaim(id)
  if (found === null) throw claimNotFound()
  const place = await standing(writer, found.place)
  // The place first: two claims on one place must not wait for each other.
  await writer.lockPlace(place.id)
  const claim = await writer.lockClaim(id)
  if (claim === null) throw claimNotFound()
  return { claim, place }
}

async function lapse(writer: ClaimWriter, claim: Claim, now: Date): Promise<Claim> {
  const changes = { state: step(claim.state, 'lapse', ['system']), decidedAt: now, codeDigest: null }
  await writer.change(claim.id, changes)
  await record(writer, claim.id, { kind: 'lapsed', by: { kind: 'system' }, at: now })
  return { ...claim, ...changes }
}
