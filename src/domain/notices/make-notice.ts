import { countAttempt } from '../accounts/attempts.ts'
import { emailKey } from '../accounts/email.ts'
import { doerOf } from '../contributions/journal.ts'
import { idempotencyKeyReused, invalidInput, tooManyReports } from '../errors.ts'
import type { Actor } from '../permissions.ts'
import { clientKey, keyFor } from '../seal.ts'
import { HOUR_MS } from '../time.ts'
import { type Notice, newNoticeReference, subjectAt } from './notice.ts'
import { noticeReceivedMail } from './notice-mails.ts'
import type { NoticeActs, NoticeWriter } from './notice-ports.ts'

/** A notice, as it is sent. */
type NewNotice = Pick<Notice, 'ground' | 'law' | 'explanation' | 'name' | 'email' | 'language' | 'formId'> & {
  /** The exact address of what should not be shown. */
  readonly address: string
  /** The network address from which it comes; only a key of it is kept, for a day. */
  readonly client: string
  readonly actor: Actor
}

export type NoticeDeps = {
  readonly acts: NoticeActs
  readonly secret: () => Promise<string>
  readonly newId: () => string
  /** The current time in epoch milliseconds. */
  readonly clock: () => number
  readonly publicUrl: string | undefined
}

/** Notices that one client may send in an hour, and acknowledgements that one address may get. */
const LIMITS = { client: 20, address: 5 } as const

/**
 * Keeps a notice, and acknowledges it by mail at once. Sent twice with the same form, it is one. Throws `invalidInput` if the
 * address is not one of this directory, `tooManyReports`, and `idempotencyKeyReused`.
 */
export async function makeNotice(deps: NoticeDeps, sent: NewNotice): Promise<Notice> {
  const { address, client, actor, ...said } = sent
  const subject = subjectAt(address, deps.publicUrl)
  if (subject === undefined)
    throw invalidInput([{ pointer: '/address', detail: 'Must be the address of a page of this directory.' }])
  const secret = await deps.secret()
  const now = new Date(deps.clock())
  const notice: Notice = {
    ...{ ...said, subject, id: deps.newId(), reference: newNoticeReference() },
    ...{ state: 'open', decision: null, reply: null, createdAt: now, decidedAt: null }
  }
  return deps.acts.run(async (writer) => {
    const before = said.formId === null ? null : await writer.findSent(said.formId)
    if (before !== null) return sameAs(before, notice)
    if (actor.kind !== 'key') await count(writer, 'client', clientKey(client, secret, now), now)
    if (notice.email !== null)
      await count(writer, 'address', emailKey(notice.email, keyFor('email', secret)), now)
    if (!(await writer.add(notice))) {
      const other = said.formId === null ? null : await writer.findSent(said.formId)
      if (other === null) throw new Error('The same notice was sent twice, and neither was kept.')
      return sameAs(other, notice)
    }
    await writer.journal.record({
      subject: { kind: 'notice', id: notice.reference },
      kind: 'made',
      by: doerOf(actor),
      at: now,
      public: false,
      data: { ground: notice.ground, ...(subject.kind === 'place' && { place: subject.id }) }
    })
    if (notice.email !== null)
      await writer.outbox.put({ mail: noticeReceivedMail({ ...notice, email: notice.email }) })
    return notice
  })
}

async function count(writer: NoticeWriter, from: keyof typeof LIMITS, key: Buffer, now: Date): Promise<void> {
  const attempt = { purpose: `notice_${from}`, key, most: LIMITS[from], windowMs: HOUR_MS } as const
  if (!(await countAttempt(writer, attempt, now))) throw tooManyReports(LIMITS[from])
}

function sameAs(before: Notice, made: Notice): Notice {
  const isSame =
    before.explanation === made.explanation &&
    before.subject.id === made.subject.id &&
    before.email === made.email
  if (!isSame) throw idempotencyKeyReused()
  return before
}
