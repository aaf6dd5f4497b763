import { timingSafeEqual } from 'node:crypto'
import { codeDigest, MOST_TRIES, type SignInCode } from '../accounts/sign-in-code.ts'
import { codeRefused, contributionNotFound, tooManyCodes, wrongState } from '../errors.ts'
import { keyFor } from '../seal.ts'
import type { Contribution } from './contribution.ts'
import type { ContributionActs, ContributionWriter } from './contribution-ports.ts'
import { subjectOf } from './journal.ts'
import { actsIn, type ContributionAct, step } from './machine.ts'
import { UNCONFIRMED_MS } from './periods.ts'
import { undoCorrectionsOf } from './undo-corrections.ts'
import { withdrawNewPlace } from './withdraw-new-place.ts'

type AuthorDeps = {
  readonly acts: ContributionActs
  readonly secret: () => Promise<string>
  readonly clock: () => number
}

/**
 * What its author can do now. The review of edits that are published is not taken back by the manager who made them: it
 * is there for moderators, and so a wrong telephone number would stay without anyone having looked at it.
 */
export const authorActs = ({
  state,
  proposal
}: Pick<Contribution, 'state' | 'proposal'>): readonly ContributionAct[] =>
  actsIn(state, 'author').filter((act) => act !== 'withdraw' || proposal?.edits === undefined)

/**
 * Confirms the address of a report with the code of its mail. The link in the mail does not hold the code: a program that
 * opens links and presses buttons must not confirm what its reader never wrote. Throws `codeRefused`, `tooManyCodes`,
 * `wrongState` and `contributionNotFound`.
 */
export async function confirmReport(
  { acts, secret, clock }: AuthorDeps,
  reference: string,
  code: SignInCode
): Promise<Contribution> {
  const key = keyFor('contribution code', await secret())
  const now = new Date(clock())
  const confirmed = await acts.run(async (writer) => {
    const before = await found(writer, reference)
    const state = step(before.state, 'confirm', 'author')
    if (before.createdAt.getTime() + UNCONFIRMED_MS < now.getTime()) return 'late'
    if (before.tries >= MOST_TRIES) return 'exhausted'
    if (before.codeDigest === null || !timingSafeEqual(codeDigest(before.id, code, key), before.codeDigest)) {
      // Counted in an act that is kept, so the refusal is thrown after it.
      await writer.change(before.id, { tries: before.tries + 1 })
      return 'refused'
    }
    return changed(writer, before, 'confirmed', now, { state, confirmedAt: now, codeDigest: null })
  })
  if (confirmed === 'refused') throw codeRefused()
  if (confirmed === 'exhausted') throw tooManyCodes()
  if (confirmed === 'late') throw contributionNotFound()
  return confirmed
}

/**
 * The author takes the report back. A person who was hidden for it is shown again. The reference is enough: it cannot be
 * guessed, and only the author was given it. Throws `wrongState` if it is decided, or the review of published edits.
 */
export const withdrawReport = ({ acts, clock }: AuthorDeps, reference: string): Promise<Contribution> =>
  acts.run(async (writer) => {
    const before = await found(writer, reference)
    const now = new Date(clock())
    const state = step(before.state, 'withdraw', 'author')
    if (!authorActs(before).includes('withdraw'))
      throw wrongState('withdraw', before.state, authorActs(before))
    await undoCorrectionsOf(writer, before.id, 'Signalement', 'report')
    await withdrawNewPlace(writer, before, 'Signalement')
    return changed(writer, before, 'withdrawn', now, { state, closedAt: now, codeDigest: null })
  })

/** Its author answers what a moderator asked. */
export const answerReport = (
  { acts, clock }: AuthorDeps,
  reference: string,
  answer: string
): Promise<Contribution> =>
  acts.run(async (writer) => {
    const before = await found(writer, reference)
    const state = step(before.state, 'answer', 'author')
    const proposal = { ...before.proposal, answer }
    return changed(writer, before, 'answered', new Date(clock()), { state, proposal })
  })

async function found(writer: ContributionWriter, reference: string): Promise<Contribution> {
  const contribution = await writer.find(reference)
  if (contribution === null) throw contributionNotFound()
  return contribution
}

async function changed(
  writer: ContributionWriter,
  before: Contribution,
  kind: string,
  at: Date,
  changes: Partial<Omit<Contribution, 'id' | 'reference'>>
): Promise<Contribution> {
  await writer.change(before.id, changes)
  const subject = subjectOf(before.reference)
  await writer.journal.record({ subject, kind, by: { kind: 'anonymous' }, at, public: false, data: {} })
  return { ...before, ...changes }
}
