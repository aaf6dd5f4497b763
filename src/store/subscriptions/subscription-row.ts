import type { Email } from '../../domain/accounts/email.ts'
import type { Filters } from '../../domain/search/search-question.ts'
import type { Followed, Subscription } from '../../domain/subscriptions/subscription.ts'
import type { Act } from '../db/acting.ts'

type Row = NonNullable<Awaited<ReturnType<Act['tables']['subscription']['findUnique']>>>

/** What Prisma reads, as the domain has it. What has ended is deleted, so the state is never `off`. */
export const toSubscription = (row: Row): Subscription => ({
  id: row.id,
  followed: {
    kind: row.subjectKind as Followed['kind'],
    text: row.subject,
    filters: row.subjectKind === 'place' ? null : (row.filters as unknown as Filters),
    label: row.label
  },
  cadence: row.cadence,
  language: row.language,
  // The column holds what `readEmail` accepted.
  email: row.email as Email,
  emailKey: Buffer.from(row.emailKey),
  state: row.state === 'on' ? 'on' : 'asked',
  codeDigest: row.codeDigest && Buffer.from(row.codeDigest),
  tries: row.tries,
  formId: row.formId,
  cursor: Number(row.cursor),
  createdAt: row.createdAt,
  toldAt: row.toldAt
})
