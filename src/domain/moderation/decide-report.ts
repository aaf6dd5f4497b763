import { readEmail } from '../accounts/email.ts'
import type { Facts } from '../acts/act.ts'
import type { Contribution } from '../contributions/contribution.ts'
import { doerOf, subjectOf } from '../contributions/journal.ts'
import { type ContributionState, step } from '../contributions/machine.ts'
import { natureOf } from '../contributions/nature.ts'
import { undoCorrectionsOf } from '../contributions/undo-corrections.ts'
import { withdrawNewPlace } from '../contributions/withdraw-new-place.ts'
import { correctPlace, undoCorrections } from '../corrections/correct-place.ts'
import { contributionNotFound, invalidInput, ownReport } from '../errors.ts'
import { type Actor, judgeAct, permission } from '../permissions.ts'
import { ADDED_FOR, type Decision, type Outcome, type SentValue } from './decision.ts'
import { askedMail, decidedMail } from './moderation-mails.ts'
import type { Meant, ModerationActs, ModerationReader, ModerationWriter } from './moderation-ports.ts'

export type ModerationDeps = {
  readonly acts: ModerationActs
  readonly reader: Pick<ModerationReader, 'find'>
  /** Makes a place of a proposal. It is an import, so no transaction may be open; done again, it changes nothing. */
  readonly acceptNewPlace: (reference: string) => Promise<{ readonly place: string }>
  /** Checks a value for a field of a place; the reason if it cannot stand there. */
  readonly readValue: (sent: SentValue) => { readonly value: unknown } | { readonly reason: string }
  /** The current time in epoch milliseconds. */
  readonly clock: () => number
}

/** The author of corrections that a moderator makes, as the provenance of a place shows it. */
const BY = 'Modération'

/**
 * Does with a report what a moderator decided: its state, what it changes in the directory, the mail to its author and
 * the journal are stored together or not at all. Throws `contributionNotFound`, also if the report is about a place where
 * the moderator has no say; `ownReport`, `wrongState`, `invalidInput`, and what `correctPlace` and imports throw.
 */
export async function decideReport(
  deps: ModerationDeps,
  actor: Actor,
  reference: string,
  decision: Decision
): Promise<Contribution> {
  const added = await addPlace(deps, actor, reference, decision)
  return deps.acts.run(async (writer) => {
    const now = new Date(deps.clock())
    const before = await locked(writer, reference, decision)
    const about = before && (await writer.about(before.id))
    const state = mayStep(actor, before, about, decision, now)
    if (before === null || about === null) throw contributionNotFound()
    const place = await placeOf(writer, about, decision, added)
    if (!mayDecide(actor, place, now)) throw contributionNotFound()
    const effect = await carryOut(deps, writer, actor, { before, place, decision })
    const changes: Partial<Contribution> = {
      ...changesOf(decision, state, effect, actor, now),
      ...(before.kind === 'new_place' &&
        decision.act === 'accept' &&
        place.id !== null && { place: place.id })
    }
    await writer.change(before.id, changes)
    const after = { ...before, ...changes }
    await writer.journal.record({
      subject: subjectOf(reference),
      kind: KINDS[decision.act],
      by: doerOf(actor),
      at: now,
      // The reference is enough to withdraw the report, so no public history shows it.
      public: false,
      data: {
        ...('reason' in decision && { reason: decision.reason }),
        ...(changes.place !== undefined && { place: changes.place }),
        ...effect.facts
      }
    })
    await tell(writer, after, about, decision)
    return after
  })
}

type Decided = Pick<Contribution, 'kind' | 'state' | 'accountId'>

/** The state after a decision, if this actor may take it. */
function mayStep(
  actor: Actor,
  before: Decided | null,
  about: Meant | null,
  decision: Decision,
  now: Date
): ContributionState {
  if (before === null || about === null || !mayDecide(actor, about, now)) throw contributionNotFound()
  if (actor.kind === 'account' && before.accountId === actor.id) throw ownReport()
  const state = step(before.state, decision.act, 'moderator')
  if (decision.act === 'accept' && (before.kind === 'new_place') !== ADDED_FOR.includes(decision.reason))
    throw invalidInput([
      {
        pointer: '/reason',
        detail: `A proposed place is accepted for ${ADDED_FOR.join(' or ')}, a report for another reason.`
      }
    ])
  return state
}

/**
 * Imports a proposed place that is accepted, once it is sure that the decision is possible. If the program stops before the
 * decision is stored, the same decision is taken again and finds the place.
 */
async function addPlace(
  { reader, acceptNewPlace, clock }: ModerationDeps,
  actor: Actor,
  reference: string,
  decision: Decision
): Promise<string | null> {
  if (decision.act !== 'accept' || decision.reason !== 'added') return null
  const report = await reader.find(reference)
  mayStep(actor, report, report?.meant ?? null, decision, new Date(clock()))
  return (await acceptNewPlace(reference)).place
}

/** The place that a decision is about: of a proposal, the one that it has become. */
async function placeOf(
  writer: ModerationWriter,
  about: Meant,
  decision: Decision,
  added: string | null
): Promise<Meant> {
  if (decision.act !== 'accept' || !ADDED_FOR.includes(decision.reason)) return about
  const id = added ?? decision.sameAs
  const place = id === undefined ? null : await writer.meant(id)
  if (place === null)
    throw invalidInput([
      { pointer: '/same_as', detail: 'Must be the id of the place that was proposed again.' }
    ])
  return place
}

/** Two reports are locked in the order of their references: two moderators must not wait for each other. */
async function locked(
  writer: ModerationWriter,
  reference: string,
  decision: Decision
): Promise<Contribution | null> {
  if (decision.act === 'close-as-duplicate' && decision.of < reference) await writer.find(decision.of)
  return writer.find(reference)
}

const KINDS = {
  take: 'taken',
  release: 'released',
  ask: 'asked',
  accept: 'accepted',
  reject: 'rejected',
  'close-as-duplicate': 'closed_as_duplicate',
  reopen: 'reopened'
} as const satisfies Readonly<Record<Decision['act'], string>>

/** Whether this actor may decide about reports on a place. */
export const mayDecide = (actor: Actor, { id, territories }: Meant, now: Date): boolean =>
  judgeAct(
    actor,
    permission('moderation:decide', { place: id === null ? [] : [id], territory: territories }),
    now
  ).is === 'allowed'

type Case = { readonly before: Contribution; readonly place: Meant; readonly decision: Decision }
/** `duplicateOf` is the id of the report that stays. */
type Effect = { readonly facts: Facts; readonly duplicateOf: string | null }

/** What a decision changes in the directory. */
async function carryOut(
  deps: ModerationDeps,
  writer: ModerationWriter,
  actor: Actor,
  { before, place, decision }: Case
): Promise<Effect> {
  if (decision.act === 'accept') {
    if (decision.reason === 'already-listed') await withdrawNewPlace(writer, before, BY)
    const sent = decision.corrections.length > 0 ? decision.corrections : proposedIn(before)
    const corrections = await correct(deps, writer, actor, { before, place, sent })
    if (decision.reason === 'corrected' && corrections.length === 0)
      throw invalidInput([
        { pointer: '/corrections', detail: 'Say what is corrected, or choose another reason.' }
      ])
    return { facts: { corrections }, duplicateOf: null }
  }
  // What was changed for a report that was not right is changed back: also a person who was hidden.
  if (decision.act === 'reject') {
    await withdrawNewPlace(writer, before, BY)
    return {
      facts: {
        undone: [
          ...(await undoCorrectionsOf(writer, before.id, BY, 'moderator')),
          // Those edits of a new manager that still stand.
          ...(await undoCorrections(writer.corrections, before.proposal?.edits ?? [], BY, 'moderator'))
        ]
      },
      duplicateOf: null
    }
  }
  if (decision.act === 'close-as-duplicate') {
    const original = await writer.find(decision.of)
    if (original === null || original.id === before.id || original.state === 'duplicate')
      throw invalidInput([
        { pointer: '/of', detail: 'Must be another report, which is no duplicate itself.' }
      ])
    await withdrawNewPlace(writer, before, BY)
    return { facts: { of: original.reference }, duplicateOf: original.id }
  }
  return { facts: {}, duplicateOf: null }
}

/** What the manager of a place proposed: accepted as it is, unless the moderator says what is right instead. */
const proposedIn = ({ proposal }: Contribution): readonly SentValue[] =>
  Object.entries(proposal?.fields ?? {}).map(([field, value]) => ({ field, value }))

async function correct(
  { readValue }: ModerationDeps,
  writer: ModerationWriter,
  actor: Actor,
  { before, place, sent }: Omit<Case, 'decision'> & { readonly sent: readonly SentValue[] }
): Promise<readonly number[]> {
  const read = sent.map((each, index) => {
    const value = readValue(each)
    if ('reason' in value)
      throw invalidInput([{ pointer: `/corrections/${index}`, detail: `${each.field}: ${value.reason}` }])
    return { field: each.field, value: value.value }
  })
  if (place.id === null)
    throw invalidInput([{ pointer: '/corrections', detail: 'The place does not exist yet.' }])
  const ids: number[] = []
  for (const { field, value } of read) {
    ids.push(
      await correctPlace(writer.corrections, {
        ...{ place: place.id, field, value, by: BY, note: null, contribution: before.id },
        ...(actor.kind === 'account' && { account: actor.id })
      })
    )
  }
  return ids
}

function changesOf(
  decision: Decision,
  state: ContributionState,
  { duplicateOf }: Effect,
  actor: Actor,
  now: Date
): Partial<Omit<Contribution, 'id' | 'reference'>> {
  const account = actor.kind === 'account' ? actor.id : null
  switch (decision.act) {
    case 'take':
      return { state, assignedTo: account }
    case 'release':
      return { state, assignedTo: null }
    case 'ask':
      return { state, assignedTo: account, reply: decision.text }
    case 'reopen':
      return {
        ...{ state, assignedTo: account, reply: decision.text },
        ...{ outcome: null, closedAt: null, duplicateOf: null }
      }
    case 'close-as-duplicate':
      return { ...closed(state, 'duplicate', decision.text, now), duplicateOf }
    default:
      return closed(state, decision.reason, decision.text, now)
  }
}

const closed = (state: ContributionState, outcome: Outcome, reply: string | null, closedAt: Date) => ({
  ...{ state, outcome, reply, closedAt },
  codeDigest: null
})

/** The mail that says what was decided and why, if there is an address to which it can go. */
async function tell(
  writer: ModerationWriter,
  { reference, ...report }: Contribution,
  place: Meant,
  decision: Decision
): Promise<void> {
  if (decision.act === 'take' || decision.act === 'release') return
  const { email, language } = (await writer.addressOf(report)) ?? {}
  const to = email && readEmail(email)
  if (!to || language === undefined) return
  const told = { to, language, reference, place, nature: natureOf(report), fields: report.proposal?.fields }
  await writer.outbox.put({
    mail: decision.act === 'ask' ? askedMail(told, decision.text) : decidedMail(told, decision)
  })
}
