import { readEmail } from '../../domain/accounts/email.ts'
import type { MeantPlace } from '../../domain/moderation/moderation-ports.ts'
import type { Notice, NoticeOutcome } from '../../domain/notices/notice.ts'
import type { NoticeActs, NoticeReader, NoticeWriter, SeenNotice } from '../../domain/notices/notice-ports.ts'
import { attemptsIn } from '../accounts/attempts.ts'
import { journalIn } from '../acts/journal.ts'
import type { Act } from '../db/acting.ts'
import type { Database } from '../db/database.ts'
import { placeMeant } from '../moderation/moderation.sql.ts'
import { outboxIn } from '../outbox/outbox-store.ts'
import { noticeLock, noticeSeen, noticesForget, noticesSeen } from './notices.sql.ts'

export const noticeActs = ({ act }: Pick<Database, 'act'>): NoticeActs => ({
  run: (work) => act((own) => work(noticeWriter(own)))
})

function noticeWriter(own: Act): NoticeWriter {
  const { notice } = own.tables
  return {
    ...attemptsIn(own),
    journal: journalIn(own),
    outbox: outboxIn(own),
    find: async (reference) => {
      await own.client.query(noticeLock(reference))
      const row = await notice.findUnique({ where: { reference } })
      return row && toNotice(row)
    },
    findSent: async (formId) => {
      const row = await notice.findUnique({ where: { formId } })
      return row && toNotice(row)
    },
    add: async ({ subject, ...made }) => {
      const data = { ...made, subjectKind: subject.kind, subjectId: subject.id }
      return (await notice.createMany({ data, skipDuplicates: true })).count === 1
    },
    decide: async (id, { decidedBy, ...decided }) => {
      await notice.update({ where: { id }, data: { ...decided, decidedById: decidedBy } })
    },
    meant: async (place) => (await own.client.query<MeantPlace>(placeMeant(place))).rows[0] ?? null
  }
}

export const noticeReader = ({ pool }: Pick<Database, 'pool'>): NoticeReader => ({
  find: async (reference) => (await pool.query<SeenNotice>(noticeSeen(reference))).rows[0] ?? null,
  list: async (states, reach, limit) => (await pool.query<SeenNotice>(noticesSeen(states, reach, limit))).rows
})

/** Empties the texts of notices that were decided long ago. */
export const forgetOldNotices = async ({ batch }: Pick<Database, 'batch'>, now: Date) => ({
  emptied: (await batch.query(noticesForget(now))).rowCount
})

type Row = NonNullable<Awaited<ReturnType<Act['tables']['notice']['findUnique']>>>

const toNotice = ({ subjectKind, subjectId, assignedToId, decidedById, ...row }: Row): Notice => ({
  ...row,
  subject: { kind: subjectKind === 'place' ? 'place' : 'page', id: subjectId },
  email: (row.email && readEmail(row.email)) || null,
  state: row.state === 'decided' ? 'decided' : 'open',
  decision: row.decision as NoticeOutcome | null
})
