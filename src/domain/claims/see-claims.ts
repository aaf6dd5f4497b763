import { claimNotFound } from '../errors.ts'
import { type Actor, judgeAct, permission, reachOf } from '../permissions.ts'
import { standingPlace } from '../places/get-place.ts'
import type { PlaceFinder } from '../places/place-finder.ts'
import { isContestable } from './claim.ts'
import type { ClaimReader, SeenClaim } from './claim-ports.ts'
import { needsVouching, partsOf } from './decide-claim.ts'
import { hintOf } from './evidence.ts'
import { provenBefore, readContest } from './granting.ts'
import { actsIn, type ClaimAct, type ClaimState } from './machine.ts'
import { MANAGER_ANSWERS_MS } from './periods.ts'

type Seeing = { readonly reader: ClaimReader; readonly places: PlaceFinder; readonly clock: () => number }
type Account = Extract<Actor, { kind: 'account' }>

/** A claim, and what this person can do with it now. */
export type ActableClaim = { readonly claim: SeenClaim; readonly allowed: readonly ClaimAct[] }

/** The proofs that are possible for a place. Everyone may see them, so they only hint at the addresses. */
export async function claimOptions({ reader, places, clock }: Seeing, id: string) {
  const { id: place } = await standingPlace(places, id)
  const now = new Date(clock())
  const { emails, domains } = await reader.evidence(place, provenBefore(now))
  return { place, addresses: emails.map(hintOf), domains, hasManager: await reader.hasOwner(place, now) }
}

/** Throws `claimNotFound`, also if the actor has no part in it. */
export async function seeClaim({ reader, clock }: Seeing, actor: Account, id: string): Promise<ActableClaim> {
  const claim = await reader.find(id)
  const seen = claim && actable(actor, claim, new Date(clock()))
  // A moderator also sees what the manager of the place has to answer first.
  if (claim === null || seen === null || (seen.allowed.length === 0 && !seesAll(actor, claim, seen.parts)))
    throw claimNotFound()
  return { claim, allowed: seen.allowed }
}

/** What has become of "this is not me", for the page of the link in the mail to the place. */
export const CONTEST_STATES = ['possible', 'contested', 'restored', 'revoked', 'ended', 'late'] as const
export type ContestState = (typeof CONTEST_STATES)[number]

/**
 * What the reader of the mail to the place can know with its secret. A moderator needs no secret. Throws `claimNotFound`.
 */
export async function seeContest(
  seeing: Seeing & { readonly secret: () => Promise<string> },
  actor: Actor,
  id: string,
  secret: string | undefined
): Promise<ContestState> {
  const byMail = secret !== undefined && readContest(secret, await seeing.secret())?.claim === id
  const claim = await seeing.reader.find(id)
  const now = new Date(seeing.clock())
  const may = byMail || (actor.kind === 'account' && claim !== null && decidesOn(actor, claim))
  if (claim === null || !may) throw claimNotFound()
  if (claim.state === 'contested' || claim.state === 'revoked') return claim.state
  if (claim.state !== 'granted') return 'ended'
  if (isContestable(claim, now)) return 'possible'
  return claim.decidedBy === null ? 'late' : 'restored'
}

const decidesOn = (actor: Account, { meant }: SeenClaim): boolean => {
  const reach = reachOf(actor, 'claims:decide')
  return reach === 'everywhere' || reach.some((territory) => meant.territories.includes(territory))
}

function actable(actor: Account, claim: SeenClaim, now: Date) {
  const { meant: place, hasOwner } = claim
  const parts = partsOf(actor, { claim, place, hasOwner }, now)
  // A claimant who has closed the account can be given nothing back. Who has to sign in again first is still offered it.
  const isClosed = claim.claimant.email === null
  const mayVouch = judgeAct(actor, permission('claims:vouch'), now).is !== 'not-allowed'
  const mayGrant = !isClosed && (mayVouch || !needsVouching(claim, parts))
  return { parts, allowed: actsIn(claim.state, parts).filter((act) => act !== 'grant' || mayGrant) }
}

const seesAll = (actor: Account, claim: SeenClaim, parts: readonly string[]): boolean => {
  if (parts.length > 0) return true
  return (
    decidesOn(actor, claim) ||
    actor.roles.some(
      ({ role, rank, scope }) =>
        role === 'manager' && rank === 'owner' && scope.kind === 'place' && scope.code === claim.meant.id
    )
  )
}

/** The claims of an account, the newest first. */
export async function ownClaims({ reader, clock }: Seeing, actor: Account): Promise<readonly ActableClaim[]> {
  const claims = await reader.ofAccount(actor.id)
  return claims.map((claim) => ({ claim, allowed: actable(actor, claim, new Date(clock())).allowed }))
}

/** The claims on a place that are not over, for its owners. */
export async function claimsOnPlace(
  { reader, clock }: Seeing,
  actor: Account,
  place: string
): Promise<readonly ActableClaim[]> {
  const claims = await reader.ofPlace(place)
  return claims.map((claim) => ({ claim, allowed: actable(actor, claim, new Date(clock())).allowed }))
}

/** The claims that wait for a moderator, those that are contested first. */
export async function claimQueue(
  { reader, clock }: Seeing,
  actor: Account,
  states: readonly ClaimState[],
  limit: number
): Promise<{ readonly claims: readonly ActableClaim[]; readonly total: number }> {
  const now = new Date(clock())
  const managerHadUntil = new Date(now.getTime() - MANAGER_ANSWERS_MS)
  const { claims, total } = await reader.queue(
    { states, reach: reachOf(actor, 'claims:decide'), managerHadUntil },
    limit
  )
  return { total, claims: claims.map((claim) => ({ claim, allowed: actable(actor, claim, now).allowed })) }
}
