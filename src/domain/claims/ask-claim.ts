import { createHash } from 'node:crypto'
import type { Account } from '../accounts/account.ts'
import { codeDigest, newCode, writeCode } from '../accounts/sign-in-code.ts'
import { accountNotFound, placeNotFound, placeWithdrawn, proofNotPossible, wrongState } from '../errors.ts'
import type { MeantPlace } from '../moderation/moderation-ports.ts'
import type { Actor } from '../permissions.ts'
import { keyFor } from '../seal.ts'
import type { Claim } from './claim.ts'
import { askedMail, codeMail } from './claim-mails.ts'
import type { ClaimWriter } from './claim-ports.ts'
import { hintOf, ownDomain } from './evidence.ts'
import { type ClaimDeps, grantClaim, ownersOf, provenBefore, record } from './granting.ts'
import { refuseFlood } from './limits.ts'
import { step } from './machine.ts'

type Asker = Extract<Actor, { kind: 'account' }>

/** What a person claims, and by which proof. */
type AskedClaim = {
  readonly place: string
  readonly by:
    | { readonly proof: 'contact_code' /** Which address, counted from 1. */; readonly address: number }
    | { readonly proof: 'domain' }
    | { readonly proof: 'vouched'; readonly message: string }
  readonly actor: Asker
  /** The network address of the client, as `addressKey` has it. */
  readonly client: string
  /** The id of the form or the key of the request, if there is one: sent twice, it makes one claim. */
  readonly formId?: string | null
}

/** From this many places on one domain, an address there may be that of anyone in a big organisation. */
const PLACES_ON_A_DOMAIN = 20

/**
 * A person claims a place. A code is mailed to an address that the sources of the place have had for a while, or the
 * address of the account is compared with the site of the place, or a moderator is asked. Another claim of the same person
 * that still waits lapses, but a form that is sent twice leads to one claim. Throws `placeNotFound`, `placeWithdrawn`,
 * `proofNotPossible`, `tooManyClaims`, and `wrongState` if the person manages the place already.
 */
export async function askClaim(deps: ClaimDeps, asked: AskedClaim): Promise<Claim> {
  const now = new Date(deps.clock())
  const secret = await deps.secret()
  return deps.acts.run(async (writer) => {
    const place = await standing(writer, asked.place)
    // The place first: the second of two presses waits here for the first.
    await writer.lockPlace(place.id)
    const id = asked.formId ? idOfForm(asked.formId, asked.actor.id, place.id) : deps.newId()
    const sent = asked.formId ? await writer.findClaim(id) : null
    if (sent !== null) return sent
    await refuseFlood(writer, {
      ...asked,
      place: place.id,
      secret,
      now,
      isMailed: asked.by.proof === 'contact_code'
    })
    const account = await writer.find(asked.actor.id)
    if (account === null) throw accountNotFound()
    const managers = await writer.managers(place.id, now)
    if (managers.some((each) => each.account === account.id)) throw wrongState('claim', 'granted')
    for (const before of await writer.claimsOf(place.id, account.id)) await replace(writer, before, now)
    const claim = newClaim(id, place, asked, now)
    return startProof(deps, writer, { claim, place, account, asked, now, secret })
  })
}

/** The id that a claim gets from its form, so that the same form leads to the same claim: a UUID of version 8. */
function idOfForm(form: string, account: string, place: string): string {
  const bytes = createHash('sha256').update(`${form} ${account} ${place}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** The place that is meant today. */
export async function standing(writer: ClaimWriter, id: string): Promise<MeantPlace> {
  const place = await writer.meant(id)
  if (place === null) throw placeNotFound(id)
  if (place.status !== 'active') throw placeWithdrawn(id)
  return place
}

/** A claim that waits, or whose role has ended, is replaced by a new one; one that is suspended is not. */
async function replace(writer: ClaimWriter, before: Claim, now: Date): Promise<void> {
  if (['refused', 'lapsed', 'revoked', 'ended'].includes(before.state)) return
  if (before.state === 'contested') throw wrongState('claim', before.state)
  // Those who have the role were refused before.
  const state = step(before.state, before.state === 'granted' ? 'end' : 'lapse', ['system'])
  await writer.change(before.id, { state, decidedAt: now, codeDigest: null })
  await record(writer, before.id, { kind: state, by: { kind: 'system' }, at: now })
}

const newClaim = (id: string, { id: place }: MeantPlace, { by, actor }: AskedClaim, now: Date): Claim => ({
  ...{ id, place, account: actor.id, proof: by.proof, state: 'asked', createdAt: now },
  ...{ codeDigest: null, sentToHint: null, tries: 0, reason: null, decidedBy: null },
  ...{ provedAt: null, decidedAt: null },
  message: by.proof === 'vouched' ? by.message : null
})

type Started = {
  readonly claim: Claim
  readonly place: MeantPlace
  readonly account: Account
  readonly asked: AskedClaim
  readonly now: Date
  readonly secret: string
}

async function startProof(deps: ClaimDeps, writer: ClaimWriter, started: Started): Promise<Claim> {
  const { claim, place, account, asked, now, secret } = started
  const evidence = await writer.evidence(place.id, provenBefore(now))
  const { by } = asked
  if (by.proof === 'contact_code') {
    const to = evidence.emails[by.address - 1]
    if (to === undefined) throw proofNotPossible('No source has had this address for 30 days.')
    const code = newCode()
    const proving = {
      ...{ ...claim, state: step(claim.state, 'send-code', ['system']), sentToHint: hintOf(to) },
      codeDigest: codeDigest(claim.id, code, keyFor('claim code', secret))
    }
    await keep(writer, proving, place)
    const claimant = { name: account.name, hint: hintOf(account.email) }
    await writer.outbox.put({ mail: codeMail({ to, language: 'fr', place }, writeCode(code), claimant) })
    return proving
  }
  if (by.proof === 'vouched') return waitFor(writer, await keep(writer, claim, place), place, now)
  const domain = ownDomain(account.email)
  if (domain === undefined || !evidence.domains.includes(domain))
    throw proofNotPossible('The address of this account is not on the domain of a site of the place.')
  const proved = await keep(writer, { ...claim, provedAt: now }, place)
  const hasOwner = (await writer.managers(place.id, now)).some(({ rank }) => rank === 'owner')
  // Without an address, the place would not hear of the claim, and could not say "this is not me".
  const isUnheard = evidence.emails.length === 0
  if (hasOwner || isUnheard || (await writer.placesOn(domain, PLACES_ON_A_DOMAIN + 1)) > PLACES_ON_A_DOMAIN)
    return waitFor(writer, proved, place, now)
  return grantClaim(deps, writer, {
    ...{ claim: proved, place, act: 'grant', parts: ['system'], by: { kind: 'system' }, now }
  })
}

async function keep(writer: ClaimWriter, claim: Claim, place: MeantPlace): Promise<Claim> {
  await writer.add(claim)
  const { id, proof, account, createdAt: at } = claim
  const by = { kind: 'account', id: account } as const
  await record(writer, id, { kind: 'asked', by, at, data: { place: place.id, proof } })
  return claim
}

/** The claim waits for the owners of the place, who get a mail. Without owners, it waits for a moderator. */
export async function waitFor(
  writer: ClaimWriter,
  claim: Claim,
  place: MeantPlace,
  now: Date
): Promise<Claim> {
  for (const owner of await ownersOf(writer, place.id, now))
    await writer.outbox.put({ mail: askedMail({ ...owner, place }, claim.id) })
  return claim
}
