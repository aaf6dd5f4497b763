import { doerOf } from '../contributions/journal.ts'
import { noticeNotFound, wrongState } from '../errors.ts'
import { type Actor, judgeAct, permission, reachOf } from '../permissions.ts'
import type { Notice, NoticeOutcome } from './notice.ts'
import { noticeDecidedMail } from './notice-mails.ts'
import type { NoticeActs, NoticeReader, SeenNotice } from './notice-ports.ts'

type DecideDeps = {
  readonly acts: NoticeActs
  /** The current time in epoch milliseconds. */
  readonly clock: () => number
}

/** A reason of the list, and a sentence that explains it to the author of the notice. */
type NoticeDecision = { readonly reason: NoticeOutcome; readonly text: string }

/**
 * Records what was decided about a notice, and mails the reasons. What is removed or corrected is done before, by the acts
 * for it. Throws `noticeNotFound`, also if the moderator has no say there, and `wrongState`.
 */
export const decideNotice = (
  { acts, clock }: DecideDeps,
  actor: Actor,
  reference: string,
  { reason, text }: NoticeDecision
): Promise<Notice> =>
  acts.run(async (writer) => {
    const now = new Date(clock())
    const before = await writer.find(reference)
    const place = before?.subject.kind === 'place' ? await writer.meant(before.subject.id) : null
    if (before === null || !mayDecideNotice(actor, place, now)) throw noticeNotFound()
    if (before.state !== 'open') throw wrongState('decide', before.state)
    const decided = { state: 'decided', decision: reason, reply: text, decidedAt: now } as const
    await writer.decide(before.id, { ...decided, decidedBy: actor.kind === 'account' ? actor.id : null })
    await writer.journal.record({
      subject: { kind: 'notice', id: reference },
      kind: 'decided',
      by: doerOf(actor),
      at: now,
      public: false,
      data: { reason }
    })
    const after = { ...before, ...decided }
    if (after.email !== null)
      await writer.outbox.put({ mail: noticeDecidedMail({ ...after, email: after.email }) })
    return after
  })

/** What is about no place is for those who decide everywhere. */
function mayDecideNotice(
  actor: Actor,
  place: { readonly id: string; readonly territories: readonly string[] } | null,
  now: Date
): boolean {
  const on = place === null ? {} : { place: [place.id], territory: place.territories }
  return judgeAct(actor, permission('moderation:decide', on), now).is === 'allowed'
}

/** A notice as a moderator sees it. Throws `noticeNotFound`, also if another moderator is in charge of its place. */
export async function seeNotice(
  reader: NoticeReader,
  actor: Actor,
  reference: string,
  now: Date
): Promise<SeenNotice> {
  const notice = await reader.find(reference)
  if (notice === null || !mayDecideNotice(actor, notice.meant, now)) throw noticeNotFound()
  return notice
}

export const listNotices = (
  reader: NoticeReader,
  actor: Actor,
  states: readonly Notice['state'][],
  limit: number
): Promise<readonly SeenNotice[]> => reader.list(states, reachOf(actor, 'moderation:read'), limit)
