import type { DueEdit, Edit, EditActs, EditWriter } from '../../domain/edits/edit-ports.ts'
import type { MeantPlace } from '../../domain/moderation/moderation-ports.ts'
import { journalIn } from '../acts/journal.ts'
import { correctionWriter } from '../corrections/correction-store.ts'
import type { Act } from '../db/acting.ts'
import type { Database } from '../db/database.ts'
import { placeMeant } from '../moderation/moderation.sql.ts'
import { outboxIn } from '../outbox/outbox-store.ts'
import { correctionsOf } from '../writing/correction-reader.ts'
import type { Writing } from '../writing/place-writer.ts'
import { publishingIn } from '../writing/publishing.ts'
import {
  editFind,
  editOwn,
  editsAsked,
  editsConfirm,
  editsDue,
  editsOn,
  editsReminded,
  editsUnconfirmed,
  placeUpdatedAt,
  proposalsEnd,
  reviewsEnd
} from './edits.sql.ts'

export const editActs = ({ act }: Pick<Database, 'act'>): EditActs => ({
  run: (by, work) =>
    act(async (own) => {
      const { result, acts } = await publishingIn(own, (writing) => editWriter(own, writing)).run(by, work)
      for (const each of acts) await journalIn(own).record(each)
      return result
    })
})

export function editWriter(own: Act, writing: Writing): EditWriter {
  const { tables } = own
  const { runner } = writing
  const corrections = correctionWriter(writing)
  return {
    ...corrections,
    updatedAt: async (place) => {
      const [row] = (await runner.query<{ updated_at: Date }>(placeUpdatedAt(place))).rows
      return row?.updated_at ?? null
    },
    standing: async (place) => (await correctionsOf(runner, [place])).get(place) ?? [],
    keepEdit: async ({ account, confirmBy, ...correction }) => {
      const id = await corrections.keepCorrection(correction)
      await runner.query(editOwn(id, account, confirmBy))
      return id
    },
    findEdit: async (id) => (await runner.query<Edit>(editFind(id))).rows[0] ?? null,
    meant: async (place) => (await runner.query<MeantPlace>(placeMeant(place))).rows[0] ?? null,
    editsOn: async (place, account) =>
      (await runner.query<{ id: number; stands: boolean }>(editsOn(place, account))).rows,
    unconfirmedSince: async (day) => (await runner.query<Edit>(editsUnconfirmed(day))).rows,
    confirmEdits: async (place, account, confirmBy) =>
      (await runner.query(editsConfirm(place, account, confirmBy))).rowCount ?? 0,
    due: async (today, account) => (await runner.query<DueEdit>(editsDue(today, account))).rows,
    asked: async (account, today) => {
      await runner.query(editsAsked(account, today))
    },
    reminded: async (account, today) => {
      await runner.query(editsReminded(account, today))
    },
    addressOf: async (id) => {
      const account = await tables.account.findUnique({ where: { id } })
      return account?.email ? { email: account.email, language: account.language } : null
    },
    outbox: outboxIn(own),
    timesEdited: (place, account) =>
      tables.act.count({
        where: {
          subjectKind: 'place',
          subjectId: place,
          kind: 'edited',
          actorKind: 'account',
          actorId: account
        }
      }),
    putInQueue: async ({ id, reference, place, account: accountId, corrections: edits, now }) => {
      await tables.contribution.create({
        data: {
          ...{ id, reference, kind: 'edit', category: 'other', placeId: place },
          ...{ accountId, proposal: { edits: [...edits] }, state: 'open', createdAt: now, confirmedAt: now }
        }
      })
    },
    endReviews: async (place, now) =>
      (await runner.query<Referred>(reviewsEnd(place, now))).rows.map(({ reference }) => reference),
    endProposals: async (place, account, now) =>
      (await runner.query<Referred>(proposalsEnd(place, account, now))).rows.map(({ reference }) => reference)
  }
}

type Referred = { readonly reference: string }
